import { MiB, alignUp } from '../../../src-shared/units';
import { type VentoyAnswers, foundVentoy } from './answers';
import { presentImages } from './images';

/** The partition that holds the images, in bytes: what it can hold, and what will be in it. */
export interface VentoyRoom {
  /** Bytes that files can take. */
  totalBytes: number;
  /** Files that are there and stay. */
  keptBytes: number;
  imageBytes: number;
  persistenceBytes: number;
  /** A virtual disk of a size of its own; 0 for one that takes what is left. */
  windowsBytes: number;
  /** Free when all is there; negative by so much that is too much. */
  freeBytes: number;
}

/** Ventoy’s own partition, which every stick has behind the one with the images. */
export const VENTOY_EFI_BYTES = 32 * MiB;
/** Ventoy’s first partition begins here, and a GPT has its copy at the end. */
const OUTSIDE_BYTES = 2 * MiB;
/** As large as a cluster of either file system gets on such sticks; each file takes whole ones. */
const CLUSTER_BYTES = 128 * 1024;

/** What a fresh file system keeps to itself; rather more than it is. */
function ownBytes(fileSystem: VentoyAnswers['fileSystem'], bytes: number): number {
  // exFAT: 4 bytes for each cluster, and its alignment. NTFS: log file, MFT and bitmap.
  return fileSystem === 'exfat' ? 8 * MiB + bytes / 4096 : 128 * MiB + bytes / 8192;
}

/** Null until it is known how large the partition is. */
export function ventoyRoom(ventoy: VentoyAnswers, diskBytes: number | null): VentoyRoom | null {
  const kept = keptRoom(ventoy, diskBytes);
  if (kept === null) return null;
  const imageBytes = ventoy.images.reduce((sum, { info }) => sum + clusters(info.sizeBytes), 0);
  const persistenceBytes = Object.values(ventoy.persistence).reduce(
    (sum, bytes) => sum + clusters(bytes),
    0,
  );
  const windowsBytes = clusters(ventoy.windows?.bytes ?? 0);
  return {
    ...kept,
    imageBytes,
    persistenceBytes,
    windowsBytes,
    freeBytes: kept.totalBytes - kept.keptBytes - imageBytes - persistenceBytes - windowsBytes,
  };
}

function keptRoom(
  ventoy: VentoyAnswers,
  diskBytes: number | null,
): Pick<VentoyRoom, 'totalBytes' | 'keptBytes'> | null {
  const found = foundVentoy(ventoy);
  if ((ventoy.way === 'update' || ventoy.way === 'none') && found !== null) {
    const removedBytes = presentImages(ventoy)
      .filter(({ removed }) => removed)
      .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const totalBytes = found.layout.data.sectors * 512;
    return { totalBytes, keptBytes: totalBytes - found.freeBytes - removedBytes };
  }
  // How full the first partition is, beside which Ventoy is to be put, is not known.
  if (ventoy.way !== 'erase' || diskBytes === null) return null;
  const partition = diskBytes - OUTSIDE_BYTES - VENTOY_EFI_BYTES - ventoy.reserveBytes;
  const totalBytes = Math.floor(partition - ownBytes(ventoy.fileSystem, partition));
  return { totalBytes: Math.max(0, totalBytes), keptBytes: 0 };
}

function clusters(bytes: number): number {
  return alignUp(bytes, CLUSTER_BYTES);
}
