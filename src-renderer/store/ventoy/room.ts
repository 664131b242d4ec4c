import { SECTOR } from '../../../src-shared/units';
import {
  VENTOY_EFI_SECTORS,
  clustersBytes,
  roomForFiles,
  ventoyPartitions,
} from '../../../src-shared/ventoy-space';
import { type VentoyAnswers, besideOf, foundVentoy } from './answers';
import { presentImages } from './images';

/** The partition that holds the images, in bytes: what it can hold, and what will be in it. */
export interface VentoyRoom {
  /** Bytes that files can take. */
  totalBytes: number;
  /** Files that are there and stay. */
  keptBytes: number;
  imageBytes: number;
  persistenceBytes: number;
  /** The virtual disk with Windows. */
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
  const others = kept.keptBytes + imageBytes + persistenceBytes;
  const windowsBytes = windowsBytesOf(ventoy, kept.totalBytes - others);
  const freeBytes = kept.totalBytes - others - windowsBytes;
  return { ...kept, imageBytes, persistenceBytes, windowsBytes, freeBytes };
}

/** A virtual disk without a size of its own takes what the rest leaves, once it is known what goes into it. */
function windowsBytesOf({ windows }: VentoyAnswers, leftBytes: number): number {
  if (windows === null) return 0;
  if (windows.bytes !== null) return clustersBytes([windows.bytes]);
  return windows.edition === null ? 0 : Math.max(0, leftBytes);
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
  if (ventoy.way === 'beside') return roomBeside(ventoy);
  if (ventoy.way !== 'erase' || diskBytes === null) return null;
  const partitions = ventoyPartitions(diskBytes, ventoy);
  const dataBytes = (partitions?.data.sectors ?? 0) * SECTOR;
  return { totalBytes: roomForFiles(dataBytes, ventoy.fileSystem), keptBytes: 0 };
}

/** Of the first partition, beside which Ventoy is to be put; null where nobody looked at it. */
function roomBeside({ stick }: VentoyAnswers): Pick<VentoyRoom, 'totalBytes' | 'keptBytes'> | null {
  const beside = stick === null ? null : besideOf(stick.contents);
  if (beside?.possible !== true) return null;
  const { data, shrinks, freeBytes } = beside;
  const totalBytes = data.sectors * SECTOR - (shrinks ? VENTOY_EFI_BYTES : 0);
  return { totalBytes, keptBytes: totalBytes - freeBytes };
}
