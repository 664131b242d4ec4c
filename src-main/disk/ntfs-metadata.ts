import type { ByteSource } from '../io';
import type { ByteRange } from './extent';
import { FileSystemError } from './file-system-error';
import { readNtfsBoot, type NtfsBoot } from './ntfs-boot';
import {
  ATTRIBUTE_TYPE,
  decodeRecord,
  type FileRecord,
  type NonResidentAttribute,
} from './ntfs-record';
import { clusterCount, decodeRuns, type Run } from './ntfs-runs';

/** Numbers of the records of NTFS's own files. */
export const NTFS_RECORD = { mft: 0, mirror: 1, bitmap: 6, badClusters: 8 } as const;
/** ntfs-3g keeps an eighth of a volume for the file table, from the table's start, and begins behind it. */
const TABLE_ZONE_SHARE = 8;
/** Records that have to lie together at the file table's start, as mkntfs puts them. */
const OWN_RECORDS = 16;

/** A stream of one of NTFS's own files, and where it lies. */
export interface MetadataStream {
  runs: Run[];
  /** Bytes. */
  dataBytes: number;
  initializedBytes: number;
}

/** Where a volume keeps what depends on its size. */
export interface NtfsMetadata {
  boot: NtfsBoot;
  /** The file table: what its own record names of it. */
  table: MetadataStream;
  bitmap: MetadataStream;
  /** $Bad of $BadClus: one hole as large as the volume. */
  badClusters: MetadataStream;
  /** Copy of the file table's first records. */
  mirror: MetadataStream;
}

/**
 * Finds a volume's own structures. Throws FileSystemError when it isn't NTFS, or they are not as mkntfs
 * makes them: the first records together, each of these streams named by one record alone.
 */
export async function readNtfsMetadata(source: ByteSource): Promise<NtfsMetadata> {
  const boot = await readNtfsBoot(source);
  const table = streamOf(await readRecord(source, boot, NTFS_RECORD.mft), '', boot);
  const [first] = table.runs;
  if (!first || first.clusters * boot.clusterBytes < OWN_RECORDS * boot.recordBytes) {
    throw new FileSystemError('the start of the file table is in pieces');
  }
  const stream = async (number: number, name: string): Promise<MetadataStream> => {
    const record = await readRecord(source, boot, number);
    requireOneRecord(record);
    return streamOf(record, name, boot);
  };
  return {
    boot,
    table,
    bitmap: await stream(NTFS_RECORD.bitmap, ''),
    badClusters: await stream(NTFS_RECORD.badClusters, '$Bad'),
    mirror: await stream(NTFS_RECORD.mirror, ''),
  };
}

/** Where a record of NTFS's own files lies in the volume. */
export function recordRange({ mftOffset, recordBytes }: NtfsBoot, number: number): ByteRange {
  return { offset: mftOffset + number * recordBytes, length: recordBytes };
}

/** First cluster behind those that are kept for the file table to grow into. */
export function tableZoneEnd({
  mftOffset,
  clusters,
  clusterBytes,
}: Pick<NtfsBoot, 'mftOffset' | 'clusters' | 'clusterBytes'>): number {
  return Math.floor(mftOffset / clusterBytes) + Math.floor(clusters / TABLE_ZONE_SHARE);
}

/** Where runs lie in the volume, in the order of the stream. Throws FileSystemError for a hole. */
export function rangesOfRuns(runs: readonly Run[], clusterBytes: number): ByteRange[] {
  return runs.map(({ lcn, clusters }) => {
    if (lcn === null)
      throw new FileSystemError('a file that lies in clusters of its own has a hole');
    return { offset: lcn * clusterBytes, length: clusters * clusterBytes };
  });
}

async function readRecord(source: ByteSource, boot: NtfsBoot, number: number): Promise<FileRecord> {
  const { offset, length } = recordRange(boot, number);
  const what = `record ${String(number)} of the file table`;
  const record = decodeRecord(await source.read(offset, length), what);
  if (!record) throw new FileSystemError(`${what} is not in use`);
  return record;
}

function streamOf(
  { attributes }: FileRecord,
  name: string,
  { clusters, clusterBytes }: NtfsBoot,
): MetadataStream {
  const found = attributes.find(
    (one): one is NonResidentAttribute =>
      one.type === ATTRIBUTE_TYPE.data && one.name === name && !one.resident,
  );
  if (found?.lowestVcn !== 0) {
    throw new FileSystemError('one of the volume’s own files is not as it was made');
  }
  const { mappingPairs, dataBytes, initializedBytes } = found;
  const runs = decodeRuns(mappingPairs, 0, clusters);
  if (dataBytes > clusterCount(runs) * clusterBytes) {
    throw new FileSystemError(
      'one of the volume’s own files has fewer clusters than its size needs',
    );
  }
  return { runs, dataBytes, initializedBytes };
}

function requireOneRecord({ attributes }: FileRecord): void {
  if (attributes.some(({ type }) => type === ATTRIBUTE_TYPE.attributeList)) {
    throw new FileSystemError('one of the volume’s own files is in too many pieces');
  }
}
