import type { ByteSource } from '../io';
import { Fields } from './fields';
import { FileSystemError } from './file-system-error';

/** Consecutive clusters of a stream. */
export interface Run {
  /** First cluster within the stream. */
  vcn: number;
  /** First cluster on the volume; null for a hole. */
  lcn: number | null;
  clusters: number;
}

/** Clusters of runs, holes among them. */
export function clusterCount(runs: readonly Run[]): number {
  return runs.reduce((sum, { clusters }) => sum + clusters, 0);
}

/**
 * Decodes mapping pairs: a byte with the widths of the two numbers, the number of clusters, and the
 * signed distance from the last run's first cluster, absent for a hole. Ends at a zero byte.
 * Throws FileSystemError for runs outside a volume of `volumeClusters`.
 */
export function decodeRuns(pairs: Buffer, firstVcn: number, volumeClusters: number): Run[] {
  const fields = new Fields(pairs, 'a list of runs');
  const runs: Run[] = [];
  let vcn = firstVcn;
  let lcn = 0;
  let at = 0;
  for (let widths = fields.u8(at); widths !== 0; widths = fields.u8(at)) {
    const lengthWidth = widths & 0x0f;
    const distanceWidth = widths >> 4;
    const clusters = signed(fields.bytes(at + 1, lengthWidth));
    const distance = signed(fields.bytes(at + 1 + lengthWidth, distanceWidth));
    at += 1 + lengthWidth + distanceWidth;
    lcn += distance;
    const hole = distanceWidth === 0;
    const inside = hole || (lcn >= 0 && lcn + clusters <= volumeClusters);
    if (!(clusters > 0) || !inside || !Number.isSafeInteger(vcn + clusters)) {
      throw new FileSystemError('a run of clusters lies outside the volume');
    }
    runs.push({ vcn, lcn: hole ? null : lcn, clusters });
    vcn += clusters;
    if (at >= pairs.length) break;
  }
  return runs;
}

/** Encodes runs that follow one another from their first VCN, as `decodeRuns` reads them. */
export function encodeRuns(runs: readonly Run[]): Buffer {
  const parts: Buffer[] = [];
  let before = 0;
  for (const { lcn, clusters } of runs) {
    const length = signedBytes(clusters);
    const distance = lcn === null ? Buffer.alloc(0) : signedBytes(lcn - before);
    before = lcn ?? before;
    parts.push(Buffer.from([(distance.length << 4) | length.length]), length, distance);
  }
  return Buffer.concat([...parts, Buffer.alloc(1)]);
}

/** As few bytes as hold a number and its sign, little-endian. */
function signedBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(value));
  let width = 1;
  while (signed(bytes.subarray(0, width)) !== value) width += 1;
  return bytes.subarray(0, width);
}

function signed(bytes: Buffer): number {
  let value = 0;
  for (let i = bytes.length - 1; i >= 0; i -= 1) value = value * 256 + (bytes[i] ?? 0);
  return (bytes.at(-1) ?? 0) < 0x80 ? value : value - 256 ** bytes.length;
}

/**
 * The bytes of a stream that lies in runs, ascending and without gaps from VCN 0. Holes and what
 * lies past `initializedBytes` read as zeros.
 */
export function runSource(
  volume: ByteSource,
  clusterBytes: number,
  runs: readonly Run[],
  bytes: { size: number; initializedBytes: number },
): ByteSource {
  return {
    size: bytes.size,
    async read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > bytes.size) {
        throw new FileSystemError('a stream ends before its content');
      }
      const result = Buffer.alloc(length);
      const end = Math.min(offset + length, bytes.initializedBytes);
      let index = indexOfRun(runs, Math.floor(offset / clusterBytes));
      for (let at = offset; at < end; index += 1) {
        const run = runs[index];
        if (!run) throw new FileSystemError('a stream has fewer clusters than its size needs');
        const runEnd = (run.vcn + run.clusters) * clusterBytes;
        const piece = Math.min(end, runEnd) - at;
        if (run.lcn !== null) {
          const from = run.lcn * clusterBytes + (at - run.vcn * clusterBytes);
          (await volume.read(from, piece)).copy(result, at - offset);
        }
        at += piece;
      }
      return result;
    },
  };
}

/** Index of the run that holds a VCN; past the last one when none does. */
function indexOfRun(runs: readonly Run[], vcn: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (run && run.vcn + run.clusters <= vcn) low = middle + 1;
    else high = middle;
  }
  return low;
}
