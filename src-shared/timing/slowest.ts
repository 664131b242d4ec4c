import type { Phase } from '../phase';
import { secondsOf, type PhaseTiming } from './phase-timing';

/** What a phase waits for most of the time. */
export type SlowPart =
  /** The drive, or the file that stands for one. */
  | 'drive'
  /** Reading images and computing their hashes. */
  | 'image'
  /** Unpacking Windows on this computer. */
  | 'unpacking'
  /** Programs of others: Ventoy's, or Windows' encryption. */
  | 'others'
  /** Getting ready and checking. */
  | 'rest';

/** Where the time went. */
export interface Slowest {
  /** From the first phase to the end of the last. */
  totalSeconds: number;
  /** The phase that took longest, and how long, all its turns together. */
  phase: Phase;
  phaseSeconds: number;
  /** Its bytes by its seconds; null where it counts none. */
  bytesPerSecond: number | null;
  /** Seconds of it in which as good as nothing moved: less than 64 KiB/s. */
  stalledSeconds: number;
  /** What the job waited for longest, and how long. */
  part: SlowPart;
  partSeconds: number;
}

/** Where the time of one stick went, and of what was done for all; null when nothing was timed, or nothing took any time. */
export function slowestOf(timings: readonly PhaseTiming[], target: string | null): Slowest | null {
  const own = timings.filter((timing) => timing.target === null || timing.target === target);
  const [phase, phaseSeconds] = longest(own, (timing) => timing.phase) ?? [];
  const [part, partSeconds] = longest(own, partOf) ?? [];
  if (phase === undefined || phaseSeconds === undefined) return null;
  if (part === undefined || partSeconds === undefined) return null;
  const turns = own.filter((timing) => timing.phase === phase);
  const bytes = turns.reduce((sum, turn) => sum + turn.bytes, 0);
  const stalledMs = turns.reduce((sum, turn) => sum + (turn.throughput?.msAtSpeed[0] ?? 0), 0);
  const startMs = Math.min(...own.map((timing) => timing.startMs));
  const endMs = Math.max(...own.map((timing) => timing.endMs));
  return {
    totalSeconds: secondsOf({ startMs, endMs }),
    ...{ phase, phaseSeconds, part, partSeconds },
    bytesPerSecond: bytes === 0 ? null : bytes / phaseSeconds,
    stalledSeconds: stalledMs / 1000,
  };
}

/** What took longest, with its seconds; null where nothing took any. */
function longest<K>(
  timings: readonly PhaseTiming[],
  kindOf: (timing: PhaseTiming) => K,
): [kind: K, seconds: number] | null {
  const seconds = new Map<K, number>();
  for (const timing of timings) {
    const kind = kindOf(timing);
    seconds.set(kind, (seconds.get(kind) ?? 0) + secondsOf(timing));
  }
  const [first] = [...seconds].sort(([, a], [, b]) => b - a);
  return first === undefined || first[1] === 0 ? null : first;
}

/** What a phase waits for. */
export function partOf({ phase, target }: PhaseTiming): SlowPart {
  switch (phase) {
    case 'hashing':
      return 'image';
    case 'building':
      // Straight onto the drive, where there is no place for it here.
      return target === null ? 'unpacking' : 'drive';
    case 'installing':
    case 'encrypting':
      return 'others';
    case 'preparing':
    case 'checking':
      return 'rest';
    default:
      return 'drive';
  }
}
