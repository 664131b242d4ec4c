import { stickError } from '../../../src-shared/errors';
import { MiB, SECTOR } from '../../../src-shared/units';
import type { VentoyPackage } from '../../../src-shared/ventoy-package';
import { bufferSource, type ByteSource } from '../../io';
import { readArchive } from './archive';
import { readArchiveFile } from './archive-file';
import { packagePaths } from './contents';
import { readContent } from './read-content';

/** What a release writes to every stick, as it comes from the package. */
export interface VentoyReference {
  version: string;
  /** LBA 0: 512 bytes. */
  bootImg: Buffer;
  /** GRUB's core, at most 2047 sectors. */
  coreImg: Buffer;
  /** The partition VTOYEFI: 32 MiB. */
  diskImg: ByteSource;
}

/** Undoes xz (the .xz format 1.2.0), or throws when that would give more bytes than `mostBytes`, or is damaged. */
export type Unxz = (packed: Buffer, mostBytes: number, signal: AbortSignal) => Promise<Buffer>;

/** Sectors that VentoyWorker.sh writes of it behind an MBR (Ventoy 1.1.17). */
const MOST_CORE_BYTES = 2047 * SECTOR;
const DISK_IMAGE_BYTES = 32 * MiB;
/** More than either of them has unpacked. */
const MOST_PACKED_BYTES = 33 * MiB;

const wanted = [packagePaths.bootImage, packagePaths.coreImage, packagePaths.diskImage];

/**
 * Reads from a release archive, of either platform, what a stick made from it has to hold. What `release` says, as
 * readVentoyPackage found it, is true as long as the hash is the same. Throws `ventoy/package-changed` when it isn't, the other
 * errors `ventoy/package-…` and `cancelled`, and what `unxz` throws.
 */
export async function readVentoyReference(
  release: Pick<VentoyPackage, 'path' | 'sha256' | 'version' | 'folder'>,
  { signal, unxz }: { signal: AbortSignal; unxz: Unxz },
): Promise<VentoyReference> {
  const { path, version, folder } = release;
  const { bytes, sha256 } = await readArchiveFile(path, { signal });
  if (sha256 !== release.sha256) throw stickError('ventoy/package-changed', { path });

  const files = new Map<string, Buffer>();
  const running = { signal, onProgress: () => undefined };
  await readArchive({ bytes, name: path }, running, async (entry, content) => {
    const file = wanted.find((name) => entry.path === `${folder}/${name}`);
    const kept = await readContent(content, file === undefined ? 0 : MOST_PACKED_BYTES);
    if (file !== undefined) files.set(file, kept);
  });
  const file = (name: string) => files.get(name) ?? Buffer.alloc(0);

  const coreImg = await unxz(file(packagePaths.coreImage), MOST_CORE_BYTES, signal);
  const diskImg = await unxz(file(packagePaths.diskImage), DISK_IMAGE_BYTES, signal);
  if (diskImg.length !== DISK_IMAGE_BYTES) {
    const message = `${packagePaths.diskImage} has not 32 MiB`;
    throw stickError('ventoy/package-damaged', { path, message });
  }
  const bootImg = file(packagePaths.bootImage);
  return { version, bootImg, coreImg, diskImg: bufferSource(diskImg) };
}
