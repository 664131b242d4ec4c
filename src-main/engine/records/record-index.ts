import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { RecordSummarySchema, type RecordSummary } from '../../../src-shared/records';
import { MiB } from '../../../src-shared/units';
import { readSmallBytes } from '../../io';

/** Its name can't be a record's. */
export const INDEX_FILE = 'index.json';
/** Ten thousand summaries take a tenth of it. */
const INDEX_BYTES = 128 * MiB;

/** What was seen of a record's file, and by which it is known again. */
export interface IndexEntry {
  sizeBytes: number;
  /** Milliseconds since 1970, as the file system tells. */
  changedMs: number;
  summary: RecordSummary;
}

/** By the records' IDs. */
export type RecordIndex = Map<string, IndexEntry>;

const IndexSchema = z.strictObject({
  version: z.literal(1),
  entries: z.array(
    z.strictObject({
      sizeBytes: z.number(),
      changedMs: z.number(),
      summary: RecordSummarySchema,
    }),
  ),
});

/**
 * Reads the index of a folder: what saves opening thousands of files. It is derived from the records and never believed of a file that
 * changed; one that is missing or damaged is empty.
 */
export async function readIndex(folder: string): Promise<RecordIndex> {
  try {
    const bytes = await readSmallBytes(join(folder, INDEX_FILE), INDEX_BYTES);
    const { entries } = IndexSchema.parse(JSON.parse(bytes.toString('utf8')));
    return new Map(entries.map((entry) => [entry.summary.id, entry]));
  } catch {
    return new Map();
  }
}

/** Throws errors of the file system as they are. Call with the folder's lock. */
export async function writeIndex(folder: string, index: RecordIndex): Promise<void> {
  const text = JSON.stringify({ version: 1, entries: [...index.values()] });
  await writeFileAtomic(join(folder, INDEX_FILE), text, { mode: 0o600, fsync: false });
}
