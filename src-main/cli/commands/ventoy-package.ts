import { join, resolve } from 'node:path';
import { Sha256Schema } from '../../../src-shared/sha256';
import { formatBytes } from '../../../src-shared/units';
import type { KeptVentoyPackage } from '../../../src-shared/ventoy-package';
import { VENTOY_PACKAGES_FOLDER, VentoyPackages } from '../../engine';
import { readVentoyPackage } from '../../ventoy';
import { usageError, workFolder, type Context } from '../context';
import { table } from '../output';
import { packageLines } from '../ventoy-lines';

export interface PackageOptions {
  workDir?: string;
  sha256?: string;
}

/** `sticksmith ventoy package inspect FILE`: what a release archive says of itself, without unpacking it. */
export async function packageInspect(
  path: string,
  options: PackageOptions,
  context: Context,
): Promise<void> {
  const { signal, output } = context;
  const file = resolve(path);
  const release = await readVentoyPackage(file, {
    sha256: expectedHash(options),
    signal,
    onProgress: (doneBytes, totalBytes) => {
      output.step({ path: file, doneBytes, totalBytes }, 'Looking into the archive');
    },
  });
  output.result({ package: release }, packageLines(release));
}

/** `sticksmith ventoy package list`: the archives of which copies are kept. */
export async function packageList(options: PackageOptions, { output }: Context): Promise<void> {
  const packages = await keptPackages(options).list();
  output.result({ packages }, packages.length > 0 ? keptLines(packages) : ['None is kept.']);
}

/** `sticksmith ventoy package keep FILE`: keeps a copy of an archive. */
export async function packageKeep(
  path: string,
  options: PackageOptions,
  { output, signal }: Context,
): Promise<void> {
  const sha256 = expectedHash(options);
  const kept = await keptPackages(options).remember(resolve(path), { sha256, signal });
  output.result({ package: kept }, keptLines([kept]));
}

/** `sticksmith ventoy package download URL`: downloads an archive that the person names, and keeps it. */
export async function packageDownload(
  url: string,
  options: PackageOptions,
  { output, signal }: Context,
): Promise<void> {
  const kept = await keptPackages(options).download(url, {
    sha256: expectedHash(options),
    signal,
    onProgress: (doneBytes, totalBytes) => {
      output.step({ url, doneBytes, totalBytes }, `Downloading ${url}`);
    },
  });
  output.result({ package: kept }, keptLines([kept]));
}

/** `sticksmith ventoy package forget VERSION`: removes the copies of a version. */
export async function packageForget(
  version: string,
  options: PackageOptions,
  { output }: Context,
): Promise<void> {
  await keptPackages(options).forget(version);
  output.result({ version }, [`Ventoy ${version} is no longer kept.`]);
}

function keptPackages({ workDir }: PackageOptions): VentoyPackages {
  const folder = join(workFolder(workDir), VENTOY_PACKAGES_FOLDER);
  return new VentoyPackages(() => folder);
}

function expectedHash({ sha256 }: PackageOptions): string | null {
  if (sha256 === undefined) return null;
  const parsed = Sha256Schema.safeParse(sha256.trim());
  if (parsed.success) return parsed.data;
  throw usageError('--sha256 takes 64 hexadecimal digits');
}

function keptLines(packages: readonly KeptVentoyPackage[]): string[] {
  return table(
    packages.map(({ version, platform, sizeBytes, path }) => [
      version,
      platform,
      formatBytes(sizeBytes),
      path,
    ]),
  );
}
