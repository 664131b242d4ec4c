import { runTool } from '../host/run-tool';
import type { HeldDrive } from './opened-target';
import { hasPartitions } from './own-mounts';

/**
 * Has the kernel show the partitions of a disk where it didn't by itself: one that was built without
 * partition tables, or a loop device. What is no table shows none.
 */
export async function showPartitions({ path, device }: HeldDrive): Promise<void> {
  if (await hasPartitions(device)) return;
  await runTool('partx', ['--update', '--', path], { okCodes: [0, 1] });
}

/** Has the kernel forget the partitions of a disk: those of a loop device outlive what lies behind it. */
export async function hidePartitions({ path, device }: HeldDrive): Promise<void> {
  if (!(await hasPartitions(device))) return;
  await runTool('partx', ['--delete', '--', path], { okCodes: [0, 1] });
}
