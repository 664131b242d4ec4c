import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);
const MAXIMUM_OUTPUT = 256 * 1024 * 1024;

/** Runs an independent tool and gives its standard output. Throws with its messages when it fails. */
export async function tool(name: string, ...args: string[]): Promise<string> {
  const { stdout } = await exec(name, args, {
    maxBuffer: MAXIMUM_OUTPUT,
    env: { ...process.env, LC_ALL: 'C.UTF-8', MTOOLS_SKIP_CHECK: '1' },
  });
  return stdout;
}

/** As `tool`, with the output as it is. */
export async function toolBytes(name: string, ...args: string[]): Promise<Buffer> {
  const { stdout } = await exec(name, args, {
    maxBuffer: MAXIMUM_OUTPUT,
    encoding: 'buffer',
    env: { ...process.env, LC_ALL: 'C.UTF-8', MTOOLS_SKIP_CHECK: '1' },
  });
  return stdout;
}

/** A new folder with an awkward name. Remove it. */
export function fresh(): Promise<string> {
  return mkdtemp(join(tmpdir(), "-stick's “ü” 磁盘 "));
}

export function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

/** A folder as from `fresh`, removed afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await fresh();
  try {
    return await use(folder);
  } finally {
    await remove(folder);
  }
}
