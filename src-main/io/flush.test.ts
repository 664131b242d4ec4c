import { mkdtemp, open, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flushFile, flushFolder } from './flush';

let base: string;
let path: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'flush-test-'));
  path = join(base, 'file');
  await writeFile(path, 'kept');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(base, { recursive: true, force: true });
});

/** What flushing of every file ends with from now on. */
async function flushingFails(code: string): Promise<() => number> {
  const handle = await open(path, 'r');
  const kind = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const sync = vi.spyOn(kind, 'sync').mockRejectedValue(Object.assign(new Error(code), { code }));
  return () => sync.mock.calls.length;
}

describe('flushing a folder', () => {
  it.each(['EPERM', 'EISDIR', 'EINVAL', 'ENOSYS', 'ENOTSUP'])('puts up with %s', async (code) => {
    const calls = await flushingFails(code);
    await flushFolder(base);
    expect(calls()).toBe(1);
  });

  it('tells of what went wrong on the disk, and of a folder that is not there', async () => {
    await flushingFails('EIO');
    await expect(flushFolder(base)).rejects.toThrow('EIO');
    await expect(flushFolder(join(base, 'none'))).rejects.toThrow('ENOENT');
  });
});

describe('flushing a file', () => {
  it.each([process.platform, 'win32'] as const)('leaves its content, on %s', async (platform) => {
    await flushFile(path, platform);
    expect(await readFile(path, 'utf8')).toBe('kept');
  });

  it('tells of everything that went wrong', async () => {
    await flushingFails('EPERM');
    await expect(flushFile(path, 'win32')).rejects.toThrow('EPERM');
  });
});
