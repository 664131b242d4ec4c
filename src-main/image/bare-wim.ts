import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileSource } from '../io';
import { openImageFile } from './image-file';
import { readWimHeader } from './wim-header';
import { partName, readWimSet, type WimSet } from './wim-set';

/**
 * Reads a WIM that is a file by itself, with the other parts of a split set from the same folder,
 * whichever part `file` is. Throws what `readWimSet` throws.
 */
export async function readBareWim(file: FileSource): Promise<WimSet> {
  const folder = dirname(file.path);
  const opened: FileSource[] = [];
  try {
    const start = { source: file, path: file.path, standalone: true };
    const { part: known } = await readWimHeader(start);
    const name = basename(file.path);
    const nameOf = (part: number): string =>
      partName(name, known, part) ?? `install${part > 1 ? String(part) : ''}.swm`;
    return await readWimSet(
      start,
      async (part) => {
        const path = await findBeside(folder, nameOf(part));
        if (path === null) return null;
        const source = await openImageFile(path);
        opened.push(source);
        return { source, path, standalone: true };
      },
      (part) => join(folder, nameOf(part)),
    );
  } finally {
    for (const source of opened) await source.close();
  }
}

/** A file of this name, or of one that differs only by capital and small letters. */
async function findBeside(folder: string, name: string): Promise<string | null> {
  const names = await readdir(folder);
  const alike = name.toLowerCase();
  const found = names.includes(name)
    ? name
    : names.find((candidate) => candidate.toLowerCase() === alike);
  return found === undefined ? null : join(folder, found);
}
