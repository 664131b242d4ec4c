import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MiB } from '../../../../src-shared/units';
import { encodeVhdxPreamble } from '../../../disk';
import { bootTest } from './boot-test';
import { lookAtDisk } from './disk-file';

const DISK_BYTES = 32 * MiB;
const ids = {
  file: '11111111-2222-3333-4444-555555555555',
  data: '21111111-2222-3333-4444-555555555555',
  disk: '31111111-2222-3333-4444-555555555555',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disk-file-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A disk of zeros but for some bytes, behind a preamble where it is a virtual one. */
async function diskFile(name: string, preamble: Buffer, bytes: [number, number][] = []) {
  const path = join(folder, name);
  await writeFile(path, preamble);
  await truncate(path, preamble.length + DISK_BYTES);
  const handle = await open(path, 'r+');
  for (const [at, byte] of bytes) {
    await handle.write(Buffer.of(byte), 0, 1, preamble.length + at);
  }
  await handle.close();
  return path;
}

const bare = Buffer.alloc(0);
const vhdx = encodeVhdxPreamble({ diskBytes: DISK_BYTES, ids });
/** What is in the first sector of a GPT: one entry, and the mark of a table. */
const table: [number, number][] = [
  [440, 0x17],
  [446 + 4, 0xee],
  [510, 0x55],
  [511, 0xaa],
];

it('finds code for a BIOS in the first sector of the disk, not in that of a virtual disk’s file', async () => {
  const found = [
    await lookAtDisk(await diskFile('gpt.img', bare, table)),
    await lookAtDisk(await diskFile('first.img', bare, [...table, [0, 0xfa]])),
    await lookAtDisk(await diskFile('last.img', bare, [...table, [439, 0x90]])),
    await lookAtDisk(await diskFile('gpt.vhdx', vhdx, table)),
    await lookAtDisk(await diskFile('mbr.vhdx', vhdx, [...table, [0, 0xfa]])),
  ];
  expect(found).toEqual([
    { format: 'raw', hasBiosCode: false },
    { format: 'raw', hasBiosCode: true },
    { format: 'raw', hasBiosCode: true },
    { format: 'vhdx', hasBiosCode: false },
    { format: 'vhdx', hasBiosCode: true },
  ]);
});

it('takes a file for a virtual disk by its content, whatever its name', async () => {
  expect((await lookAtDisk(await diskFile('virtual.img', vhdx))).format).toBe('vhdx');
  expect((await lookAtDisk(await diskFile('raw.vhdx', bare))).format).toBe('raw');
});

it('refuses a virtual disk that isn’t whole, and finds no code in a file that is too short', async () => {
  const half = join(folder, 'half.vhdx');
  await writeFile(half, vhdx);
  await expect(lookAtDisk(half)).rejects.toMatchObject({ code: 'vhdx/unsupported' });
  const short = join(folder, 'short.img');
  await writeFile(short, Buffer.alloc(100, 1));
  expect(await lookAtDisk(short)).toEqual({ format: 'raw', hasBiosCode: false });
});

it('starts no virtual computer with a BIOS for a disk that has nothing for it', async () => {
  const imagePath = await diskFile('silent.img', bare, table);
  const result = await bootTest({ imagePath, firmware: 'bios', timeoutSeconds: 300 });
  expect(result).toMatchObject({ outcome: 'no-boot', serial: '', seconds: 0 });
  expect(result.evidence).toContain('no program');
});
