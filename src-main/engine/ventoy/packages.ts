import { lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StickError, messageOf, stickError, toStickError } from '../../../src-shared/errors';
import {
  compareVentoyVersions,
  KeptVentoyPackageSchema,
  type KeptVentoyPackage,
  type VentoyPackage,
} from '../../../src-shared/ventoy-package';
import { errorCode, flushFolder, makeOwnedFolder } from '../../io';
import {
  downloadVentoyPackage,
  loadVentoyPackage,
  readVentoyPackage,
  type RunsOn,
} from '../../ventoy';
import { isOurFolder } from '../work-folder';

/** Where in the work folder they are kept. */
export const VENTOY_PACKAGES_FOLDER = 'sticksmith-ventoy-packages';

const INCOMING_PREFIX = '.incoming-';

/** A kept file's name says all that is known of it, so there is no list that could differ from the files. */
const NAME = /^ventoy-(.+)-(linux|windows)-([0-9a-f]{64})(?:\.tar\.gz|\.zip)$/;
const ENDINGS = { linux: '.tar.gz', windows: '.zip' } as const;

export interface Keeping {
  /** What the hash has to be, as 64 hexadecimal digits; null when nobody said. */
  sha256: string | null;
  signal: AbortSignal;
}

/**
 * Copies of Ventoy's release packages in a private folder, one for each version and platform, so that nobody has to look for
 * them again. Several processes may use one folder: files appear and vanish as a whole. All methods throw
 * `ventoy/package-store` for a folder that can't be used.
 */
export class VentoyPackages {
  /**
   * @param folder where the copies lie; made when the first one is kept
   * @param runsOn the computer that has to run what is in them, if it isn't this one
   */
  constructor(
    private readonly folder: () => string,
    private readonly runsOn?: RunsOn,
  ) {}

  /** All that are kept, newest version first. Their content is compared when they are used. */
  async list(): Promise<KeptVentoyPackage[]> {
    return this.inStore(async (folder) => {
      const names = await readdir(folder);
      const found = await Promise.all(names.map((name) => describe(folder, name)));
      return found
        .filter((kept) => kept !== null)
        .sort((a, b) => compareVentoyVersions(b.version, a.version));
    }, []);
  }

  /** Keeps a copy of an archive. Throws what readVentoyPackage throws. */
  async remember(path: string, keeping: Keeping): Promise<KeptVentoyPackage> {
    const { about, bytes } = await loadVentoyPackage(path, { ...keeping, ...this.on() });
    return this.keep(about, bytes, keeping.signal);
  }

  /** Downloads a package and keeps it; tells what its hash was compared with. Throws what downloadVentoyPackage throws. */
  async download(
    url: string,
    keeping: Keeping & { onProgress?: (doneBytes: number, totalBytes: number | null) => void },
  ): Promise<KeptVentoyPackage & Pick<VentoyPackage, 'hash'>> {
    const { about, bytes } = await downloadVentoyPackage(url, { ...keeping, ...this.on() });
    return { ...(await this.keep(about, bytes, keeping.signal)), hash: about.hash };
  }

  /**
   * The package of a version for this computer, after comparing it with the hash it had when it was kept. Throws
   * `ventoy/package-not-kept`, `-hash-mismatch` when it is damaged, and what readVentoyPackage throws.
   */
  async find(version: string, running: { signal: AbortSignal }): Promise<VentoyPackage> {
    for (const kept of await this.list()) {
      if (kept.version !== version) continue;
      const { path, sha256 } = kept;
      return readVentoyPackage(path, { sha256, ...running, ...this.on() });
    }
    throw stickError('ventoy/package-not-kept', { version });
  }

  /** Removes what is kept of a version. Throws `ventoy/package-not-kept`. */
  async forget(version: string): Promise<void> {
    const kept = (await this.list()).filter((one) => one.version === version);
    if (kept.length === 0) throw stickError('ventoy/package-not-kept', { version });
    await this.inStore(async () => {
      for (const { path } of kept) await rm(path, { force: true });
    }, undefined);
  }

  private async keep(
    about: Omit<VentoyPackage, 'path'>,
    bytes: Buffer,
    signal: AbortSignal,
  ): Promise<KeptVentoyPackage> {
    const { version, platform, sha256 } = about;
    const name = `ventoy-${version}-${platform}-${sha256}${ENDINGS[platform]}`;
    const folder = this.folder();
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await requireOurs(folder);
      await writeWhole(folder, name, bytes, signal);
      const kept = await describe(folder, name);
      if (kept === null) throw new Error('the copy vanished at once');
      await this.removeEarlier(kept);
      return kept;
    } catch (error) {
      throw storeError(error, folder);
    }
  }

  /**
   * Of two archives of the same version and platform, the one kept later stays. Only earlier ones are removed, so two processes
   * never remove each other's. The same archive has the same path: who keeps it at the same time may have put an earlier copy there.
   */
  private async removeEarlier(kept: KeptVentoyPackage): Promise<void> {
    for (const other of await this.list()) {
      const isSame = other.version === kept.version && other.platform === kept.platform;
      if (isSame && other.path !== kept.path && rank(other) < rank(kept))
        await rm(other.path, { force: true });
    }
  }

  private async inStore<T>(work: (folder: string) => Promise<T>, whenMissing: T): Promise<T> {
    const folder = this.folder();
    try {
      await requireOurs(folder);
      return await work(folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return whenMissing;
      throw storeError(error, folder);
    }
  }

  private on(): { runsOn?: RunsOn } {
    return this.runsOn === undefined ? {} : { runsOn: this.runsOn };
  }
}

async function requireOurs(folder: string): Promise<void> {
  if (!isOurFolder(await lstat(folder))) throw new Error('it is not a folder of this user alone');
}

/** What a file in the folder is, or null when it is nothing that was kept there, or just vanished. */
async function describe(folder: string, name: string): Promise<KeptVentoyPackage | null> {
  const [, version, platform, sha256] = NAME.exec(name) ?? [];
  const path = join(folder, name);
  const stats = await lstat(path).catch(() => null);
  if (stats?.isFile() !== true) return null;
  const sizeBytes = stats.size;
  const keptAt = stats.mtime.toISOString();
  const kept = { path, sizeBytes, sha256, version, platform, keptAt };
  return KeptVentoyPackageSchema.safeParse(kept).data ?? null;
}

/** Makes a file that is there as a whole or not at all, also after a power cut. */
async function writeWhole(
  folder: string,
  name: string,
  bytes: Buffer,
  signal: AbortSignal,
): Promise<void> {
  const scratch = await makeOwnedFolder(folder, INCOMING_PREFIX);
  try {
    const path = join(scratch, name);
    const file = await open(path, 'wx', 0o600);
    try {
      await writeFile(file, bytes, { signal });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(path, join(folder, name));
    await flushFolder(folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Orders what was kept by time, and what was kept at the same time in some way that is the same for all. */
function rank({ keptAt, path }: KeptVentoyPackage): string {
  return `${keptAt} ${path}`;
}

function storeError(error: unknown, path: string): StickError {
  if (error instanceof StickError) return error;
  if (error instanceof Error && error.name === 'AbortError') return toStickError(error);
  return stickError('ventoy/package-store', { path, message: messageOf(error) }, { cause: error });
}
