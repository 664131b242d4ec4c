import { SECTOR } from '../../../src-shared/units';
import type { VentoyFileSystem } from '../../../src-shared/ventoy-stick';
import {
  FileSystemError,
  openFat32,
  openNtfs,
  readExfatBootRegion,
  readExfatLabel,
} from '../../disk';
import type { ByteSource } from '../../io';

/** What a partition holds, as the first structures of its file system say. */
export interface DataVolume {
  fileSystem: VentoyFileSystem;
  /** Null: it has none, or one that can't be read. */
  label: string | null;
  /** Size of the file system; null where it can't be told. */
  bytes: number | null;
  /**
   * Whether NTFS has the copy of its boot sector behind it; null for other file systems. ntfsresize, with which Ventoy and
   * others make it smaller, leaves none (ntfs-3g 2022.10.3, seen), and nothing but repairs reads it.
   */
  bootSectorCopy: boolean | null;
  /** What is damaged, for a person; null: nothing that was looked at. */
  problem: string | null;
}

type Found = Pick<DataVolume, 'label' | 'bytes'> & Partial<Pick<DataVolume, 'bootSectorCopy'>>;

interface Kind {
  fileSystem: Exclude<VentoyFileSystem, 'unknown'>;
  /** Bytes by which the file system is known. */
  mark: { at: number; bytes: Buffer };
  /** Throws FileSystemError. */
  read: (source: ByteSource) => Promise<Found>;
}

/** Where the marks and sizes are: the formats' specifications, and blkid's and the Linux kernel's headers. */
const KINDS: readonly Kind[] = [
  { fileSystem: 'exfat', mark: text(3, 'EXFAT   '), read: readExfat },
  { fileSystem: 'ntfs', mark: text(3, 'NTFS    '), read: readNtfs },
  { fileSystem: 'fat32', mark: text(82, 'FAT32   '), read: readFat32 },
  { fileSystem: 'ext', mark: { at: 1024 + 56, bytes: Buffer.from([0x53, 0xef]) }, read: readExt },
  { fileSystem: 'xfs', mark: text(0, 'XFSB'), read: readXfs },
  { fileSystem: 'btrfs', mark: text(0x10040, '_BHRfS_M'), read: readBtrfs },
  // ECMA-167 2/9.1: descriptors of 2048 bytes from byte 32768; this one follows the first.
  {
    fileSystem: 'udf',
    mark: text(32768 + 2048 + 1, 'NSR0'),
    read: () => Promise.resolve({ label: null, bytes: null }),
  },
];

const nothing = { label: null, bytes: null, bootSectorCopy: null } as const;

/** Tells what a partition holds. Damage is a result. Throws only when the medium can't be read. */
export async function readDataVolume(source: ByteSource): Promise<DataVolume> {
  for (const { fileSystem, mark, read } of KINDS) {
    if (source.size < mark.at + mark.bytes.length) continue;
    if (!(await source.read(mark.at, mark.bytes.length)).equals(mark.bytes)) continue;
    try {
      return { fileSystem, problem: null, bootSectorCopy: null, ...(await read(source)) };
    } catch (error) {
      if (!(error instanceof FileSystemError || error instanceof RangeError)) throw error;
      return { fileSystem, ...nothing, problem: error.message };
    }
  }
  return { fileSystem: 'unknown', ...nothing, problem: null };
}

async function readExfat(source: ByteSource): Promise<Found> {
  const { volumeSectors } = await readExfatBootRegion(source);
  return { label: await readExfatLabel(source), bytes: volumeSectors * SECTOR };
}

async function readNtfs(source: ByteSource): Promise<Found> {
  const volume = await openNtfs(source);
  // The partition's last sector, with the copy, is not counted.
  return {
    label: volume.label === '' ? null : volume.label,
    bytes: (volume.totalSectors + 1) * SECTOR,
    bootSectorCopy: await volume.bootSectorCopyMatches(),
  };
}

async function readFat32(source: ByteSource): Promise<Found> {
  const { label, totalSectors } = await openFat32(source);
  const sectorBytes = (await source.read(11, 2)).readUInt16LE(0);
  return { label, bytes: totalSectors * sectorBytes };
}

async function readExt(source: ByteSource): Promise<Found> {
  const superblock = await source.read(1024, 1024);
  const blocks = superblock.readUInt32LE(4) + superblock.readUInt32LE(0x150) * 2 ** 32;
  const bytes = blocks * 2 ** (10 + superblock.readUInt32LE(24));
  return { label: textIn(superblock, 120, 16), bytes };
}

async function readXfs(source: ByteSource): Promise<Found> {
  const superblock = await source.read(0, SECTOR);
  const bytes = Number(superblock.readBigUInt64BE(8)) * superblock.readUInt32BE(4);
  return { label: textIn(superblock, 108, 12), bytes };
}

async function readBtrfs(source: ByteSource): Promise<Found> {
  const superblock = await source.read(0x10000, 4096);
  const bytes = Number(superblock.readBigUInt64LE(0x70));
  return { label: textIn(superblock, 0x12b, 256), bytes };
}

function text(at: number, mark: string): Kind['mark'] {
  return { at, bytes: Buffer.from(mark, 'latin1') };
}

function textIn(superblock: Buffer, at: number, length: number): string | null {
  const [label = ''] = superblock.toString('utf8', at, at + length).split('\0', 1);
  return label === '' ? null : label;
}
