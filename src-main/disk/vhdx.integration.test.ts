import { createHash } from 'node:crypto';
import { open, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VHDX_MAXIMUM_BYTES, VHDX_PREAMBLE_BYTES, VHDX_STEP_BYTES } from '../../src-shared/layout';
import { GiB, MiB } from '../../src-shared/units';
import { openFileSource } from '../io';
import { tool, toolBytes, withFolder } from './testing';
import { encodeVhdxPreamble } from './vhdx-encode';
import { openVhdx } from './vhdx-read';

const ids = {
  file: 'f1f1f1f1-2222-3333-4444-555555555555',
  data: 'd1d1d1d1-2222-3333-4444-555555555555',
  disk: 'a1b2c3d4-e5f6-0718-293a-4b5c6d7e8f90',
};

/** A sparse virtual disk with something in it at these places of the disk. */
async function make(path: string, diskBytes: number, content: Map<number, Buffer>): Promise<void> {
  await writeFile(path, encodeVhdxPreamble({ diskBytes, ids }));
  await truncate(path, VHDX_PREAMBLE_BYTES + diskBytes);
  const handle = await open(path, 'r+');
  for (const [at, bytes] of content) {
    await handle.write(bytes, 0, bytes.length, VHDX_PREAMBLE_BYTES + at);
  }
  await handle.close();
}

describe('a virtual disk as other programs see it', () => {
  it.each([
    ['the smallest', VHDX_STEP_BYTES],
    ['with entries for sectors between those of blocks', 129 * VHDX_STEP_BYTES],
    ['of an odd number of blocks', 100 * GiB + 3 * VHDX_STEP_BYTES],
    ['of 2 TiB', 2048 * GiB],
    ['the largest', VHDX_MAXIMUM_BYTES],
  ])('%s has its size and is whole', async (_, diskBytes) => {
    await withFolder(async (folder) => {
      const path = join(folder, 'disk.vhdx');
      await make(path, diskBytes, new Map());
      const info = JSON.parse(await tool('qemu-img', 'info', '--output=json', path)) as {
        format: string;
        'virtual-size': number;
      };
      expect(info.format).toBe('vhdx');
      expect(info['virtual-size']).toBe(diskBytes);
      expect(await tool('qemu-img', 'check', '-f', 'vhdx', path)).toContain('No errors');
      const seen = await tool('vhdiinfo', path);
      expect(seen).toContain(`(${String(diskBytes)} bytes)`);
      expect(seen).toMatch(/Disk type\s*:\s+Fixed/);
      expect(seen).toContain(ids.data);
    });
  });

  it('gives the bytes that lie behind its preamble', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'disk.vhdx');
      const raw = join(folder, 'disk.raw');
      const diskBytes = 300 * VHDX_STEP_BYTES;
      const content = new Map([
        [0, Buffer.from('first')],
        [127 * VHDX_STEP_BYTES - 3, Buffer.from('across')],
        [128 * VHDX_STEP_BYTES - 3, Buffer.from('beyond the first chunk')],
        [diskBytes - 4, Buffer.from('last')],
      ]);
      await make(path, diskBytes, content);
      await tool('qemu-img', 'convert', '-f', 'vhdx', '-O', 'raw', path, raw);
      const [theirs, source] = await Promise.all([openFileSource(raw), openFileSource(path)]);
      const ours = await openVhdx(source, path);
      expect(ours.size).toBe(theirs.size);
      for (const [at, bytes] of content) {
        expect(await theirs.read(at, bytes.length)).toEqual(bytes);
        expect(await ours.read(at, bytes.length)).toEqual(bytes);
      }
      await Promise.all([theirs.close(), source.close()]);
    });
  });

  it('made by another program is read as that program reads it', async () => {
    await withFolder(async (folder) => {
      const raw = join(folder, 'disk.raw');
      const path = join(folder, 'disk.vhdx');
      const bytes = Buffer.alloc(20 * MiB, 'not ours ');
      await writeFile(raw, bytes);
      const options = ['-o', 'subformat=fixed,block_state_zero=off'];
      await tool('qemu-img', 'convert', '-f', 'raw', '-O', 'vhdx', ...options, raw, path);
      const source = await openFileSource(path);
      const disk = await openVhdx(source, path);
      const sum = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
      expect(sum(await disk.read(0, disk.size))).toBe(sum(bytes));
      await source.close();
    });
  });

  it.each(['dynamic', 'vpc'])('of another kind is refused: %s', async (kind) => {
    await withFolder(async (folder) => {
      const path = join(folder, 'disk.vhdx');
      const format = kind === 'vpc' ? ['-f', 'vpc'] : ['-f', 'vhdx', '-o', 'subformat=dynamic'];
      await tool('qemu-img', 'create', ...format, path, '64M');
      const source = await openFileSource(path);
      await expect(openVhdx(source, path)).rejects.toMatchObject({ code: 'vhdx/unsupported' });
      await source.close();
    });
  });

  it('can be written to by another program', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'disk.vhdx');
      await make(path, 4 * VHDX_STEP_BYTES, new Map());
      await tool('qemu-io', '-f', 'vhdx', '-c', 'write -P 0x5a 33M 64k', path);
      const read = await toolBytes('qemu-io', '-f', 'vhdx', '-c', 'read -P 0x5a 33M 64k', path);
      expect(read.toString()).not.toContain('verification failed');
      const source = await openFileSource(path);
      const disk = await openVhdx(source, path);
      expect(await disk.read(33 * MiB, 4)).toEqual(Buffer.alloc(4, 0x5a));
      await source.close();
    });
  });
});
