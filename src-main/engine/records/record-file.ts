import { z } from 'zod';
import { RECORD_VERSION, StickRecordSchema, type StickRecord } from '../../../src-shared/records';
import { MiB } from '../../../src-shared/units';

/** Most bytes that a record's file is read with. A Ventoy stick with hundreds of images takes a small part of it. */
export const RECORD_FILE_BYTES = 16 * MiB;

const ENDING = '.json';
const NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/;

export function recordFileName(id: string): string {
  return `${id}${ENDING}`;
}

/** The ID of the record that a file of this name holds; null for any other file. */
export function recordIdOf(name: string): string | null {
  return NAME.exec(name)?.[1] ?? null;
}

export type RecordText =
  | { state: 'whole'; record: StickRecord }
  | { state: 'damaged' }
  /** A later version of the program wrote it. */
  | { state: 'newer' };

const NewerSchema = z.object({
  version: z
    .number()
    .int()
    .min(RECORD_VERSION + 1),
});

/** Reads a file's text; `id`: the record that its name promises. */
export function parseRecord(text: string, id: string): RecordText {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { state: 'damaged' };
  }
  if (NewerSchema.safeParse(json).success) return { state: 'newer' };
  const read = StickRecordSchema.safeParse(json);
  return read.success && read.data.id === id
    ? { state: 'whole', record: read.data }
    : { state: 'damaged' };
}

export function writeRecord(record: StickRecord): string {
  return `${JSON.stringify(record)}\n`;
}
