import type { ByteSource } from '../io';
import { crc32c } from './crc32c';
import { FileSystemError } from './file-system-error';

/** What the superblock of an ext2, ext3 or ext4 volume tells. */
export interface ExtVolume {
  type: 'ext2' | 'ext3' | 'ext4';
  label: string | null;
  blockBytes: number;
  blocks: number;
  /** Free ones, as far as the superblock knows. */
  freeBlocks: number;
  /** It was unmounted and no error was noted. */
  clean: boolean;
}

/** Offsets and values of the superblock (Linux, Documentation/filesystems/ext4/super.rst). */
const SUPERBLOCK_AT = 1024;
const SUPERBLOCK_BYTES = 1024;
const CHECKSUM_AT = 0x3fc;
const MAGIC = 0xef53;
const LARGEST_BLOCK_SHIFT = 6;
const State = { clean: 1, errors: 2 } as const;
const Compatible = { journal: 0x4 } as const;
const Incompatible = {
  needsRecovery: 0x4,
  extents: 0x40,
  has64Bits: 0x80,
  flexGroups: 0x200,
} as const;
const ReadOnly = { groupChecksums: 0x10, metadataChecksums: 0x400 } as const;

/**
 * Reads the superblock of an ext volume. Null when there is none; throws FileSystemError when it contradicts itself or
 * the volume is larger than its source. Errors of the source pass.
 */
export async function readExtVolume(source: ByteSource): Promise<ExtVolume | null> {
  if (source.size < SUPERBLOCK_AT + SUPERBLOCK_BYTES) return null;
  const block = await source.read(SUPERBLOCK_AT, SUPERBLOCK_BYTES);
  if (block.readUInt16LE(0x38) !== MAGIC) return null;
  const compatible = block.readUInt32LE(0x5c);
  const incompatible = block.readUInt32LE(0x60);
  const readOnly = block.readUInt32LE(0x64);
  if (readOnly & ReadOnly.metadataChecksums) requireChecksum(block);

  const shift = block.readUInt32LE(0x18);
  if (shift > LARGEST_BLOCK_SHIFT) throw new FileSystemError('its blocks have an impossible size');
  const blockBytes = 1024 << shift;
  const wide = (incompatible & Incompatible.has64Bits) !== 0;
  const count = (low: number, high: number): number =>
    block.readUInt32LE(low) + (wide ? block.readUInt32LE(high) * 2 ** 32 : 0);
  const blocks = count(0x04, 0x150);
  if (blocks === 0) throw new FileSystemError('it has no blocks');
  if (blocks * blockBytes > source.size) {
    throw new FileSystemError('it is larger than what holds it');
  }
  const state = block.readUInt16LE(0x3a);
  return {
    type: typeOf(compatible, incompatible, readOnly),
    label: labelOf(block),
    blockBytes,
    blocks,
    freeBlocks: count(0x0c, 0x158),
    clean:
      (state & State.clean) !== 0 &&
      (state & State.errors) === 0 &&
      (incompatible & Incompatible.needsRecovery) === 0,
  };
}

/** CRC-32C of all before it, without the usual last inversion. */
function requireChecksum(block: Buffer): void {
  const expected = ~crc32c(block.subarray(0, CHECKSUM_AT)) >>> 0;
  if (expected !== block.readUInt32LE(CHECKSUM_AT)) {
    throw new FileSystemError('the checksum of its superblock is wrong');
  }
}

function typeOf(compatible: number, incompatible: number, readOnly: number): ExtVolume['type'] {
  const modern =
    (incompatible & (Incompatible.extents | Incompatible.has64Bits | Incompatible.flexGroups)) |
    (readOnly & (ReadOnly.groupChecksums | ReadOnly.metadataChecksums));
  if (modern !== 0) return 'ext4';
  return compatible & Compatible.journal ? 'ext3' : 'ext2';
}

function labelOf(block: Buffer): string | null {
  const label = block.toString('utf8', 0x78, 0x88).split('\0', 1)[0] ?? '';
  return label === '' ? null : label;
}
