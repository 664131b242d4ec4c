import { stickError } from '../../../src-shared/errors';
import type { WindowsPlan } from '../../../src-shared/plan';
import { bitLockerAreas, withVolume, type BitLockerAreas, type ByteRange } from '../../disk';
import { replacedRanges } from '../../guest/bitlocker';

/** Where an unpacked Windows keeps room for BitLocker. Throws `internal` where it has none. */
export async function volumeAreas(volumePath: string): Promise<BitLockerAreas> {
  const { areas } = await readVolume(volumePath);
  return areas;
}

function readVolume(path: string): Promise<{ areas: BitLockerAreas; volumeBytes: number }> {
  return withVolume(path, async ({ source }) => {
    const areas = await bitLockerAreas(source);
    if (areas) return { areas, volumeBytes: source.size };
    throw stickError('internal', { message: 'the unpacked Windows has no room for BitLocker' });
  });
}

/** What of an unpacked Windows isn't written as it lies there: where it is to be encrypted, what BitLocker replaces. */
export async function leftOutOf(
  { protect }: WindowsPlan,
  volumePath: string,
): Promise<ByteRange[]> {
  if (protect.kind !== 'now') return [];
  const { areas, volumeBytes } = await readVolume(volumePath);
  return replacedRanges({ volumeBytes, ...areas });
}
