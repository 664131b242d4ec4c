import { open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, stickError } from '../../src-shared/errors';
import { SECTOR } from '../../src-shared/units';
import { ExfatLabelSchema } from '../../src-shared/volume-label';
import {
  CHECKED_SECTORS,
  ENTRY,
  ENTRY_BYTES,
  FIRST_CLUSTER,
  REGION_SECTORS,
  exfatChecksum,
  upcaseTableChecksum,
} from './exfat-format';
import { exfatGeometry, type ExfatGeometry } from './exfat-geometry';
import { recommendedUpcaseTable } from './exfat-upcase';
import type { ByteRange } from './extent';
import { writeAt } from './output-file';

/** An empty exFAT volume of 512-byte sectors. */
export interface ExfatVolumeRequest {
  /** Bytes of the whole volume: whole sectors, from 7 MiB to 256 TiB. */
  bytes: number;
  /** Sector of the drive at which the volume starts. */
  startLba: number;
  /** As ExfatLabelSchema says; empty for none. */
  label: string;
  /** Unsigned 32 bits. */
  serial: number;
}

/** What an empty volume holds beside zeros. */
export interface ExfatPieces {
  /** Everything in use lies before this byte, everything free behind it. */
  usedBytes: number;
  /** Ascending, with zeros between them. */
  pieces: { offset: number; bytes: Buffer }[];
}

/**
 * Makes the used part of an empty exFAT volume as a new file, most of it a hole: it ends where the free clusters begin,
 * because a file of the whole volume's size can't be had everywhere. `allocated`, all of that file, must reach the drive.
 * Equal requests give equal bytes. Throws what exfatPieces throws, `work/unusable` when there is such a file already or
 * none can be made, and `io/write`; leaves nothing behind then.
 */
export async function writeExfatVolume({
  path,
  ...request
}: ExfatVolumeRequest & { path: string }): Promise<{ allocated: ByteRange[] }> {
  const { usedBytes, pieces } = exfatPieces(request);
  const handle = await openNew(path);
  try {
    try {
      for (const { offset, bytes } of pieces) await writeAt({ handle, path }, bytes, offset);
      await extend(handle, path, usedBytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { allocated: [{ offset: 0, length: usedBytes }] };
}

/**
 * Where what is in an empty exFAT volume. Throws `plan/invalid` for a label and a size that exFAT, as Windows makes it,
 * can't have.
 */
export function exfatPieces(request: ExfatVolumeRequest): ExfatPieces {
  const label = ExfatLabelSchema.safeParse(request.label);
  if (!label.success) {
    const message = label.error.issues.map((issue) => issue.message).join('; ');
    throw stickError('plan/invalid', { message });
  }
  const geometry = exfatGeometry(request.bytes);
  const { fatOffset, heapOffset, clusterBytes } = geometry;
  const table = recommendedUpcaseTable();
  const [bitmap, upcase, root] = inARow(clusterBytes, [
    Math.ceil(geometry.clusters / 8),
    table.length,
    ENTRY_BYTES,
  ]);
  const usedClusters = bitmap.clusters + upcase.clusters + root.clusters;
  const region = encodeRegion(geometry, request, root.first, usedClusters);
  const offsetOf = ({ first }: Run): number => heapOffset + (first - FIRST_CLUSTER) * clusterBytes;
  return {
    usedBytes: heapOffset + usedClusters * clusterBytes,
    pieces: [
      { offset: 0, bytes: Buffer.concat([region, region]) },
      { offset: fatOffset, bytes: encodeTable([bitmap, upcase, root]) },
      { offset: offsetOf(bitmap), bytes: firstBits(usedClusters) },
      { offset: offsetOf(upcase), bytes: table },
      { offset: offsetOf(root), bytes: encodeRoot(request.label, bitmap, upcase, table) },
    ],
  };
}

/** A run of clusters, and the bytes of what lies in it. */
interface Run {
  first: number;
  clusters: number;
  bytes: number;
}

function inARow(
  clusterBytes: number,
  sizes: readonly [number, number, number],
): readonly [Run, Run, Run] {
  let next = FIRST_CLUSTER;
  const place = (bytes: number): Run => {
    const run = { first: next, clusters: Math.ceil(bytes / clusterBytes), bytes };
    next += run.clusters;
    return run;
  };
  return [place(sizes[0]), place(sizes[1]), place(sizes[2])];
}

/** Main and extended boot sectors, OEM parameters (none), a reserved sector, and the checksum: sections 3.1 to 3.4. */
function encodeRegion(
  geometry: ExfatGeometry,
  identity: Pick<ExfatVolumeRequest, 'startLba' | 'serial'>,
  rootCluster: number,
  usedClusters: number,
): Buffer {
  const region = Buffer.alloc(REGION_SECTORS * SECTOR);
  encodeBootSector(geometry, identity, rootCluster, usedClusters).copy(region);
  for (let sector = 1; sector <= EXTENDED_SECTORS; sector += 1) {
    region.writeUInt32LE(0xaa550000, (sector + 1) * SECTOR - 4);
  }
  const sum = exfatChecksum(region);
  for (let at = CHECKED_SECTORS * SECTOR; at < region.length; at += 4) {
    region.writeUInt32LE(sum, at);
  }
  return region;
}

const EXTENDED_SECTORS = 8;
/** “Halt”, which fills the place of boot code that isn't there (section 3.1.19). */
const HALT = 0xf4;

/** Section 3.1. */
function encodeBootSector(
  { sectors, fatOffset, fatSectors, heapOffset, clusterBytes, clusters }: ExfatGeometry,
  { startLba, serial }: Pick<ExfatVolumeRequest, 'startLba' | 'serial'>,
  rootCluster: number,
  usedClusters: number,
): Buffer {
  const sector = Buffer.alloc(SECTOR);
  sector.set([0xeb, 0x76, 0x90], 0);
  sector.write('EXFAT   ', 3, 'latin1');
  sector.writeBigUInt64LE(BigInt(startLba), 64);
  sector.writeBigUInt64LE(BigInt(sectors), 72);
  sector.writeUInt32LE(fatOffset / SECTOR, 80);
  sector.writeUInt32LE(fatSectors, 84);
  sector.writeUInt32LE(heapOffset / SECTOR, 88);
  sector.writeUInt32LE(clusters, 92);
  sector.writeUInt32LE(rootCluster, 96);
  sector.writeUInt32LE(serial, 100);
  // Revision 1.00.
  sector.writeUInt16LE(0x0100, 104);
  sector.writeUInt8(Math.log2(SECTOR), 108);
  sector.writeUInt8(Math.log2(clusterBytes / SECTOR), 109);
  // One FAT.
  sector.writeUInt8(1, 110);
  // The first hard disk, for a BIOS.
  sector.writeUInt8(0x80, 111);
  sector.writeUInt8(Math.floor((usedClusters * 100) / clusters), 112);
  sector.fill(HALT, 120, 510);
  sector.set([0x55, 0xaa], 510);
  return sector;
}

/** The FAT (section 4.1) up to its last entry that is in use. */
function encodeTable(runs: readonly Run[]): Buffer {
  const entries = [0xfffffff8, END_OF_CHAIN];
  for (const { first, clusters } of runs) {
    for (let next = first + 1; next < first + clusters; next += 1) entries.push(next);
    entries.push(END_OF_CHAIN);
  }
  const table = Buffer.alloc(entries.length * 4);
  entries.forEach((entry, index) => table.writeUInt32LE(entry, index * 4));
  return table;
}

const END_OF_CHAIN = 0xffffffff;

/** The bytes of the allocation bitmap in which bits are set: section 7.1.5. */
function firstBits(count: number): Buffer {
  const bits = Buffer.alloc(Math.ceil(count / 8), 0xff);
  if (count % 8 !== 0) bits[bits.length - 1] = 2 ** (count % 8) - 1;
  return bits;
}

/** The root folder: sections 7.1, 7.2 and 7.3. The label comes first, or the place for it. */
function encodeRoot(label: string, bitmap: Run, upcase: Run, table: Buffer): Buffer {
  const entries = Buffer.alloc(3 * ENTRY_BYTES);
  entries.writeUInt8(label === '' ? ENTRY.unusedLabel : ENTRY.label, 0);
  entries.writeUInt8(label.length, 1);
  entries.write(label, 2, 'utf16le');
  encodeRun(bitmap, ENTRY.bitmap).copy(entries, ENTRY_BYTES);
  encodeRun(upcase, ENTRY.upcaseTable).copy(entries, 2 * ENTRY_BYTES);
  entries.writeUInt32LE(upcaseTableChecksum(table), 2 * ENTRY_BYTES + 4);
  return entries;
}

function encodeRun({ first, bytes }: Run, type: number): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES);
  entry.writeUInt8(type, 0);
  entry.writeUInt32LE(first, 20);
  entry.writeBigUInt64LE(BigInt(bytes), 24);
  return entry;
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    const message = messageOf(error);
    throw stickError('work/unusable', { path: dirname(path), message }, { cause: error });
  }
}

async function extend(handle: FileHandle, path: string, bytes: number): Promise<void> {
  try {
    await handle.truncate(bytes);
  } catch (error) {
    const message = messageOf(error);
    throw stickError('io/write', { path, offset: bytes, message }, { cause: error });
  }
}
