import { quotePowerShell } from '../../../guest';
import {
  bitLockerPasswordProblem,
  passwordProblemTexts,
  type BitLockerCipher,
} from '../../../../src-shared/protect';
import { stickError } from '../../../../src-shared/errors';
import { linesOf } from '../../text-lines';
import type { Operation, OperationFailure, OperationOutput } from '../operation';
import { makeOperation, windowsCode } from './make-operation';
import { powerShell } from './powershell';

/** Values of `-EncryptionMethod` (learn.microsoft.com/powershell/module/bitlocker: Enable-BitLocker). */
const METHODS: Record<BitLockerCipher, string> = {
  'xts-aes-128': 'XtsAes128',
  'xts-aes-256': 'XtsAes256',
};

export interface EncryptVolume {
  /** A letter with a colon. */
  volume: string;
  cipher: BitLockerCipher;
  password: string;
  /** 48 digits in groups of six: made by us, so that Windows prints none. */
  recoveryPassword: string;
}

/**
 * Has Windows encrypt a data volume, used space only. The two secrets go to standard input as Base64 of UTF-16, one
 * a line: never into the arguments, which every program may read, and never through a code page. That an encoded
 * command finds it in `$input` is reported, not tried. Throws `bitlocker/password` and
 * `bitlocker/recovery-password`.
 */
export function encryptVolume({
  volume,
  cipher,
  password,
  recoveryPassword,
}: EncryptVolume): Operation {
  const problem = bitLockerPasswordProblem(password);
  if (problem !== null) {
    throw stickError('bitlocker/password', { message: passwordProblemTexts[problem] });
  }
  if (!/^\d{6}(-\d{6}){7}$/.test(recoveryPassword)) {
    throw stickError('bitlocker/recovery-password', {
      message: 'it has not eight groups of six digits',
    });
  }
  const point = quotePowerShell(volume);
  const secret = [recoveryPassword, password].map(
    (text) => `${Buffer.from(text, 'utf16le').toString('base64')}\r\n`,
  );
  return powerShell({
    title: `Have Windows encrypt ${volume}`,
    body: `
$lines = @($input)
if ($lines.Count -lt 2) { throw 'The password did not arrive' }
$texts = $lines | ForEach-Object { [Text.Encoding]::Unicode.GetString([Convert]::FromBase64String($_)) }
$password = New-Object Security.SecureString
foreach ($character in $texts[1].ToCharArray()) { $password.AppendChar($character) }
$volume = ${point}
Add-BitLockerKeyProtector -MountPoint $volume -RecoveryPasswordProtector -RecoveryPassword $texts[0] -WarningAction SilentlyContinue | Out-Null
Enable-BitLocker -MountPoint $volume -EncryptionMethod ${METHODS[cipher]} -UsedSpaceOnly -PasswordProtector -Password $password | Out-Null`,
    stdin: { text: secret.join(''), secret: true },
  });
}

/**
 * Ends with 0 when the volume is protected and with 1 when it isn't, in every language (learn.microsoft.com,
 * manage-bde-status).
 */
export function isProtected(volume: string): Operation {
  return manageBde(
    `Ask whether ${volume} is protected`,
    ['-status', volume, '-protectionaserrorlevel'],
    [0, 1],
  );
}

/** Closes the volume, whatever programs have open in it. */
export function lockVolume(volume: string): Operation {
  return manageBde(`Lock ${volume}`, ['-lock', volume, '-forcedismount'], [0]);
}

function manageBde(title: string, args: readonly string[], okCodes: readonly number[]): Operation {
  return makeOperation({
    title,
    program: 'manage-bde.exe',
    args,
    okCodes,
    failureOf: (output) => manageBdeFailure(output, okCodes),
  });
}

/**
 * Why manage-bde failed: `ERROR: An error occurred (code 0x80310059):`, in Windows' language, and a sentence on the
 * same line or the next. Without a number it is what stands behind `ERROR:`.
 */
export function manageBdeFailure(
  { code, stdout, stderr }: OperationOutput,
  okCodes: readonly number[],
): OperationFailure | null {
  const lines = linesOf(`${stdout}\n${stderr}`);
  const at = lines.findIndex((line) => NUMBERED.test(line));
  if (at !== -1) {
    const [, number = '', sentence = ''] = NUMBERED.exec(lines[at] ?? '') ?? [];
    return {
      windowsCode: number.toLowerCase(),
      message: sentence === '' ? (lines[at + 1] ?? '') : sentence,
    };
  }
  if (okCodes.includes(code)) return null;
  const message = (lines.at(-1) ?? '').replace(/^\p{L}+\s?[:：]\s*/u, '');
  return { windowsCode: windowsCode(code), message };
}

const NUMBERED = /\(\P{Nd}*\s?(0x[0-9a-f]{8})\)\s?[:：]\s*(.*)$/iu;
