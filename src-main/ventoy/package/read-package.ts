import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import type { VentoyPackage } from '../../../src-shared/ventoy-package';
import { archiveFileError, readArchiveFile } from './archive-file';
import { readContents } from './contents';
import { hashBeside } from './hash-beside';
import { requireRunnable, thisComputer, type RunsOn } from './runnable';

export interface ReadPackageOptions {
  /** What the hash has to be, as 64 small hexadecimal digits; null when nobody said. */
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
  const { signal } = options;
  const realPath = await realpath(path).catch((error: unknown) => {
    throw archiveFileError(error, path);
  });
  const fileName = basename(realPath);
  const beside = await hashBeside(realPath, fileName);
  const given = options.sha256?.toLowerCase() ?? null;
  if (given !== null && beside !== null && given !== beside) {
    throw stickError('ventoy/package-hashes-differ', { path, given, beside });
  }

  const { bytes, sha256 } = await readArchiveFile(realPath, {
    signal,
    onProgress: (doneBytes, totalBytes) => options.onProgress?.(doneBytes, 2 * totalBytes),
  });
  const expected = given ?? beside;
  if (expected !== null && sha256 !== expected) {
    throw stickError('ventoy/package-hash-mismatch', { path, actual: sha256, expected });
  }

  const archive = { bytes, name: path, fileName };
  const contents = await readContents(archive, {
    signal,
    onProgress: (doneBytes) => options.onProgress?.(bytes.length + doneBytes, 2 * bytes.length),
  });
  requireRunnable(path, contents, options.runsOn ?? thisComputer());
  const { version, platform, folder } = contents;
  return {
    path: realPath,
    fileName,
    sizeBytes: bytes.length,
    sha256,
    hash: given !== null ? 'given' : beside !== null ? 'beside' : 'none',
    version,
    platform,
    folder,
  };
}
