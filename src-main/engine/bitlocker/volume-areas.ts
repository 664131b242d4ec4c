import { stickError } from '../../../src-shared/errors';
import type { WindowsPlan } from '../../../src-shared/plan';
import { bitLockerAreas, type BitLockerAreas, type ByteRange } from '../../disk';
import { replacedRanges } from '../../guest/bitlocker';
import { openFileSource } from '../../io';

/** Where an unpacked Windows keeps room for BitLocker. Throws `internal` where it has none. */
export async function volumeAreas(volumePath: string): Promise<BitLockerAreas> {
  const source = await openFileSource(volumePath);
  try {
    const areas = await bitLockerAreas(source);
    if (areas) return areas;
    throw stickError('internal', { message: 'the unpacked Windows has no room for BitLocker' });
  } finally {
    await source.close();
  }
}

/** What of an unpacked Windows isn't written as it lies there: where it is to be encrypted, what BitLocker replaces. */
export async function leftOutOf(
  { protect }: WindowsPlan,
  volumePath: string,
  volumeBytes: number,
): Promise<ByteRange[]> {
  if (protect.kind !== 'now') return [];
  return replacedRanges({ volumeBytes, ...(await volumeAreas(volumePath)) });
}
