import { StickError, stickError } from '../../../src-shared/errors';
import { decodeBootSector } from './boot-sector';
import { decodeBlock, type FveBlock } from './decode-block';
import { BOOT_BYTES, FVE_BLOCK } from './format';
import { MetadataError } from './metadata-error';
import { SECTOR } from './sector-cipher';

/**
 * Reads bytes of the volume. Throws `io/read` when the medium fails, RangeError past the end.
 */
export type ReadVolume = (offset: number, length: number) => Promise<Buffer>;

/**
 * How one of the three copies of the metadata is. `different`: whole, but not equal to the first whole one, as when Windows was
 * interrupted in changing it.
 */
export type CopyState = 'good' | 'different' | 'damaged' | 'unreadable';
export type CopyStates = [CopyState, CopyState, CopyState];

export interface Copy {
  state: CopyState;
  block: FveBlock | null;
  /** Why it is damaged or unreadable. */
  reason: string;
}

/**
 * Reads the three copies of the metadata. At least one is good. Throws `bitlocker/not-encrypted`, `bitlocker/unsupported`,
 * `bitlocker/damaged` when no copy is whole, and what `read` throws for sector 0.
 */
export async function readCopies(read: ReadVolume): Promise<Copy[]> {
  const places = metadataPlaces(await read(0, SECTOR));
  const copies: Copy[] = [];
  for (const place of places) copies.push(await readCopy(read, place, places));
  const first = copies.find((copy) => copy.block)?.block;
  if (!first) {
    const reasons = copies.map(({ reason }, i) => `copy ${String(i + 1)}: ${reason}`);
    const message = 'none of the three copies of the metadata is whole';
    throw stickError('bitlocker/damaged', { message }, { detail: reasons.join('\n') });
  }
  return copies.map((copy) =>
    copy.block && !copy.block.bytes.equals(first.bytes) ? { ...copy, state: 'different' } : copy,
  );
}

export function statesOf(copies: Copy[]): CopyStates {
  const [first, second, third] = copies.map((copy) => copy.state);
  if (!first || !second || !third) throw new RangeError('three copies are expected');
  return [first, second, third];
}

function metadataPlaces(sector: Buffer): [number, number, number] {
  const boot = decodeBootSector(sector);
  switch (boot.kind) {
    case 'encrypted':
      return boot.metadataAt;
    case 'converting':
      throw stickError('bitlocker/unsupported', {
        message: 'Windows has not finished encrypting or decrypting it',
      });
    case 'unsupported':
      throw stickError('bitlocker/unsupported', { message: boot.reason });
    case 'other':
      throw stickError('bitlocker/not-encrypted', { message: 'its first sector is another one' });
  }
}

async function readCopy(read: ReadVolume, place: number, places: number[]): Promise<Copy> {
  try {
    if (!Number.isSafeInteger(place) || place < BOOT_BYTES || place % SECTOR !== 0) {
      throw new MetadataError(`it can’t be at byte ${String(place)}`);
    }
    const block = decodeBlock(await read(place, FVE_BLOCK));
    if (block.xts && !block.xts.layout.metadataAt.every((at, i) => at === places[i])) {
      throw new MetadataError('it names other places than sector 0');
    }
    return { state: 'good', block, reason: '' };
  } catch (error) {
    if (error instanceof MetadataError || error instanceof RangeError) {
      return { state: 'damaged', block: null, reason: error.message };
    }
    if (error instanceof StickError && error.code === 'io/read') {
      return { state: 'unreadable', block: null, reason: error.message };
    }
    throw error;
  }
}
