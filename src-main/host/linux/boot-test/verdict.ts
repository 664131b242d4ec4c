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
  const silentProgram = STARTED.some((it) => it.test(text)) && !/^STICKSMITH-/m.test(text);
  return timedOut && !silentProgram ? 'timed-out' : 'unknown';
}

/**
 * The lines that matter, at most twelve: what the stand-in loaders say about themselves and about
 * files that are wrong; the last lines of all when none of them ran.
 */
export function evidenceOf(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    // The conclusion is shown on the screen as well, which some firmware copies to the serial port.
    .filter((line, i, all) => line !== '' && line !== all[i - 1]?.trim());
  const telling = lines.filter((line) => TELLING.test(line));
  return (telling.length > 0 ? telling : lines).slice(-12).join('\n');
}

const TELLING = /^STICKSMITH-PRACTICE |: (HASH MISMATCH|READ ERROR)$/;

/** EDK II (UEFI) and SeaBIOS (BIOS) say these when they hand over to what a drive holds. */
const STARTED = [/BdsDxe: starting Boot\d+ ".*USB/, /^Booting from Hard Disk/m];

/**
 * Firmware of EDK II: its boot manager's message, its menu, and the shell that it ends up in. SeaBIOS, and the
 * stick's own boot code.
 */
const NO_BOOT = [
  /^No bootable device\./m,
  /^Boot failed: not a bootable disk$/m,
  /^This stick can't start Windows: /m,
  /BdsDxe: No bootable option or device was found/,
  /UEFI Interactive Shell/,
  /Press any key to enter the Boot Manager Menu/,
];
