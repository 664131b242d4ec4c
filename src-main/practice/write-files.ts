import { createHash } from 'node:crypto';
import { link, mkdir, open, readdir, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stickError } from '../../src-shared/errors';
import { chunksOf, type Content } from './content';
import type { PracticeFile } from './files';

/** Time of practice files and folders; always the same, so that the same request gives the same files. */
const WRITTEN = Date.UTC(2024, 0, 1);
/** Files being written at the same time. */
const LANES = 8;

/** A line of the manifest: SHA-256 and path, as sha256sum(1) writes them. */
export interface ManifestEntry {
  path: string;
  sha256: string;
}

/** Writes files below a folder. Returns the hashes of those that are listed, in their order. */
export async function writeFiles(
  folder: string,
  files: readonly PracticeFile[],
  running: { signal: AbortSignal | undefined; onBytes: (bytes: number) => void },
): Promise<ManifestEntry[]> {
  const hashes = new Map<string, string>();
  const waiting = files.values();
  const lane = async (): Promise<void> => {
    for (const file of waiting) {
      if (running.signal?.aborted) throw stickError('cancelled', {});
      const target = join(folder, file.path);
      await mkdir(dirname(target), { recursive: true });
      hashes.set(file.path, await writeContent(target, file.content, running.onBytes));
      for (const name of file.alsoAt ?? []) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await link(target, join(folder, name));
      }
    }
  };
  // All lanes must have ended before an error is passed on, so that nobody writes any more.
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return files
    .filter((file) => file.listed)
    .map(({ path }) => ({ path, sha256: hashes.get(path) ?? '' }));
}

/** Gives everything below a folder, and the folder, the same time: so many days after the first. */
export async function settleTimes(folder: string, days: number): Promise<void> {
  const time = new Date(WRITTEN + days * 86_400_000);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await settleTimes(path, days);
    else await utimes(path, time, time);
  }
  await utimes(folder, time, time);
}

async function writeContent(
  path: string,
  content: Content,
  onBytes: (bytes: number) => void,
): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  try {
    for (const chunk of chunksOf(content)) {
      hash.update(chunk);
      await file.writeFile(chunk);
      onBytes(chunk.length);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
