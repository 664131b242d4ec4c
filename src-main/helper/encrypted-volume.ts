import { stickError, type StickError } from '../../src-shared/errors';
import { SECTOR } from '../../src-shared/units';
import type { BlockMap, Chunk } from '../disk/extent';
import type { SectorCipher } from '../guest/bitlocker';
import type { Placed, StickLayout } from './block-map';

/** A volume of the target that is encrypted on its way there, as in VolumeEncryption. Bytes. */
export interface EncryptedVolume {
  startByte: number;
  bytes: number;
  cipher: SectorCipher;
  /** Those of the stick's maps whose chunks are encrypted. */
  maps: readonly BlockMap[];
  freeSpace: 'clear' | 'keep';
}

/** Turns what a source holds into what the target is to hold, and back; in place. */
export interface ChunkCoding {
  /** Whether the two differ. */
  changes(placed: Placed): boolean;
  encode(placed: Placed, bytes: Buffer): void;
  decode(placed: Placed, bytes: Buffer): void;
}

export function chunkCoding(volume: EncryptedVolume | undefined): ChunkCoding {
  if (!volume) return asItIs;
  const { startByte, cipher } = volume;
  const encrypted = new Set(volume.maps);
  const sectorOf = ({ targetOffset }: Chunk): number => (targetOffset - startByte) / SECTOR;
  return {
    changes: ({ map }) => encrypted.has(map),
    encode({ map, chunk }, bytes) {
      if (encrypted.has(map)) cipher.encrypt(bytes, sectorOf(chunk));
    },
    decode({ map, chunk }, bytes) {
      if (encrypted.has(map)) cipher.decrypt(bytes, sectorOf(chunk));
    },
  };
}

const asItIs: ChunkCoding = {
  changes: () => false,
  encode: () => undefined,
  decode: () => undefined,
};

/**
 * Checks that a volume can be encrypted as part of a stick whose maps were checked: whole sectors between head and tail,
 * with all that is to be encrypted inside. Throws `internal`, before the first byte is written.
 */
export function checkVolume(
  { startByte, bytes, maps: encrypted }: EncryptedVolume,
  { maps, headBytes, tailBytes }: StickLayout,
  targetBytes: number,
): void {
  const isSectors = (value: number): boolean =>
    Number.isSafeInteger(value) && value >= 0 && value % SECTOR === 0;
  if (!isSectors(startByte) || !isSectors(bytes) || bytes === 0)
    throw wrong('is not whole sectors');
  const end = startByte + bytes;
  if (startByte < headBytes || end > targetBytes - tailBytes) throw wrong('reaches past its place');
  for (const map of encrypted) {
    if (!maps.includes(map)) throw wrong('has a map that is not written');
    const isInside = ({ targetOffset, length }: Chunk): boolean =>
      targetOffset >= startByte && targetOffset + length <= end;
    if (!map.chunks.every(isInside)) throw wrong('ends before what is to be encrypted');
  }
}

function wrong(message: string): StickError {
  return stickError('internal', { message: `the encrypted volume ${message}` });
}
