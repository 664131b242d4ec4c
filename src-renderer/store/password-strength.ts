import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

export const passwordStrengths = ['weak', 'fair', 'good', 'strong'] as const;
export type PasswordStrength = (typeof passwordStrengths)[number];

/**
 * Guesses that a password withstands, as powers of ten, up to which it counts as one or the other. BitLocker hashes each guess
 * a million times (2^20), so that a graphics card tries some thousands a second: 10^8 take it hours, 10^11 a year.
 */
const MOST_GUESSES: readonly [PasswordStrength, number][] = [
  ['weak', 8],
  ['fair', 11],
  ['good', 14],
];

/** Longer ones are judged by their beginning, since the time grows with the length. */
const JUDGED_CHARACTERS = 64;

let loading: Promise<ZxcvbnFactory> | null = null;

/** How long a password holds against somebody who has the stick. Its word lists are loaded when it is first asked. */
export async function passwordStrength(password: string): Promise<PasswordStrength> {
  loading ??= load();
  const judge = await loading;
  const { guessesLog10 } = judge.check(password, ['windows', 'bitlocker', 'sticksmith']);
  return MOST_GUESSES.find(([, most]) => guessesLog10 < most)?.[0] ?? 'strong';
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary },
    maxLength: JUDGED_CHARACTERS,
  });
}
