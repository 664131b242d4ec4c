import { z } from 'zod';

/*
 * Whether and how Windows' volume is encrypted with BitLocker. There is never a protector of the TPM: it would bind the
 * stick to one computer.
 */

export const BitLockerCipherSchema = z.enum(['xts-aes-128', 'xts-aes-256']);
export type BitLockerCipher = z.infer<typeof BitLockerCipherSchema>;

export const KeyEscrowSchema = z.enum(['none', 'active-directory', 'entra-id']);
export type KeyEscrow = z.infer<typeof KeyEscrowSchema>;

const protectionFields = {
  cipher: BitLockerCipherSchema.describe('The cipher of BitLocker.'),
  escrow: KeyEscrowSchema.describe(
    'Where Windows, once it is joined to one of them, keeps a copy of the recovery key.',
  ),
};

const keyFolderField = z
  .string()
  .min(1)
  .describe('Folder of this computer that receives one file with the recovery key for each stick.');

export const ProtectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none').describe('Nothing is encrypted.') }),
  z.strictObject({
    kind: z
      .literal('now')
      .describe(
        'This program encrypts what it writes; the stick never holds Windows in the clear.',
      ),
    ...protectionFields,
    recoveryFolder: keyFolderField,
    clearFreeSpace: z
      .boolean()
      .describe('What lay on a drive before is made unreadable where Windows leaves room.'),
  }),
  z.strictObject({
    kind: z
      .literal('after-writing')
      .describe(
        'The Windows that makes the stick encrypts it once everything is written and verified. On a computer with Windows only.',
      ),
    ...protectionFields,
    recoveryFolder: keyFolderField,
    usedSpaceOnly: z
      .boolean()
      .describe(
        'False: the free space is encrypted as well, and with it what lay there before. That takes as long as filling the drive.',
      ),
  }),
  z.strictObject({
    kind: z
      .literal('first-start')
      .describe('Windows encrypts itself at its first start, and asks for the password there.'),
    ...protectionFields,
    recoveryFolder: z
      .string()
      .regex(
        /^\\\\[^\\/:*?"<>|\p{Cc}]+(\\[^\\/:*?"<>|\p{Cc}]+)+$/u,
        'a folder on a server looks like \\\\server\\share',
      )
      .max(240)
      .nullable()
      .describe(
        'Folder that receives the recovery key, such as \\\\server\\keys; null: Windows asks for one.',
      ),
  }),
]);
export type Protect = z.infer<typeof ProtectSchema>;
export type ProtectNow = Extract<Protect, { kind: 'now' }>;
export type ProtectAfterWriting = Extract<Protect, { kind: 'after-writing' }>;
export type ProtectAtFirstStart = Extract<Protect, { kind: 'first-start' }>;
/** What is encrypted while the stick is made: with a password that is asked for here, and a key that is saved here. */
export type ProtectHere = ProtectNow | ProtectAfterWriting;

export function isProtectedHere(protect: Protect): protect is ProtectHere {
  return protect.kind === 'now' || protect.kind === 'after-writing';
}

export const protectDefaults = {
  cipher: 'xts-aes-128',
  escrow: 'none',
  clearFreeSpace: true,
} as const;

export const afterWritingDefaults = {
  cipher: protectDefaults.cipher,
  escrow: protectDefaults.escrow,
  usedSpaceOnly: true,
} as const;

/** Characters (UTF-16 units) that a password may have: Windows' own limits without a policy. */
export const PASSWORD_LENGTH = { least: 8, most: 256 } as const;

export type BitLockerPasswordProblem = 'too-short' | 'too-long' | 'control-character';

/** Why Windows would not take a password for a volume; null when it does. */
export function bitLockerPasswordProblem(password: string): BitLockerPasswordProblem | null {
  if (password.length < PASSWORD_LENGTH.least) return 'too-short';
  if (password.length > PASSWORD_LENGTH.most) return 'too-long';
  return /[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/u.test(password)
    ? 'control-character'
    : null;
}

/** Ends of “The password can’t be used: …”. */
export const passwordProblemTexts: Record<BitLockerPasswordProblem, string> = {
  'too-short': `it has fewer than ${String(PASSWORD_LENGTH.least)} characters`,
  'too-long': `it has more than ${String(PASSWORD_LENGTH.most)} characters`,
  'control-character': 'it has a character that can’t be typed',
};

export const BitLockerPasswordSchema = z
  .string()
  .refine((password) => bitLockerPasswordProblem(password) === null, 'no password for BitLocker');

export type BitLockerPasswordDoubt = 'not-ascii' | 'other-layout';

/** Letters that lie elsewhere on a German, French or other keyboard than on that of the United States. */
const SAME_ON_ALL_LAYOUTS = /^[b-lnopr-vxB-LNOPR-VX]*$/;

/**
 * What a person should know about a password before the screen that asks for it, which takes every keyboard for one of
 * the United States and shows nothing of what is typed.
 */
export function bitLockerPasswordDoubts(password: string): BitLockerPasswordDoubt[] {
  if (!/^[ -~]*$/.test(password)) return ['not-ascii'];
  return SAME_ON_ALL_LAYOUTS.test(password) ? [] : ['other-layout'];
}

/** For the command line; the wizard has words of its own. */
export const passwordDoubtTexts: Record<BitLockerPasswordDoubt, string> = {
  'not-ascii':
    'The password has letters that a keyboard of the United States has not got: the screen that asks for it may never take it.',
  'other-layout':
    'The password has characters that lie elsewhere on a keyboard of the United States, for which the screen that asks for it takes every keyboard.',
};
