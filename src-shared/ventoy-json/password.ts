import { utf8Bytes } from './json';

/** Before anything starts, or before images of one type do; as `bootpwd`, `isopwd` and so on in the file. */
export const PASSWORD_KINDS = ['boot', 'iso', 'wim', 'efi', 'img', 'vhd', 'vtoy'] as const;
export type PasswordKind = (typeof PASSWORD_KINDS)[number];

/** Longer ones are refused by `ventoy_plugin_parse_pwdstr`. */
const MAX_BYTES = 64;

/** How a password is written; null for one that Ventoy doesn't take, so that nothing is locked. */
export function passwordForm(stored: string): 'clear' | 'md5' | 'salted-md5' | null {
  if (utf8Bytes(stored) > MAX_BYTES) return null;
  if (stored.startsWith('txt#')) return 'clear';
  if (/^md5#[0-9a-f]{32}$/i.test(stored)) return 'md5';
  return /^md5#[^#]*#[0-9a-f]{32}$/i.test(stored) ? 'salted-md5' : null;
}

/** 64 bytes less `md5#`, `#` and the hash. */
const MAX_SALT = MAX_BYTES - 4 - 1 - 32;

/** What Ventoy's prompt can't take (`grub_password_get`), as a clause; null if nothing. */
export function passwordProblem(clear: string): string | null {
  if (clear === '') return 'it is empty';
  if (clear.length > 64) return 'it has more than 64 characters';
  return /^[ -~]+$/.test(clear)
    ? null
    : 'it has characters other than those of an English keyboard';
}

/**
 * A password as it stands in the file: `md5#salt#hash`, where the hash is that of salt and password one after the other
 * (`ventoy_check_password`). MD5 is what Ventoy has; it keeps out the curious, not the determined.
 * @param salt letters and digits, at most 27 of them; another one for each password
 * @param md5 of a text's UTF-8, as 32 hexadecimal digits
 * @throws RangeError for another salt, and for a password that `passwordProblem` refuses
 */
export function storedPassword(clear: string, salt: string, md5: (text: string) => string): string {
  if (!/^[A-Za-z0-9]+$/.test(salt) || salt.length > MAX_SALT) throw new RangeError('not a salt');
  const problem = passwordProblem(clear);
  if (problem !== null) throw new RangeError(`not a password: ${problem}`);
  return `md5#${salt}#${md5(salt + clear)}`;
}
