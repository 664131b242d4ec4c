import { SECTOR } from '../../../src-shared/units';
import { pass, warn, type Finding } from './finding';
import type { PartitionEntry } from './stick';

export const SLOW = 'The stick works, but writing to it may be slow. Make it again to change that.';

/** Whether partitions start at multiples of `step` bytes. */
export function aligned(
  entries: readonly PartitionEntry[],
  step: number,
  stepName: string,
): Finding {
  const crooked = entries.filter(({ firstLba }) => (firstLba * SECTOR) % step !== 0);
  if (crooked.length === 0) return pass(`Starts at multiples of ${stepName}`);
  const found = crooked.map((entry) => `${nameOf(entry)} at sector ${String(entry.firstLba)}`);
  return warn(`Not at a multiple of ${stepName}: ${found.join(', ')}`);
}

export function nameOf(entry: PartitionEntry): string {
  return `partition ${String(entry.index + 1)}`;
}
