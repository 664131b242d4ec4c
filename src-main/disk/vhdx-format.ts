import { KiB, MiB, SECTOR } from '../../src-shared/units';
import { crc32c } from './crc32c';

/** Structures of a virtual disk file: [MS-VHDX], section 2. */

export const FILE_SIGNATURE = 'vhdxfile';
export const HEADER_SIGNATURE = 'head';
export const REGIONS_SIGNATURE = 'regi';
export const METADATA_SIGNATURE = 'metadata';

/** Both copies of the header, and of the list of regions, with their sizes in bytes. */
export const HEADER_PLACES = [64 * KiB, 128 * KiB] as const;
export const HEADER_BYTES = 4 * KiB;
export const REGIONS_PLACES = [192 * KiB, 256 * KiB] as const;
export const REGIONS_BYTES = 64 * KiB;
export const METADATA_TABLE_BYTES = 64 * KiB;
/** Size of an entry in the list of regions, and in that of metadata. */
export const ENTRY_BYTES = 32;
export const MAXIMUM_ENTRIES = 2047;

export const REGION = {
  blocks: '2dc27766-f623-4200-9d64-115e9bfd4a08',
  metadata: '8b7ca206-4790-4b9a-b8fe-575f050f886e',
} as const;

export const ITEM = {
  fileParameters: 'caa16737-fa36-4d43-b3b6-33f0aa44e76b',
  diskBytes: '2fa54224-cd1b-4876-b211-5dbed83bf4b8',
  diskId: 'beca12ab-b2e6-4523-93ef-c309e000c746',
  logicalSector: '8141bf1d-a96f-4709-ba47-f233a8faab5f',
  physicalSector: 'cda348c7-445d-4471-9cc9-e9885251c556',
} as const;

/** Says of which file one holds the changes. Of no use here, but no reason to know nothing of the rest. */
export const PARENT_LOCATOR = 'a8d35f2d-b30b-454d-abf7-d3d84834ab0c';

export const ItemFlag = { virtualDisk: 2, required: 4 } as const;
export const FileFlag = { leaveBlocksAllocated: 1, hasParent: 2 } as const;

/** State of a block whose data lie in the file, and the unit in which the table gives its place. */
export const BLOCK_PRESENT = 6;
export const BLOCK_UNIT = MiB;

/** A block of the table for so many of the disk's blocks describes sectors, in files with a parent. */
export function chunkRatio(blockBytes: number): number {
  return (2 ** 23 * SECTOR) / blockBytes;
}

/** Entries of the table of blocks, those for sectors among them, of a disk with so many blocks. */
export function tableEntries(blocks: number, blockBytes: number): number {
  return blocks + Math.floor((blocks - 1) / chunkRatio(blockBytes));
}

/** Place in the table of a block of the disk. */
export function tableIndex(block: number, blockBytes: number): number {
  return block + Math.floor(block / chunkRatio(blockBytes));
}

/** Checksum of a structure with its own checksum, at byte 4, taken for zero. */
export function structureChecksum(structure: Buffer): number {
  const copy = Buffer.from(structure);
  copy.writeUInt32LE(0, 4);
  return crc32c(copy);
}
