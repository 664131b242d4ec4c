import { stickError, type StickError } from '../../../src-shared/errors';
import { VentoyVersionSchema, type VentoyPlatform } from '../../../src-shared/ventoy-package';
import { readArchive, type NamedArchive } from './archive';
import { readContent } from './read-content';
import type { ReadingEntries } from './tar-entries';

/** An archive in memory, what to call it in errors, and the file name it has or will have. */
export interface PackageArchive extends NamedArchive {
  fileName: string;
}

/** Which release package an archive is, and what is in it. */
export interface PackageContents {
  version: string;
  platform: VentoyPlatform;
  /** Name of the top folder. */
  folder: string;
  /** Paths of its files below the top folder. */
  files: ReadonlySet<string>;
}

/** Paths below the top folder, as INSTALL/ventoy_pack.sh of Ventoy 1.1.17 puts them there. */
export const packagePaths = {
  bootImage: 'boot/boot.img',
  coreImage: 'boot/core.img.xz',
  diskImage: 'ventoy/ventoy.disk.img.xz',
  version: 'ventoy/version',
} as const;

/** Starts everything else, and tells the two packages apart. */
const starter: Record<VentoyPlatform, string> = {
  linux: 'Ventoy2Disk.sh',
  windows: 'Ventoy2Disk.exe',
};
const neededFiles: Record<VentoyPlatform, readonly string[]> = {
  linux: [...Object.values(packagePaths), 'tool/VentoyWorker.sh', 'tool/ventoy_lib.sh'],
  windows: Object.values(packagePaths),
};

/** The MBR's sector. */
const BOOT_IMAGE_BYTES = 512;
const MOST_VERSION_BYTES = 64;

interface Found {
  files: Set<string>;
  tops: Set<string>;
  bootImageBytes: number;
  versionText: string;
}

/**
 * Reads an archive to its end and says which of Ventoy's packages it is. Throws what readArchive throws,
 * `ventoy/package-not-recognised`, `-source`, `-incomplete`, `-damaged` and `-contradiction`.
 */
export async function readContents(
  archive: PackageArchive,
  running: ReadingEntries,
): Promise<PackageContents> {
  const found: Found = { files: new Set(), tops: new Set(), bootImageBytes: 0, versionText: '' };
  await readArchive(archive, running, async (entry, content) => {
    const [top = '', ...below] = entry.path.split('/');
    const path = below.join('/');
    found.tops.add(top);
    const isVersion = path === packagePaths.version;
    const start = await readContent(content, isVersion ? MOST_VERSION_BYTES : 0);
    if (entry.kind === 'folder') return;
    found.files.add(path);
    if (isVersion) found.versionText = start.toString('utf8');
    if (path === packagePaths.bootImage) found.bootImageBytes = entry.sizeBytes;
  });
  return judge(archive, found);
}

function judge({ name, fileName }: PackageArchive, found: Found): PackageContents {
  const { files, tops } = found;
  if (isSource(files)) throw stickError('ventoy/package-source', { path: name });
  const platform = platformOf(files);
  const [folder] = tops;
  if (platform === null || folder === undefined) {
    const message = `it holds neither ${starter.linux} nor ${starter.windows}`;
    throw stickError('ventoy/package-not-recognised', { path: name, message });
  }
  if (tops.size > 1) throw contradiction(name, 'it has more than one folder at its top');
  for (const path of neededFiles[platform]) {
    if (!files.has(path)) throw packageIncomplete(name, path);
  }
  if (found.bootImageBytes !== BOOT_IMAGE_BYTES) {
    throw damaged(name, `${packagePaths.bootImage} has not ${BOOT_IMAGE_BYTES} bytes`);
  }
  const version = VentoyVersionSchema.safeParse(found.versionText.trim()).data;
  if (version === undefined) throw damaged(name, `${packagePaths.version} names no version`);
  requireNames(name, fileName, { version, platform, folder });
  return { version, platform, folder, files };
}

/** Ventoy's repository keeps what becomes a package in INSTALL, with GRUB's modules unpacked and without what only its build makes. */
function isSource(files: ReadonlySet<string>): boolean {
  return [...files].some((path) => path.startsWith('INSTALL/') || path.startsWith('grub/'));
}

function platformOf(files: ReadonlySet<string>): VentoyPlatform | null {
  if (files.has(starter.linux)) return 'linux';
  return files.has(starter.windows) ? 'windows' : null;
}

/** ventoy-1.1.17-linux.tar.gz holds the folder ventoy-1.1.17. A file of quite another name is taken as it is. */
function requireNames(
  name: string,
  fileName: string,
  { version, platform, folder }: Omit<PackageContents, 'files'>,
): void {
  if (folder !== `ventoy-${version}`) {
    throw contradiction(name, `version ${version} lies in a folder of another name`);
  }
  const named = /^ventoy-(\d[\w.-]*?)-(linux|windows|livecd)(?![a-z])/i.exec(fileName);
  const [, namedVersion = version, namedPlatform = platform] = named ?? [];
  if (namedVersion !== version) {
    throw contradiction(name, `its name says ${namedVersion}, in it is ${version}`);
  }
  if (namedPlatform.toLowerCase() !== platform) {
    throw contradiction(name, `its name says ${namedPlatform}, in it is the one for ${platform}`);
  }
}

export function packageIncomplete(path: string, missing: string): StickError {
  return stickError('ventoy/package-incomplete', { path, message: `it lacks ${missing}` });
}

function damaged(path: string, message: string): StickError {
  return stickError('ventoy/package-damaged', { path, message });
}

function contradiction(path: string, message: string): StickError {
  return stickError('ventoy/package-contradiction', { path, message });
}
