import { z } from 'zod';

/** Why Windows would not take a name for a local account; null when it does. */
export type AccountNameProblem = 'empty' | 'too-long' | 'character' | 'edges' | 'reserved';

/** So many UTF-16 units at most (Microsoft, USER_INFO_0). */
const LONGEST = 20;

/**
 * `"/\\[]:;|=,+*?<>` and control characters (Microsoft, USER_INFO_0 and NetUserAdd). `@` is refused by the user
 * interface of Windows, and between `%` its command line sees a variable. The rest nobody sees or types: line
 * separators, what turns the direction of writing, and code points that are no characters.
 */
const FORBIDDEN =
  /["/\\[\]:;|=,+*?<>@%\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u;

/** Accounts that every Windows has, in English. */
const ACCOUNTS = ['administrator', 'guest', 'defaultaccount', 'defaultuser0', 'wdagutilityaccount'];
/** Groups and authorities, which share their names with accounts (Microsoft, Well-known SIDs). */
const AUTHORITIES = [
  ...['administrators', 'users', 'guests', 'power users', 'backup operators', 'replicator'],
  ...['remote desktop users', 'network configuration operators', 'everyone', 'anonymous', 'none'],
  ...['anonymous logon', 'authenticated users', 'batch', 'builtin', 'creator group'],
  ...['creator owner', 'dialup', 'interactive', 'internet', 'iusr', 'krbtgt', 'local'],
  ...['local service', 'network', 'network service', 'nt authority', 'owner rights', 'proxy'],
  ...['restricted', 'self', 'service', 'system', 'terminal server user'],
];
/** Folders beside those of people, below `Users`. */
const FOLDERS = ['public', 'default', 'default user', 'all users'];
const RESERVED = new Set([...ACCOUNTS, ...AUTHORITIES, ...FOLDERS]);
/** Devices, which no folder of a profile can be named after, whatever follows a full stop (Microsoft, Naming files). */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

export function accountNameProblem(name: string): AccountNameProblem | null {
  if (name.trim() === '') return 'empty';
  if (name.length > LONGEST) return 'too-long';
  if (FORBIDDEN.test(name)) return 'character';
  if (name.trim() !== name || name.endsWith('.')) return 'edges';
  return RESERVED.has(name.toLowerCase()) || DEVICE.test(name) ? 'reserved' : null;
}

const WORDS: Record<AccountNameProblem, string> = {
  empty: 'an account needs a name',
  'too-long': `the name of an account has at most ${String(LONGEST)} characters`,
  character:
    'the name of an account can’t contain " / \\ [ ] : ; | = , + * ? < > @ % or an invisible character',
  edges: 'the name of an account can’t begin with a space or end with a space or full stop',
  reserved: 'Windows keeps this name for itself',
};

export const AccountNameSchema = z.string().superRefine((name, context) => {
  const problem = accountNameProblem(name);
  if (problem) context.addIssue({ code: 'custom', message: WORDS[problem] });
});
