import { listed, sentence, type Sentence } from '../../../src-shared/findings';
import { SECTOR } from '../../../src-shared/units';
import { pass, warn, type Finding } from './finding';
import type { PartitionEntry } from './stick';

/** Whether partitions start at multiples of `step` bytes. */
export function aligned(
  entries: readonly PartitionEntry[],
  step: number,
  stepName: string,
): Finding {
  const crooked = entries.filter(({ firstLba }) => (firstLba * SECTOR) % step !== 0);
  if (crooked.length === 0) return pass('alignment.kept', { step: stepName });
  const partitions = crooked.map((entry) =>
    sentence('partition.at-sector', { partition: nameOf(entry), sector: entry.firstLba }),
  );
  return warn('alignment.missed', { step: stepName, partitions: listed('comma', partitions) });
}

export function nameOf(entry: PartitionEntry): Sentence {
  return sentence('partition.name', { number: entry.index + 1 });
}
