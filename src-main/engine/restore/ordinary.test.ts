import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ordinaryLayout } from '../../../src-shared/restore';
import { MiB, SECTOR } from '../../../src-shared/units';
import { encodeGpt, encodeMbr } from '../../disk';
import { bufferSource } from '../../io';
import { newStickIds } from '../stick-ids';
import { encodeTable } from '../stick-table';
import { oldTraces } from './old-traces';
import { ordinaryContent } from './ordinary-content';
import { requireOrdinary } from './require-ordinary';

const DISK = 24 * MiB;
const START = 4 * MiB;
const OLD = 0x55;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-ordinary-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function layoutOf(scheme: 'mbr' | 'gpt') {
  const layout = ordinaryLayout(DISK, scheme);
  if ('problem' in layout) throw new Error(layout.problem);
  return layout;
}

/** A disk full of something old, as the helper would leave it. */
async function restored(scheme: 'mbr' | 'gpt', before = Buffer.alloc(DISK, OLD)): Promise<Buffer> {
  const layout = layoutOf(scheme);
  const ids = newStickIds();
  const { signal } = new AbortController();
  const own = await mkdtemp(join(folder, 'drive-'));
  const made = { label: 'KINGSTON', ids };
  const content = await ordinaryContent(
    { layout, folder: own },
    bufferSource(before),
    made,
    signal,
  );
  const disk = Buffer.from(before);
  const { head, tail } = encodeTable(layout, ids);
  head.copy(disk);
  disk.fill(0, DISK - MiB);
  tail.copy(disk, DISK - tail.length);
  for (const { path, chunks } of content.maps) {
    const source = await readFile(path);
    for (const { sourceOffset, targetOffset, length } of chunks) {
      source.copy(disk, targetOffset, sourceOffset, sourceOffset + length);
    }
  }
  return disk;
}

const check = (disk: Buffer, scheme: 'mbr' | 'gpt' = 'mbr') =>
  requireOrdinary('/dev/x', bufferSource(disk), layoutOf(scheme), 'KINGSTON');

describe('an ordinary drive', () => {
  it.each(['mbr', 'gpt'] as const)('with a table of kind %s is found to be one', async (scheme) => {
    const { volumeBytes } = await check(await restored(scheme), scheme);
    expect(volumeBytes).toBeLessThanOrEqual(DISK - START - MiB);
    expect(volumeBytes).toBeGreaterThan(DISK - START - 2 * MiB);
  });

  it.each<[string, (disk: Buffer) => void, RegExp]>([
    ['a program in its first sector', (disk) => disk.fill(0x90, 0, 16), /program/],
    ['an active partition', (disk) => disk.writeUInt8(0x80, 446), /not one for files/],
    ['another type of partition', (disk) => disk.writeUInt8(0x83, 450), /not one for files/],
    ['a second partition', (disk) => disk.copy(disk, 462, 446, 462), /exactly one/],
    ['a partition elsewhere', (disk) => disk.writeUInt32LE(2048, 454), /sectors 2048/],
    ['no table', (disk) => disk.fill(0, 0, SECTOR), /exactly one/],
    ['another file system', (disk) => disk.write('NTFS    ', START + 3), /exFAT/],
    ['a damaged copy of the boot region', (disk) => disk.fill(1, START + 12 * SECTOR), /backup/],
  ])('is not one with %s', async (_, damage, message) => {
    const disk = await restored('mbr');
    damage(disk);
    const error = await check(disk).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'restore/not-ordinary', stick: 'finished' });
    expect((error as Error).message).toMatch(message);
  });

  it('is not one while an old GPT is there, or with another label', async () => {
    const disk = await restored('mbr');
    const gpt = await restored('gpt');
    gpt.copy(disk, DISK - 33 * SECTOR, DISK - 33 * SECTOR);
    await expect(check(disk)).rejects.toMatchObject({ code: 'restore/not-ordinary' });
    const other = requireOrdinary('x', bufferSource(await restored('mbr')), layoutOf('mbr'), 'X');
    await expect(other).rejects.toThrow(/KINGSTON/);
  });
});

describe('old traces', () => {
  const partition = { role: 'windows', startLba: (9 * MiB) / SECTOR, sectors: (6 * MiB) / SECTOR };
  const layout = {
    ...{ diskSectors: DISK / SECTOR, vhdx: null },
    partitions: [{ ...partition, role: 'windows' as const }],
  };
  const ids = newStickIds();
  const gpt = encodeGpt({
    layout: { ...layout, scheme: 'gpt' },
    ...{ diskGuid: ids.disk, guids: ids.partitions },
  });
  const edges = (of: { offset: number; length: number }[]) =>
    of.map(({ offset, length }) => [offset / MiB, length / MiB]);
  const ends = [
    [0, 1],
    [23, 1],
  ];
  const all = [
    [0, 1],
    [9, 1],
    [14, 1],
    [23, 1],
  ];

  it.each<[string, (disk: Buffer) => void, number[][]]>([
    ['nothing', () => undefined, ends],
    [
      'an MBR',
      (disk) =>
        encodeMbr({ layout: { ...layout, scheme: 'mbr' }, diskSignature: 1 }).head.copy(disk),
      all,
    ],
    ['the first copy of a GPT', (disk) => gpt.head.copy(disk), all],
    ['the second copy of a GPT', (disk) => gpt.tail.copy(disk, DISK - gpt.tail.length), all],
  ])('are the edges of the disk and of its partitions, with %s', async (_, table, expected) => {
    const disk = Buffer.alloc(DISK, OLD);
    table(disk);
    expect(edges(await oldTraces(bufferSource(disk)))).toEqual(expected);
  });

  it('are looked for on the disk only, whatever a table says', async () => {
    const disk = Buffer.alloc(DISK);
    encodeMbr({ layout: { ...layout, scheme: 'mbr' }, diskSignature: 1 }).head.copy(disk);
    disk.writeUInt32LE(0xfffffff0, 458);
    expect(edges(await oldTraces(bufferSource(disk)))).toEqual([
      [0, 1],
      [9, 1],
      [23, 1],
    ]);
    disk.writeUInt32LE(0xfffffff0, 454);
    expect(edges(await oldTraces(bufferSource(disk)))).toEqual(ends);
  });
});
