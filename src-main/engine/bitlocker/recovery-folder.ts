import { constants } from 'node:fs';
import { access, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, stickError } from '../../../src-shared/errors';
import { recoveryKeyFile, type RecoveryKey } from '../../guest';
import { flushFolder } from '../../io';

/**
 * Makes sure, before any drive is touched, that recovery keys can be saved in a folder; makes it where it is missing. That it
 * doesn't lie on a drive which is to be erased is the helper's to refuse. Throws `bitlocker/recovery-folder`.
 */
export async function prepareRecoveryFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(path, error);
  }
}

/** A recovery key on disk. */
export interface SavedRecoveryKey {
  path: string;
  /** Removes it again, where the stick that it opens was not finished. Never fails. */
  withdraw(): Promise<void>;
}

/** Saves a key in a file for this user alone, down to the disk. An older one is never replaced. Throws `bitlocker/recovery-folder`. */
export async function saveRecoveryKey(folder: string, key: RecoveryKey): Promise<SavedRecoveryKey> {
  const { name, bytes } = recoveryKeyFile(key);
  const path = join(folder, name);
  const withdraw = (): Promise<void> => rm(path, { force: true }).catch(() => undefined);
  let begun = false;
  try {
    const file = await open(path, 'wx', 0o600);
    begun = true;
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await flushFolder(folder);
    return { path, withdraw };
  } catch (error) {
    if (begun) await withdraw();
    throw unusable(folder, error);
  }
}

function unusable(path: string, error: unknown) {
  return stickError('bitlocker/recovery-folder', { path, message: messageOf(error) });
}
