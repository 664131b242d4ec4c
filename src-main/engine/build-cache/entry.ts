import { constants } from 'node:fs';
import { open, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { z } from 'zod';
import { CachedBuildSchema } from '../../../src-shared/build-cache';
import { MiB } from '../../../src-shared/units';
import type { Chunk } from '../../disk/extent';
import { flushFile, flushFolder } from '../../io';
import { BlockRowsSchema, sourceEnd, toChunks, toRows } from './block-rows';
import { fileMarks, type FileMarks } from './files';

/** What a build's folder holds beside `entry.json`. */
export const VOLUME_FILE = 'windows.ntfs';
export const BOOT_FOLDER = 'boot';

const ENTRY_FILE = 'entry.json';

/** A block map takes some 70 bytes a piece; a build in more pieces than fit here isn't kept. Bytes. */
const ENTRY_LIMIT = 64 * MiB;

const EntrySchema = z.object({
  format: z.literal('sticksmith-build'),
  version: z.literal(2),
  ...CachedBuildSchema.pick({ key: true, edition: true, image: true }).shape,
  madeAt: z.iso.datetime(),
  fileBytes: z.number().int().positive(),
  files: z.record(z.string(), z.string()),
  chunks: BlockRowsSchema,
});

/** What is told of a build when it is kept. */
export interface EntryFacts {
  key: string;
  edition: string;
  image: string;
  /** Size of the file with the NTFS volume, in bytes. */
  fileBytes: number;
  chunks: readonly Chunk[];
}

export interface Entry extends EntryFacts {
  /** ISO 8601. */
  madeAt: string;
  usedAt: string;
}

/** An entry as it is written. */
export type EntryRecord = z.infer<typeof EntrySchema>;

/** The entry of a finished build in a folder. Throws when the build isn't complete or its block map isn't one. */
export async function describeBuild(folder: string, facts: EntryFacts): Promise<EntryRecord> {
  const record: EntryRecord = {
    format: 'sticksmith-build',
    version: 2,
    ...facts,
    madeAt: new Date().toISOString(),
    files: await marksOf(folder),
    chunks: toRows(facts.chunks),
  };
  await requireVolume(folder, record);
  return EntrySchema.parse(record);
}

/** Makes a build's folder an entry: everything else reaches the disk before `entry.json` does. */
export async function writeEntry(folder: string, record: EntryRecord): Promise<void> {
  const text = JSON.stringify(record);
  if (text.length > ENTRY_LIMIT) throw new Error('the block map is too long to be kept');
  for (const name of Object.keys(record.files)) await flushFile(join(folder, name));
  await flushFolder(join(folder, BOOT_FOLDER));
  const path = join(folder, ENTRY_FILE);
  await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  await flushFile(path);
  await flushFolder(folder);
}

/** Makes an entry one that nobody takes any more. */
export async function invalidateEntry(folder: string): Promise<void> {
  await rm(join(folder, ENTRY_FILE), { force: true });
}

/**
 * Reads the entry of a folder. Throws when it isn't one for this key, made by this version, whose files are
 * exactly as they were. Their contents aren't read: every piece is compared with its hash when it is used.
 */
export async function readEntry(folder: string, key: string): Promise<Entry> {
  const { text, usedAt } = await readEntryFile(join(folder, ENTRY_FILE));
  const entry = EntrySchema.parse(JSON.parse(text));
  if (entry.key !== key) throw new Error('it is the entry of another build');
  if (!isDeepStrictEqual(entry.files, await marksOf(folder))) {
    throw new Error('files of the build were changed');
  }
  await requireVolume(folder, entry);
  const { edition, image, madeAt, fileBytes, chunks } = entry;
  return { key, edition, image, madeAt, usedAt, fileBytes, chunks: toChunks(chunks) };
}

/** Notes that an entry was used now: the time of `entry.json`'s last change tells it. */
export async function touchEntry(folder: string): Promise<void> {
  const now = new Date();
  await utimes(join(folder, ENTRY_FILE), now, now);
}

async function requireVolume(
  folder: string,
  { fileBytes, chunks }: Pick<EntryRecord, 'fileBytes' | 'chunks'>,
): Promise<void> {
  const { size } = await stat(join(folder, VOLUME_FILE));
  if (size !== fileBytes) throw new Error('the volume’s file has another size');
  if (sourceEnd(chunks) > size) throw new Error('the block map reads beyond the volume');
}

async function marksOf(folder: string): Promise<FileMarks> {
  return {
    ...(await fileMarks(folder, VOLUME_FILE)),
    ...(await fileMarks(folder, BOOT_FOLDER)),
  };
}

async function readEntryFile(path: string): Promise<{ text: string; usedAt: string }> {
  // Neither follows a link nor waits at a pipe.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(path, flags);
  try {
    const stats = await handle.stat();
    if (!stats.isFile() || stats.size > ENTRY_LIMIT) throw new Error(`${path} is not an entry`);
    return { text: await handle.readFile('utf8'), usedAt: stats.mtime.toISOString() };
  } finally {
    await handle.close();
  }
}
