import type { Phase } from '../phase';
import { formatBytes } from '../units';
import type { Slowest, SlowPart } from './slowest';

/** Each phase in English, as the end of “went into …”. */
export const phaseActs: Record<Phase, string> = {
  preparing: 'getting ready',
  hashing: 'reading images and computing their SHA-256',
  building: 'unpacking Windows',
  installing: 'putting Ventoy on the stick',
  resuming: 'reading what an earlier job left',
  clearing: 'clearing free space',
  writing: 'writing',
  flushing: 'waiting until the drive had stored everything',
  verifying: 'reading back',
  encrypting: 'Windows’ encryption',
  copying: 'copying files',
  comparing: 'reading files back',
  checking: 'checking the stick',
};

const partWords: Record<SlowPart, string> = {
  drive: 'the drive',
  image: 'reading the image',
  unpacking: 'unpacking Windows on this computer',
  others: 'programs of others',
  rest: 'getting ready and checking',
};

/** `822.4` → `13 min 42 s`. */
export function preciseDuration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  if (hours > 0) return `${String(hours)} h ${String(minutes)} min`;
  return minutes > 0 ? `${String(minutes)} min ${String(rest)} s` : `${String(rest)} s`;
}

/** Where the time went, in sentences for people who don't use the wizard. */
export function slowestText(slowest: Slowest): string {
  const { totalSeconds, phase, phaseSeconds, bytesPerSecond, stalledSeconds, part } = slowest;
  const speed = bytesPerSecond === null ? '' : `, at ${formatBytes(bytesPerSecond)}/s on average`;
  const stalled =
    stalledSeconds < 1 ? '' : `; for ${preciseDuration(stalledSeconds)} of it nothing moved`;
  const share = Math.round((100 * slowest.partSeconds) / Math.max(totalSeconds, 0.001));
  return `It took ${preciseDuration(totalSeconds)}. The longest part, ${preciseDuration(phaseSeconds)}, went into ${phaseActs[phase]}${speed}${stalled}. Altogether ${String(Math.min(100, share))} % of the time went to ${partWords[part]}.`;
}
