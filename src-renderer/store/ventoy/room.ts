import { SECTOR } from '../../../src-shared/units';
import {
  VENTOY_EFI_SECTORS,
  clustersBytes,
  roomForFiles,
  ventoyPartitions,
} from '../../../src-shared/ventoy-space';
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
export const VENTOY_EFI_BYTES = VENTOY_EFI_SECTORS * SECTOR;
/** Null until it is known how large the partition is. */
export function ventoyRoom(ventoy: VentoyAnswers, diskBytes: number | null): VentoyRoom | null {
  const kept = keptRoom(ventoy, diskBytes);
  if (kept === null) return null;
  const imageBytes = clustersBytes(ventoy.images.map(({ info }) => info.sizeBytes));
  const persistenceBytes = clustersBytes(Object.values(ventoy.persistence));
  const windowsBytes = clustersBytes([ventoy.windows?.bytes ?? 0]);
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
    const totalBytes = (found.layout.data?.sectors ?? 0) * SECTOR;
    return { totalBytes, keptBytes: totalBytes - found.freeBytes - removedBytes };
  }
  // How full the first partition is, beside which Ventoy is to be put, is not known.
  if (ventoy.way !== 'erase' || diskBytes === null) return null;
  const partitions = ventoyPartitions(diskBytes, ventoy);
  const dataBytes = (partitions?.data.sectors ?? 0) * SECTOR;
  return { totalBytes: roomForFiles(dataBytes, ventoy.fileSystem), keptBytes: 0 };
}
