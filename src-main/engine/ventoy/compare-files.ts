import { readFile, rm } from 'node:fs/promises';
import { StickError, messageOf, stickError } from '../../../src-shared/errors';
import type { MountedRange } from '../../host';
import type { ChangedFiles } from './change-files';
import { hashFile } from './copy-file';
import { checksumPath } from './file-names';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { CONFIG_FILE } from './stick-config';
import { StickFolder } from './stick-folder';

/** What has to be found on the stick again, by its path there. */
export interface Expected {
  path: string;
  sizeBytes: number;
  sha256: string;
  /** Whether this job made it, so that nothing is lost with it. */
  isNew: boolean;
}

/** A file that is not what was written, or can't be read. */
export interface Damaged {
  path: string;
  isNew: boolean;
  error: StickError;
}

/** Reads everything back from the stick, also behind a file that is found damaged. */
export async function compareFiles(
  { signal }: VentoyJob,
  target: HeldVentoyTarget,
  mounted: MountedRange,
  { expected, config }: ChangedFiles,
): Promise<{ comparedBytes: number; damaged: Damaged[] }> {
  const folder = new StickFolder(target.name, mounted);
  const total = expected.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const named = (name: string) => ({ target: target.name, name });
  const damaged: Damaged[] = [];
  let done = 0;
  const requireSame = async (
    { path, isNew }: Pick<Expected, 'path' | 'isNew'>,
    isSame: (place: string) => Promise<boolean>,
  ): Promise<void> => {
    try {
      if (await readingStick(target.name, path, async () => isSame(await folder.place(path))))
        return;
      damaged.push({ path, isNew, error: stickError('ventoy/copy-mismatch', named(path)) });
    } catch (error) {
      if (!(error instanceof StickError) || error.code === 'cancelled') throw error;
      damaged.push({ path, isNew, error });
    }
  };
  target.log.advance('comparing', 0, total);
  for (const file of expected) {
    await requireSame(file, async (place) => {
      const onBytes = (bytes: number): void => {
        done += bytes;
        target.log.advance('comparing', done, total);
      };
      return (await hashFile(place, { signal, onBytes })) === file.sha256;
    });
  }
  if (config !== null) {
    await requireSame({ path: CONFIG_FILE, isNew: false }, async (place) => {
      const found = await readFile(place);
      done += found.length;
      return found.equals(config);
    });
  }
  return { comparedBytes: done, damaged };
}

/**
 * Reads a file of the stick. Errors of the system become `ventoy/copy-unreadable`; StickErrors and aborts pass.
 */
export async function readingStick<T>(
  target: string,
  name: string,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof StickError) throw cause;
    if (cause instanceof Error && cause.name === 'AbortError') throw cause;
    const message = messageOf(cause);
    throw stickError('ventoy/copy-unreadable', { target, name, message }, { cause });
  }
}

/**
 * Takes damaged files that this job made off the stick again, with their lists of hashes: what is left there is to be whole.
 * Returns the error to be thrown, which names what was removed and what was not.
 */
export async function withdraw(
  damaged: readonly [Damaged, ...Damaged[]],
  folder: StickFolder,
  { expected }: ChangedFiles,
): Promise<StickError> {
  const outcome: string[] = [];
  for (const { path, isNew, error } of damaged) {
    const list = expected.find((file) => file.path === checksumPath(path));
    const removable = isNew ? [path, ...(list?.isNew === true ? [list.path] : [])] : [];
    const removed = await removeAll(removable, folder);
    outcome.push(
      `${path}: ${removed && isNew ? 'removed again' : 'still there'} (${error.message})`,
    );
  }
  const [{ error }] = damaged;
  return new StickError({ ...error.toData(), detail: outcome.join('\n') });
}

async function removeAll(paths: readonly string[], folder: StickFolder): Promise<boolean> {
  try {
    for (const path of paths) await rm(await folder.place(path), { force: true });
    return true;
  } catch {
    return false;
  }
}
