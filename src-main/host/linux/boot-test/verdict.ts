import type { BootOutcome, BootProgram } from '../../../../src-shared/boot-test';
import { HANDED_OVER, SIGNS, STAND_IN_SIGNS } from './signs';

/** What a virtual computer has said so far, in lines of plain text. */
export interface Said {
  /** All that its serial port printed. The last line may not be complete yet. */
  serial: string;
  /** What its screen shows, where that is of text; empty otherwise. */
  screen: string;
}

export interface Verdict {
  outcome: BootOutcome;
  program: BootProgram | null;
  /** In lower case. */
  code: string | null;
}

const STAND_IN = /^STICKSMITH-/m;

/** What it means so far; null while it can still become anything. */
export function verdictOf(said: Said): Verdict | null {
  const texts = [said.serial, said.screen];
  const signs = texts.some((text) => STAND_IN.test(text)) ? STAND_IN_SIGNS : SIGNS;
  for (const { pattern, outcome, program } of signs) {
    for (const text of texts) {
      const match = pattern.exec(text);
      if (match) return { outcome, program, code: match[1]?.toLowerCase() ?? null };
    }
  }
  return null;
}

/** What it means when no more is going to come. */
export function finalVerdict(said: Said, timedOut: boolean): Verdict {
  const verdict = verdictOf({ serial: `${said.serial}\n`, screen: `${said.screen}\n` });
  if (verdict) return verdict;
  const outcome = timedOut && !silentProgram(said) ? 'timed-out' : 'unknown';
  return { outcome, program: null, code: null };
}

/** Whether something was started that isn't one of the stand-ins, which say what they do. */
export function silentProgram(said: Said): boolean {
  const text = transcriptOf(said);
  return HANDED_OVER.some((pattern) => pattern.test(text)) && !STAND_IN.test(text);
}

export function transcriptOf({ serial, screen }: Said): string {
  return [serial, screen].filter((text) => text !== '').join('\n');
}

const TELLING = /^STICKSMITH-PRACTICE |: (HASH MISMATCH|READ ERROR)$/;

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
