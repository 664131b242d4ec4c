/**
 * How a stick behaved in a virtual computer.
 * - `started`: the stand-in loader ran and found every file as it should be.
 * - `loader-failed`: the stand-in loaders ran and found something wrong.
 * - `no-boot`: the firmware found nothing on the stick that it could start.
 * - `timed-out`: the time allowed was over before there was any outcome.
 * - `unknown`: something was started that says nothing on the serial port, such as Windows itself.
 */
export type BootOutcome = 'started' | 'loader-failed' | 'no-boot' | 'timed-out' | 'unknown';

/** What the serial port's text means so far; null while it can still become anything. */
export function verdictOf(text: string): 'started' | 'loader-failed' | 'no-boot' | null {
  if (/^STICKSMITH-PRACTICE OK$/m.test(text)) return 'started';
  if (/^STICKSMITH-PRACTICE FAILED .*\n/m.test(text)) return 'loader-failed';
  if (NO_BOOT.some((pattern) => pattern.test(text))) return 'no-boot';
  return null;
}

/** What it means when no more is going to come. */
export function finalVerdict(text: string, timedOut: boolean): BootOutcome {
  const verdict = verdictOf(`${text}\n`);
  if (verdict !== null) return verdict;
  const silentProgram = /BdsDxe: starting Boot\d+ ".*USB/.test(text) && !/^STICKSMITH-/m.test(text);
  return timedOut && !silentProgram ? 'timed-out' : 'unknown';
}

/** The last lines, without those that tell of a file that is as it should be. */
export function evidenceOf(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.endsWith(': OK'))
    .slice(-12)
    .join('\n');
}

/** Firmware of EDK II: its boot manager's message, its menu, and the shell that it ends up in. */
const NO_BOOT = [
  /BdsDxe: No bootable option or device was found/,
  /UEFI Interactive Shell/,
  /Press any key to enter the Boot Manager Menu/,
];
