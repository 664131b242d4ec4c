import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { VentoyPackage } from '../../../src-shared/ventoy-package';
import { archiveFileError, readArchiveFile } from './archive-file';
import { hashBeside } from './hash-beside';
import { judgePackage } from './judge-package';
import type { RunsOn } from './runnable';

export interface ReadPackageOptions {
  /** What the hash has to be, as 64 hexadecimal digits; null when nobody said. */
  sha256: string | null;
  signal: AbortSignal;
  /** Twice the archive's bytes are the total: it is read, then looked into. */
  onProgress?: (doneBytes: number, totalBytes: number) => void;
  /** The computer that has to run what is in it; this one unless said otherwise. */
  runsOn?: RunsOn;
}

/**
 * Looks into one of Ventoy's release archives without unpacking it, after comparing its SHA-256 with the one given and with
 * `sha256.txt` beside it. Throws the errors `ventoy/package-…` and `cancelled`.
 */
export async function readVentoyPackage(
  path: string,
  options: ReadPackageOptions,
): Promise<VentoyPackage> {
  return (await loadVentoyPackage(path, options)).about;
}

/** The same, with the very bytes that were compared and looked into. */
export async function loadVentoyPackage(
  path: string,
  options: ReadPackageOptions,
): Promise<{ about: VentoyPackage; bytes: Buffer }> {
  const { signal, sha256, onProgress = () => undefined, runsOn } = options;
  const realPath = await realpath(path).catch((error: unknown) => {
    throw archiveFileError(error, path);
  });
  const fileName = basename(realPath);
  const hashes = {
    given: sha256?.toLowerCase() ?? null,
    beside: await hashBeside(realPath, fileName),
  };

  const file = await readArchiveFile(realPath, {
    signal,
    onProgress: (doneBytes, totalBytes) => onProgress(doneBytes, 2 * totalBytes),
  });
  const sizeBytes = file.bytes.length;
  const { about, bytes } = await judgePackage({ ...file, name: path, fileName }, hashes, {
    signal,
    onProgress: (doneBytes) => onProgress(sizeBytes + doneBytes, 2 * sizeBytes),
    ...(runsOn === undefined ? {} : { runsOn }),
  });
  return { about: { path: realPath, ...about }, bytes };
}
