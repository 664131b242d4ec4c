import type { VentoyFileSystem } from '../../../src-shared/ventoy-stick';
import { FileSystemError, openFat32, openNtfs, readExfatLabel } from '../../disk';
import type { ByteSource } from '../../io';

/** A file system as its first structures name it. */
export interface DataVolume {
  fileSystem: VentoyFileSystem;
  /** Null: it has none, or one that can't be read. */
  label: string | null;
}

interface Kind {
  fileSystem: Exclude<VentoyFileSystem, 'unknown'>;
  /** Bytes by which the file system is known. */
  mark: { at: number; bytes: Buffer };
  label: (source: ByteSource) => Promise<string | null>;
}

/** Where the marks are: blkid's and the Linux kernel's headers (ext4.h, xfs_format.h, btrfs_tree.h). */
const KINDS: readonly Kind[] = [
  { fileSystem: 'exfat', mark: text(3, 'EXFAT   '), label: readExfatLabel },
  {
    fileSystem: 'ntfs',
    mark: text(3, 'NTFS    '),
    label: async (source) => (await openNtfs(source)).label || null,
  },
  {
    fileSystem: 'fat32',
    mark: text(82, 'FAT32   '),
    label: async (source) => (await openFat32(source)).label,
  },
  {
    fileSystem: 'ext',
    mark: { at: 1024 + 56, bytes: Buffer.from([0x53, 0xef]) },
    label: (source) => textAt(source, 1024 + 120, 16),
  },
  { fileSystem: 'xfs', mark: text(0, 'XFSB'), label: (source) => textAt(source, 108, 12) },
  {
    fileSystem: 'btrfs',
    mark: text(0x10040, '_BHRfS_M'),
    label: (source) => textAt(source, 0x1012b, 256),
  },
  // ECMA-167 2/9.1: the volume's descriptors have 2048 bytes each; this one follows the first.
  { fileSystem: 'udf', mark: text(32768 + 2048 + 1, 'NSR0'), label: () => Promise.resolve(null) },
];

/** Tells what a partition holds. Damage behind the mark costs the label only. Throws when the medium can't be read. */
export async function readDataVolume(source: ByteSource): Promise<DataVolume> {
  for (const { fileSystem, mark, label } of KINDS) {
    if (source.size < mark.at + mark.bytes.length) continue;
    if (!(await source.read(mark.at, mark.bytes.length)).equals(mark.bytes)) continue;
    return { fileSystem, label: await unlessDamaged(label(source)) };
  }
  return { fileSystem: 'unknown', label: null };
}

async function unlessDamaged(reading: Promise<string | null>): Promise<string | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof FileSystemError || error instanceof RangeError) return null;
    throw error;
  }
}

function text(at: number, mark: string): Kind['mark'] {
  return { at, bytes: Buffer.from(mark, 'latin1') };
}

async function textAt(source: ByteSource, at: number, length: number): Promise<string | null> {
  const [label = ''] = (await source.read(at, length)).toString('utf8').split('\0', 1);
  return label === '' ? null : label;
}
