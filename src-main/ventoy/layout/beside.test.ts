import { describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../../src-shared/units';
import { encodeGpt } from '../../disk';
import { bufferSource, crc32 } from '../../io';
import { exfatVolume } from '../test-support/simulated-disk';
import { judgeBeside } from './beside';

/** Sectors. */
interface Part {
  start: number;
  sectors: number;
  type?: number;
}

const MIB_SECTORS = MiB / SECTOR;
const DISK_BYTES = 128 * MiB;
const DISK_SECTORS = DISK_BYTES / SECTOR;
const first: Part = { start: 2048, sectors: 64 * MIB_SECTORS };
const END = first.start + first.sectors;

/** A disk with these entries in its MBR, in this order; null leaves one free. */
function mbrDisk(
  parts: readonly (Part | null)[],
  volume: 'exfat' | 'ext' | 'none' = 'exfat',
): Buffer {
  const disk = Buffer.alloc(DISK_BYTES);
  parts.forEach((part, index) => {
    if (!part) return;
    const at = 446 + index * 16;
    disk.writeUInt8(part.type ?? 0x07, at + 4);
    disk.writeUInt32LE(part.start, at + 8);
    disk.writeUInt32LE(part.sectors, at + 12);
  });
  disk.writeUInt16LE(0xaa55, 510);
  const [one] = parts;
  if (one && volume !== 'none') put(disk, one, volume);
  return disk;
}

/** The same with a GPT of one partition. */
function gptDisk(sectors = first.sectors): Buffer {
  const disk = Buffer.alloc(DISK_BYTES);
  const { head, tail } = encodeGpt({
    layout: {
      ...{ scheme: 'gpt', diskSectors: DISK_SECTORS, vhdx: null },
      partitions: [{ role: 'shared', startLba: 2048, sectors }],
    },
    diskGuid: '00112233-4455-6677-8899-aabbccddeeff',
    guids: { shared: '77777777-2222-3333-4444-555555555555' },
  });
  head.copy(disk);
  tail.copy(disk, disk.length - tail.length);
  put(disk, { start: 2048, sectors }, 'exfat');
  return disk;
}

function put(disk: Buffer, part: Part, volume: 'exfat' | 'ext'): void {
  const at = part.start * SECTOR;
  if (volume === 'exfat') exfatVolume({ ...part, sectors: 16384 }, 'Data').copy(disk, at);
  else {
    disk.writeUInt32LE((part.sectors * SECTOR) / 4096, at + 1024 + 4);
    disk.writeUInt32LE(2, at + 1024 + 24);
    disk.writeUInt16LE(0xef53, at + 1024 + 56);
  }
}

function changed(disk: Buffer, change: (disk: Buffer) => void): Buffer {
  change(disk);
  return disk;
}

/** Makes the checksum of the primary header right again. */
function sealHeader(disk: Buffer): void {
  const header = disk.subarray(SECTOR, SECTOR + 92);
  header.writeUInt32LE(0, 16);
  header.writeUInt32LE(crc32(header), 16);
}

describe('Ventoy beside what is on a disk', () => {
  it.each<[string, () => Buffer]>([
    ['with an MBR', () => mbrDisk([first])],
    ['with a GPT', () => gptDisk()],
    [
      'before a second partition that leaves just 32 MiB',
      () => mbrDisk([first, { start: END + 65536, sectors: 2048 }]),
    ],
  ])('is possible in the room behind a first partition, %s', async (_, disk) => {
    expect(await judgeBeside(bufferSource(disk()))).toEqual({
      possible: true,
      data: { startLba: 2048, sectors: first.sectors, fileSystem: 'exfat', label: 'Data' },
      shrinks: false,
    });
  });

  it('makes ext4 smaller where there is less than 32 MiB behind it', async () => {
    const disk = mbrDisk([first, { start: END + 65535, sectors: 2048 }], 'ext');
    expect(await judgeBeside(bufferSource(disk))).toMatchObject({
      possible: true,
      data: { fileSystem: 'ext' },
      shrinks: true,
    });
  });

  const later = { start: END + 65536, sectors: 2048 };
  it.each<[string, () => Buffer]>([
    ['no-table', () => Buffer.alloc(DISK_BYTES)],
    ['no-table', () => mbrDisk([])],
    ['table-damaged', () => mbrDisk([first, { start: 4096, sectors: 8 }])],
    ['table-damaged', () => mbrDisk([{ start: 2048, sectors: DISK_SECTORS }], 'none')],
    ['table-damaged', () => changed(gptDisk(), (disk) => disk.fill(0, SECTOR, 2 * SECTOR))],
    // A deleted entry that keeps its length is in use for Ventoy’s program.
    ['table-unusual', () => mbrDisk([first, { ...later, type: 0 }])],
    [
      'table-unusual',
      () =>
        changed(gptDisk(), (disk) => {
          disk.writeUInt32LE(4, SECTOR + 80);
          disk.writeUInt32LE(crc32(disk.subarray(2 * SECTOR, 3 * SECTOR)), SECTOR + 88);
          sealHeader(disk);
        }),
    ],
    [
      'table-unusual',
      () =>
        changed(gptDisk(), (disk) => {
          disk.copy(disk, 462, 446, 462);
          disk.fill(0, 446, 462);
        }),
    ],
    ['no-first-partition', () => mbrDisk([null, first])],
    ['first-partition-place', () => mbrDisk([{ ...first, start: 63 }])],
    ['first-partition-place', () => mbrDisk([{ ...first, start: 4096 }])],
    [
      'table-full',
      () =>
        mbrDisk([first, ...[0, 1, 2].map((n) => ({ ...later, start: later.start + n * 2048 }))]),
    ],
    // Ventoy’s own check takes all behind the first partition for free then.
    ['partition-before', () => mbrDisk([first, later, { start: 64, sectors: 1024 }])],
    ['file-system', () => mbrDisk([first], 'none')],
    [
      'file-system-damaged',
      () => changed(mbrDisk([first]), (disk) => disk.fill(1, MiB + 64, MiB + 80)),
    ],
    ['no-room', () => mbrDisk([first, { ...later, start: later.start - 1 }])],
    ['no-room', () => mbrDisk([{ ...first, sectors: DISK_SECTORS - 2048 }])],
    ['no-room', () => gptDisk(DISK_SECTORS - 2048 - 33 - 65535)],
    [
      'too-full',
      () =>
        mbrDisk(
          [
            { ...first, sectors: 65536 },
            { start: 67584, sectors: 8 },
          ],
          'ext',
        ),
    ],
  ])('is refused: %s', async (reason, disk) => {
    expect(await judgeBeside(bufferSource(disk()))).toMatchObject({ possible: false, reason });
  });
});
