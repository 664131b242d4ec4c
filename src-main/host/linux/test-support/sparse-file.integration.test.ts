import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../../../src-shared/units';
import { attachLoop } from '../../../helper/test-support/loop-device';
import { copyRange, sparseHash } from './sparse-file';

let folder: string;
let disk: string;
/** At the first MiB of a disk that is a hole otherwise. */
let content: Buffer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '-sparse "ü, '));
  disk = join(folder, '-disk: "ü".img');
  content = randomBytes(MiB);
  await writeFile(disk, '');
  await writeAt(disk, MiB, content);
  const handle = await open(disk, 'r+');
  await handle.truncate(4 * GiB);
  await handle.close();
});
afterEach(() => rm(folder, { recursive: true }));

async function writeAt(path: string, offset: number, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.write(bytes, 0, bytes.length, offset);
  await handle.close();
}

describe('a range of a disk', () => {
  it('is copied byte for byte, out of a file and out of a device', async () => {
    const range = { startByte: MiB - 512, bytes: 2 * MiB + 512 };
    const wanted = Buffer.alloc(range.bytes);
    content.copy(wanted, 512);
    const copy = join(folder, 'copy: 1');
    await copyRange(disk, range, copy);
    expect((await readFile(copy)).equals(wanted)).toBe(true);

    const loop = await attachLoop(64 * MiB);
    try {
      await writeAt(loop.path, MiB, content);
      await copyRange(loop.path, range, copy);
      expect((await readFile(copy)).equals(wanted)).toBe(true);
    } finally {
      await loop.detach();
    }
  });

  it('has its holes again', async () => {
    const copy = join(folder, 'copy');
    await copyRange(disk, { startByte: 0, bytes: 4 * GiB }, copy);
    const { size, blocks } = await stat(copy);
    expect(size).toBe(4 * GiB);
    expect(blocks * 512).toBeLessThan(2 * MiB);
  });
});

describe('the hash of a sparse file', () => {
  it('is the same until a byte changes, whenever the file was read or touched', async () => {
    const before = await sparseHash(disk);
    await utimes(disk, 1, 1);
    expect(await sparseHash(disk)).toBe(before);
    await writeAt(disk, 2 * MiB - 1, Buffer.from([(content.at(-1) ?? 0) ^ 1]));
    expect(await sparseHash(disk)).not.toBe(before);
  });

  it('tells of zeros written into a hole, and of another size', async () => {
    const before = await sparseHash(disk);
    await writeAt(disk, 3 * GiB, Buffer.alloc(4096));
    const filled = await sparseHash(disk);
    expect(filled).not.toBe(before);
    const handle = await open(disk, 'r+');
    await handle.truncate(4 * GiB + 512);
    await handle.close();
    expect(await sparseHash(disk)).not.toBe(filled);
  });

  it('is no hash of the bytes alone', async () => {
    const small = join(folder, 'small');
    await writeFile(small, 'content');
    const bytes = createHash('sha256').update('content').digest('hex');
    expect(await sparseHash(small)).not.toBe(bytes);
  });
});
