import type { FreeSpace } from '../../src-shared/job';
import { GiB, SECTOR, alignDown } from '../../src-shared/units';
import { subtractRanges } from '../disk';
import type { BlockMap, ByteRange } from '../disk/extent';
import { inTargetOrder } from './block-map';
import { stopIfCancelled } from './cancel';
import type { EncryptedVolume } from './encrypted-volume';
import { trimWays, type Medium, type Readable, type TrimWay } from './medium';
import { mismatch } from './mismatch';

/** A drive is told to forget so many bytes at once. It may take its time for that, and can't be interrupted. */
const TRIM_BYTES = GiB;
/** Bytes that are read of a place, and how many places of what was forgotten at once. */
const SAMPLE_BYTES = 4096;
const SAMPLES = 16;
/** So many of the pieces that were overwritten are looked at again. */
const LOOKED_AT = 256;

export interface Clearing {
  /** Of CHUNK_BYTES, aligned for direct I/O. */
  buffers: readonly [zeros: Buffer, sample: Buffer];
  signal: AbortSignal;
  onProgress: (phase: 'clearing', doneBytes: number, totalBytes: number) => void;
}

/**
 * Sees to it that what lay in a volume before can't be read where nothing will be written. The drive is told to forget the
 * whole volume, all of which is yet to be written; what it gives back then must be zeros. Where it can't forget, zeros are
 * written. Throws `verify/mismatch` when even these are not there, what reading and writing throw, and `cancelled`.
 */
export async function clearFreeSpace(
  medium: Medium,
  comparing: Readable,
  volume: EncryptedVolume,
  maps: readonly BlockMap[],
  clearing: Clearing,
): Promise<FreeSpace> {
  if (medium.fresh) return 'new';
  if (volume.freeSpace === 'keep') return 'kept';
  for (const way of trimWays) {
    if (await trimmed(medium, comparing, way, volume, clearing)) return 'discarded';
  }
  await writeZeros(medium, comparing, freeRanges(volume, maps), clearing);
  return 'zeroed';
}

/** What no chunk of the maps covers, in ascending order. */
function freeRanges({ startByte, bytes }: EncryptedVolume, maps: readonly BlockMap[]): ByteRange[] {
  const written = [...inTargetOrder(maps)].map(({ chunk }) => ({
    offset: chunk.targetOffset,
    length: chunk.length,
  }));
  return subtractRanges([{ offset: startByte, length: bytes }], written);
}

/** False as soon as the drive can't, or says that it did and still gives back something. */
async function trimmed(
  medium: Medium,
  comparing: Readable,
  way: TrimWay,
  { startByte, bytes }: EncryptedVolume,
  { buffers: [, sample], signal, onProgress }: Clearing,
): Promise<boolean> {
  onProgress('clearing', 0, bytes);
  for (const piece of piecesOf({ offset: startByte, length: bytes }, TRIM_BYTES)) {
    stopIfCancelled(signal);
    if (!(await medium.trim(way, piece, signal))) return false;
    for (const place of samplesOf(piece, SAMPLES)) {
      stopIfCancelled(signal);
      const found = await readAt(comparing, place, sample);
      if (!isZero(found)) return false;
    }
    onProgress('clearing', piece.offset + piece.length - startByte, bytes);
  }
  return true;
}

async function writeZeros(
  medium: Medium,
  comparing: Readable,
  ranges: readonly ByteRange[],
  { buffers: [zeros, sample], signal, onProgress }: Clearing,
): Promise<void> {
  const pieces = ranges.flatMap((range) => [...piecesOf(range, medium.chunkBytes)]);
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  zeros.fill(0);
  onProgress('clearing', 0, total);

  const upcoming = pieces.values();
  let failed = false;
  const writeInTurn = async (): Promise<void> => {
    try {
      for (const { offset, length } of upcoming) {
        if (failed) return;
        stopIfCancelled(signal);
        await medium.write(zeros.subarray(0, length), offset);
        done += length;
        onProgress('clearing', done, total);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const turns = Array.from({ length: medium.writesInFlight }, writeInTurn);
  try {
    await Promise.all(turns);
  } finally {
    await Promise.allSettled(turns);
  }

  await medium.flush();
  const step = Math.max(Math.ceil(pieces.length / LOOKED_AT), 1);
  for (const piece of pieces.filter((_, index) => index % step === 0)) {
    for (const place of samplesOf(piece, 2)) {
      stopIfCancelled(signal);
      const found = await readAt(comparing, place, sample);
      if (isZero(found)) continue;
      throw mismatch(medium.path, place.offset, found, zeros.subarray(0, found.length));
    }
  }
}

/** Cuts a range where the target's blocks of this size end. */
function* piecesOf({ offset, length }: ByteRange, bytes: number): Generator<ByteRange> {
  const end = offset + length;
  for (let at = offset; at < end;) {
    const next = Math.min(alignDown(at, bytes) + bytes, end);
    yield { offset: at, length: next - at };
    at = next;
  }
}

/** So many places of a range, its first and its last bytes among them, or all of it. */
function samplesOf({ offset, length }: ByteRange, count: number): ByteRange[] {
  if (length <= count * SAMPLE_BYTES) return [{ offset, length }];
  const last = length - SAMPLE_BYTES;
  return Array.from({ length: count }, (_, index) => ({
    offset: offset + alignDown((last * index) / (count - 1), SECTOR),
    length: SAMPLE_BYTES,
  }));
}

async function readAt(medium: Readable, place: ByteRange, buffer: Buffer): Promise<Buffer> {
  const found = buffer.subarray(0, place.length);
  await medium.read(found, place.offset);
  return found;
}

function isZero(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}
