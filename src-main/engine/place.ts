import { partitionOf, type PartitionRole, type StickLayout } from '../../src-shared/layout';
import { SECTOR } from '../../src-shared/units';

/** Where a partition lies, in bytes. */
export function place(
  layout: StickLayout,
  role: PartitionRole,
): { startByte: number; bytes: number } {
  const partition = partitionOf(layout, role);
  if (!partition) throw new Error(`the layout has no ${role} partition`);
  return { startByte: partition.startLba * SECTOR, bytes: partition.sectors * SECTOR };
}
