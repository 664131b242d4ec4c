import { execFileSync } from 'node:child_process';
import { mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../src-shared/units';
import { openFileSource } from '../io';
import { chooseTable, readGpt } from './gpt-read';
import { protectiveSector, renewGpt } from './gpt-renew';

const DISK = 64 * MiB;
let folder: string;
let disk: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-gpt-'));
  disk = join(folder, 'disk.img');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function sgdisk(...args: string[]): string {
  return execFileSync('sgdisk', [...args, disk], { encoding: 'utf8', stdio: 'pipe' });
}

/** A table of somebody else's program, with names, attributes and a type that this one knows nothing of. */
async function madeBySgdisk(): Promise<void> {
  await writeFile(disk, '');
  await truncate(disk, DISK);
  sgdisk(
    '-n',
    '1:2048:+10M',
    '-t',
    '1:ef00',
    '-c',
    '1:Größe',
    '-n',
    '5:40960:+20M',
    '-A',
    '5:set:60',
  );
}

async function overwrite(offset: number, bytes: Buffer): Promise<void> {
  const file = await open(disk, 'r+');
  await file.write(bytes, 0, bytes.length, offset);
  await file.close();
}

/** Writes both copies from the one that is valid. */
async function renew(): Promise<void> {
  const source = await openFileSource(disk);
  try {
    const table = chooseTable(await readGpt(source));
    if (!table) throw new Error('no valid table');
    const { primary, backup } = await renewGpt(source, table);
    const sector = protectiveSector(await source.read(0, SECTOR), source.size / SECTOR);
    await overwrite(backup.offset, backup.bytes);
    await overwrite(primary.offset, primary.bytes);
    await overwrite(0, sector);
  } finally {
    await source.close();
  }
}

const told = (): string => sgdisk('-p', '-i', '1', '-i', '5').replace(/^Disk .*\n/gm, '');

describe('a partition table of which one copy is left', () => {
  it.each<[string, () => Promise<void>]>([
    ['the first', () => overwrite(DISK - 33 * SECTOR, Buffer.alloc(33 * SECTOR))],
    ['the one at the end', () => overwrite(0, Buffer.alloc(34 * SECTOR))],
  ])('gets the other back from %s, as sgdisk had made it', async (_, damage) => {
    await madeBySgdisk();
    const before = told();
    // Programs differ in what sector 0 says in the words of the first disks.
    const behindSector0 = (): Promise<Buffer> =>
      readFile(disk).then((bytes) => bytes.subarray(SECTOR));
    const bytes = await behindSector0();
    await damage();
    await renew();
    expect(sgdisk('-v')).toContain('No problems found');
    expect(told()).toBe(before);
    expect((await behindSector0()).equals(bytes)).toBe(true);
  });

  it('reaches the end of a drive that is larger than the one it was copied from', async () => {
    await madeBySgdisk();
    const partitions = (): string => sgdisk('-i', '1', '-i', '5');
    const before = partitions();
    await truncate(disk, DISK + 16 * MiB);
    await renew();
    expect(sgdisk('-v')).toContain('No problems found');
    expect(partitions()).toBe(before);
  });

  it('is refused where the last partition leaves no room for its copy', async () => {
    await madeBySgdisk();
    const end = 40960 + (20 * MiB) / SECTOR;
    await truncate(disk, (end + 10) * SECTOR);
    await expect(renew()).rejects.toThrow(/no valid table|no room/);
  });
});
