import { spawnSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from '../../src-main/host/run-tool';
import { sgdiskPartitions } from './read-back';

/** What tells of an encrypted stick without knowing anything of ours. */

/** The key that opens a volume when its password is forgotten, wherever it stands. */
export const RECOVERY_KEY = /(\d{6}-){7}\d{6}/;

/** The key in the file that a person keeps. */
export async function recoveryKeyIn(path: string): Promise<string> {
  const text = (await readFile(path)).toString('utf16le');
  const key = RECOVERY_KEY.exec(text)?.[0];
  if (key === undefined) throw new Error(`${path} holds no key`);
  return key;
}

/** Windows' partition as a block device of its own, as long as `use` takes. */
export async function withPartition<T>(
  disk: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const windows = (await sgdiskPartitions(disk))[2];
  if (!windows) throw new Error('there is no third partition');
  const place = ['--offset', String(windows.startByte), '--sizelimit', String(windows.bytes)];
  const { stdout } = await runTool('losetup', ['--find', '--show', ...place, disk]);
  const path = stdout.trim();
  try {
    return await use(path);
  } finally {
    await runTool('losetup', ['--detach', path]);
  }
}

/** Whether cryptsetup takes a password, or a recovery key, for a volume. */
export function cryptsetupOpens(volume: string, secret: string): boolean {
  const args = ['open', '--type', 'bitlk', '--test-passphrase', '--key-file=-', volume];
  return spawnSync('cryptsetup', args, { input: secret }).status === 0;
}

/** Paths of all files in a folder and the folders in it. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Whether a text stands in some bytes, in either of the encodings that secrets have here. */
export function holdsText(bytes: Buffer, text: string): boolean {
  return (['utf8', 'utf16le'] as const).some((encoding) =>
    bytes.includes(Buffer.from(text, encoding)),
  );
}
