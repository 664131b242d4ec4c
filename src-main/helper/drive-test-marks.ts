import { alignDown, MiB } from '../../src-shared/units';
import { CHUNK_BYTES } from '../disk/extent';

/** Bytes of one mark. */
export const MARK_BYTES = 4096;
/** The widest distance between marks that a test may end with is the drive's size divided by 2 to this power … */
const FEWEST_LEVELS = 2;
/** … and the narrowest by 2 to this: about a thousand marks. */
const MOST_LEVELS = 10;
/** Marks around powers of two begin here; faked drives often wrap at one. */
const SMALLEST_POWER = 64 * MiB;

export interface MarkLevel {
  /** Offsets in bytes, each with room for a mark. */
  offsets: number[];
  /**
   * Once all marks of this level and those before it are made, there is one in every range of so many
   * bytes between the first half of the drive and its end.
   */
  distance: number;
  /** Too few without it. */
  required: boolean;
}

/**
 * Where marks belong on a drive of so many bytes: first the places where drives are likely to fail, then
 * level by level halfway between those there are, so that they are spread evenly whenever time runs out.
 */
export function markLevels(sizeBytes: number): MarkLevel[] {
  const end = sizeBytes - MARK_BYTES;
  const taken = new Set<number>([end]);
  const free = (offsets: number[]): number[] =>
    offsets.filter((offset) => {
      const fits = offset >= 0 && offset + MARK_BYTES <= end && !taken.has(offset);
      if (fits) taken.add(offset);
      return fits;
    });

  const levels: MarkLevel[] = [
    { offsets: [end, ...free(nearPowersOfTwo(sizeBytes))], distance: sizeBytes, required: true },
  ];
  for (let level = 1; level <= MOST_LEVELS; level += 1) {
    const parts = 2 ** level;
    const offsets = Array.from({ length: parts / 2 }, (_, index) =>
      alignDown((sizeBytes / parts) * (2 * index + 1), MARK_BYTES),
    );
    const required = level <= FEWEST_LEVELS;
    levels.push({
      offsets: free(offsets),
      distance: Math.ceil(sizeBytes / parts) + MARK_BYTES,
      required,
    });
    // Closer than what is written at once they prove nothing more.
    if (sizeBytes / parts <= CHUNK_BYTES && !required) break;
  }
  return levels;
}

function nearPowersOfTwo(sizeBytes: number): number[] {
  const offsets: number[] = [];
  for (let power = SMALLEST_POWER; power < sizeBytes; power *= 2) {
    offsets.push(power, power - MARK_BYTES);
  }
  return offsets;
}
