import { stickError } from '../../../src-shared/errors';
import type { VentoyPackage } from '../../../src-shared/ventoy-package';
import { readContents, type PackageArchive } from './contents';
import { requireRunnable, thisComputer, type RunsOn } from './runnable';

/** A release archive in memory, and what it says of itself. */
export interface PackageInMemory {
  about: Omit<VentoyPackage, 'path'>;
  bytes: Buffer;
}

/** What a hash may be compared with: 64 small hexadecimal digits each, null where there is none. */
export interface ExpectedHashes {
  given: string | null;
  beside: string | null;
}

export interface JudgingPackage {
  signal: AbortSignal;
  /** Packed bytes that were looked into. */
  onProgress: (doneBytes: number) => void;
  /** The computer that has to run what is in it; this one unless said otherwise. */
  runsOn?: RunsOn;
}

/**
 * Compares an archive's hash and looks into it. Throws the errors `ventoy/package-…` and `cancelled`.
 */
export async function judgePackage(
  archive: PackageArchive & { sha256: string },
  hashes: ExpectedHashes,
  judging: JudgingPackage,
): Promise<PackageInMemory> {
  const { bytes, name, fileName, sha256 } = archive;
  const { given, beside } = hashes;
  if (given !== null && beside !== null && given !== beside) {
    throw stickError('ventoy/package-hashes-differ', { path: name, given, beside });
  }
  const expected = given ?? beside;
  if (expected !== null && sha256 !== expected) {
    throw stickError('ventoy/package-hash-mismatch', { path: name, actual: sha256, expected });
  }
  const contents = await readContents(archive, judging);
  requireRunnable(name, contents, judging.runsOn ?? thisComputer());
  const { version, platform, folder } = contents;
  const hash = given !== null ? 'given' : beside !== null ? 'beside' : 'none';
  const sizeBytes = bytes.length;
  return { about: { fileName, sizeBytes, sha256, hash, version, platform, folder }, bytes };
}
