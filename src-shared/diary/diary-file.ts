import { z } from 'zod';
import { DiaryEntrySchema, type DiaryEntry } from './entry';

/** Entries that a diary holds at most. Each has less than 6 kB of JSON. */
export const MOST_ENTRIES = 2000;
export const DIARY_FILE_BYTES = 16 * 1024 * 1024;

/** The file that a diary is kept in, and the one that carries it to another computer. */
export const DiaryFileSchema = z.strictObject({
  version: z.literal(1),
  entries: z.array(DiaryEntrySchema).max(MOST_ENTRIES),
});

/** What could be read of a diary's file. */
export type DiaryText =
  | { state: 'whole'; entries: DiaryEntry[] }
  /** `entries` are those that can be read; `problem` is the first thing that is wrong, for a person. */
  | { state: 'damaged'; entries: DiaryEntry[]; problem: string }
  /** A later version of the program wrote it. */
  | { state: 'newer' };

const VersionSchema = z.object({ version: z.number().int().min(2) });
const LooseFileSchema = z.object({ version: z.literal(1), entries: z.array(z.unknown()) });

export function parseDiary(text: string): DiaryText {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { state: 'damaged', entries: [], problem: 'it is no JSON' };
  }
  if (VersionSchema.safeParse(json).success) return { state: 'newer' };
  const whole = DiaryFileSchema.safeParse(json);
  const loose = LooseFileSchema.safeParse(json);
  const readable = (loose.data?.entries ?? []).flatMap((entry) => {
    const read = DiaryEntrySchema.safeParse(entry);
    return read.success ? [read.data] : [];
  });
  const entries = mergeEntries([], readable.slice(0, MOST_ENTRIES));
  if (whole.success) return { state: 'whole', entries };
  const [issue] = whole.error.issues;
  const place = issue?.path.join('.') ?? '';
  const problem = `${place === '' ? '' : `${place}: `}${issue?.message ?? 'it is no diary'}`;
  return { state: 'damaged', entries, problem };
}

export function writeDiary(entries: readonly DiaryEntry[]): string {
  return `${JSON.stringify({ version: 1, entries }, null, 2)}\n`;
}

/**
 * Both without what comes twice, newest first. An entry never changes once it is written, so of two with the same `id`
 * either will do; the known one stays.
 */
export function mergeEntries(
  known: readonly DiaryEntry[],
  more: readonly DiaryEntry[],
): DiaryEntry[] {
  const byId = new Map([...more, ...known].map((entry) => [entry.id, entry]));
  return [...byId.values()].sort(newestFirst);
}

function newestFirst(a: DiaryEntry, b: DiaryEntry): number {
  return Date.parse(b.when) - Date.parse(a.when) || (a.id < b.id ? -1 : 1);
}
