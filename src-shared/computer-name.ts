import { z } from 'zod';

/** Why Windows would not take a name, or a pattern of names, for a computer; null when it does. */
export type ComputerNameProblem =
  'empty' | 'too-long' | 'character' | 'hyphen' | 'only-digits' | 'two-counters' | 'reserved';

/** A NetBIOS name (Microsoft, Shell-Setup ComputerName): at most so many characters. */
const LONGEST = 15;

/**
 * Words that stand for something else on a network, of which a name may have the characters (Microsoft, Naming
 * conventions in Active Directory, table of reserved words), and the workgroup that every Windows starts in.
 */
const RESERVED = new Set([
  ...['anonymous', 'batch', 'builtin', 'dialup', 'interactive', 'internet', 'local', 'localhost'],
  ...['network', 'null', 'proxy', 'restricted', 'self', 'server', 'service', 'system', 'users'],
  ...['workgroup', 'world'],
]);

/**
 * A pattern is a name in which a run of `#` stands for a number of at least so many digits: `LOANER-##` makes
 * LOANER-01, LOANER-02 and so on.
 */
export function computerNameProblem(pattern: string): ComputerNameProblem | null {
  if (pattern === '') return 'empty';
  if (pattern.length > LONGEST) return 'too-long';
  if (!/^[A-Za-z0-9#-]+$/.test(pattern)) return 'character';
  if (pattern.startsWith('-') || pattern.endsWith('-')) return 'hyphen';
  if (/^[0-9#]+$/.test(pattern)) return 'only-digits';
  if ((pattern.match(/#+/g) ?? []).length > 1) return 'two-counters';
  return RESERVED.has(pattern.toLowerCase()) ? 'reserved' : null;
}

/** Whether every stick of a series gets a name of its own. */
export function countsUp(pattern: string): boolean {
  return pattern.includes('#');
}

/**
 * The name of one stick. Null when the number has more digits than the pattern, so that no two sticks
 * get names of different length by accident, and no name gets too long.
 */
export function computerNameOf(pattern: string, number: number): string | null {
  const run = /#+/.exec(pattern)?.[0];
  if (run === undefined) return pattern;
  const digits = String(number).padStart(run.length, '0');
  return digits.length > run.length ? null : pattern.replace(run, digits);
}

/** Matches every name that the pattern can make, in capitals or not: to Windows they are the same. */
export function computerNamePattern(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/#/g, '[0-9]')}$`, 'i');
}

const WORDS: Record<ComputerNameProblem, string> = {
  empty: 'a computer needs a name',
  'too-long': `the name of a computer has at most ${String(LONGEST)} characters`,
  character:
    'the name of a computer has only letters A to Z, digits and hyphens, and # for a number',
  hyphen: 'the name of a computer can’t begin or end with a hyphen',
  'only-digits': 'the name of a computer can’t have digits alone',
  'two-counters': 'only one run of # can count up',
  reserved: 'this name stands for something else on a network',
};

export const ComputerNamePatternSchema = z.string().superRefine((pattern, context) => {
  const problem = computerNameProblem(pattern);
  if (problem) context.addIssue({ code: 'custom', message: WORDS[problem] });
});
