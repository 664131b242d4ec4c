import { open } from 'node:fs/promises';
import { checkResult, type CheckResult } from '../../../src-shared/check';
import { messageOf } from '../../../src-shared/errors';
import { sentence, type SentenceParam } from '../../../src-shared/findings';
import { readRecoveryKeyFile } from '../../guest';
import type { OpenedVolume } from '../../guest/bitlocker';

/** Far more than such a file has. */
const MOST_BYTES = 64 * 1024;

/**
 * Whether the file that was saved before the stick was written is still there, and holds the very key that the volume gives
 * out: its folder may have been a drive that was taken away, or a server. Never throws.
 */
export async function checkKeyFile(
  path: string,
  { recoveryPassword }: Pick<OpenedVolume, 'recoveryPassword'>,
): Promise<CheckResult> {
  const id = 'bitlocker.key-file';
  const problem = await problemOf(path, recoveryPassword());
  if (problem === null) {
    return checkResult(id, 'pass', sentence('bitlocker.key-file.right'), null);
  }
  const wrong = sentence('bitlocker.key-file.wrong', { path, problem });
  return checkResult(id, 'warn', wrong, sentence('next.bitlocker.key-file'));
}

async function problemOf(
  path: string,
  recoveryPassword: string | null,
): Promise<SentenceParam | null> {
  try {
    const found = readRecoveryKeyFile(await beginningOf(path));
    if (found === null) return sentence('bitlocker.key-file.no-key');
    return found.recoveryPassword === recoveryPassword
      ? null
      : sentence('bitlocker.key-file.other-key');
  } catch (error) {
    return messageOf(error);
  }
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
