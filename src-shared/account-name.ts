import { z } from 'zod';

/** Why Windows would not take a name for a local account; null when it does. */
export type AccountNameProblem = 'empty' | 'too-long' | 'character' | 'only-dots' | 'reserved';

/** `NetUserAdd` and the user interface of Windows: at most so many UTF-16 units. */
const LONGEST = 20;
/** Not allowed in `usri1_name` (Microsoft, NetUserAdd), and `@`, which the user interface refuses too. */
const FORBIDDEN = /["/\\[\]:;|=,+*?<>@%\p{Cc}\p{Surrogate}]/u;

/** Accounts and authorities that every Windows has, in English; and device names, which no profile folder can have. */
const RESERVED = new Set([
  ...['administrator', 'guest', 'defaultaccount', 'defaultuser0', 'wdagutilityaccount', 'krbtgt'],
  ...['system', 'network service', 'local service', 'service', 'everyone', 'anonymous', 'none'],
  ...['administrators', 'users', 'guests', 'power users', 'public', 'default', 'all users'],
  ...['con', 'prn', 'aux', 'nul'],
  ...Array.from({ length: 9 }, (_, i) => [`com${String(i + 1)}`, `lpt${String(i + 1)}`]).flat(),
]);

export function accountNameProblem(name: string): AccountNameProblem | null {
  if (name.trim() === '') return 'empty';
  if (name.length > LONGEST) return 'too-long';
  if (FORBIDDEN.test(name)) return 'character';
  if (/^[. ]+$/.test(name) || /[. ]$/.test(name) || name.startsWith(' ')) return 'only-dots';
  return RESERVED.has(name.toLowerCase()) ? 'reserved' : null;
}

const WORDS: Record<AccountNameProblem, string> = {
  empty: 'an account needs a name',
  'too-long': `the name of an account has at most ${String(LONGEST)} characters`,
  character: 'the name of an account can’t contain " / \\ [ ] : ; | = , + * ? < > @ %',
  'only-dots': 'the name of an account can’t begin with a space or end with a space or full stop',
  reserved: 'Windows keeps this name for itself',
};

export const AccountNameSchema = z.string().superRefine((name, context) => {
  const problem = accountNameProblem(name);
  if (problem) context.addIssue({ code: 'custom', message: WORDS[problem] });
});
