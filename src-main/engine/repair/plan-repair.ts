import { type CheckResult } from '../../../src-shared/check';
import type { RepairOutlook } from '../../../src-shared/repair';
import type { OpenedVolume } from '../../guest/bitlocker';
import type { ByteSource } from '../../io';
import { checkStick, inspectStick, readStick } from '../check';
import type { Bench } from './bench';
import { effective, withChanges, type Change } from './change';
import { efiChange } from './efi-changes';
import { failing } from './failing';
import { findWindows } from './find-windows';
import { ntfsChanges } from './ntfs-changes';
import { tableChanges } from './table-changes';

export interface RepairPlan {
  outlook: RepairOutlook;
  /** In the order in which they are to be written. */
  changes: Change[];
}

/**
 * Finds out what of a stick has to be rewritten, so that it starts a computer again, and what its check will say then. Each part is
 * planned on the disk as the parts before it will leave it. Reads only. Throws `repair/…`, `target/too-small`,
 * `boot-code/missing`, `cancelled`.
 */
export async function planRepair(
  bench: Bench,
  disk: ByteSource,
  opened: OpenedVolume | null,
): Promise<RepairPlan> {
  const { stick: found, checks: before } = await inspectStick(disk, opened);
  if (failing(before).size === 0) return nothingToDo(before);

  const tables = await tableChanges(bench, disk, found, before);
  const withTable = withChanges(disk, tables);
  const ntfs = await ntfsChanges(withTable, await readStick(withTable, opened));
  const readable = withChanges(disk, [...tables, ...ntfs]);
  const { stick, checks } = await inspectStick(readable, opened);
  const windows = await findWindows(bench, stick);
  const efi = await efiChange(bench, stick, windows, checks);

  // What starts the stick is written before what leads there.
  const all = [...ntfs, ...(efi.change ? [efi.change] : []), ...tables];
  const changes = await effective(disk, all);
  const expected = await checkStick(withChanges(disk, changes), opened);
  const steps = changes.map(({ step }) => step);
  return { outlook: { before, steps, notes: efi.notes, expected }, changes };
}

function nothingToDo(before: CheckResult[]): RepairPlan {
  return { outlook: { before, steps: [], notes: [], expected: before }, changes: [] };
}
