import type { CheckResult } from '../../../src-shared/check';
import { stickError } from '../../../src-shared/errors';
import { targetBytes, targetName, type Target } from '../../../src-shared/plan';
import type {
  RepairNote,
  RepairOutlook,
  RepairReport,
  RepairStep,
} from '../../../src-shared/repair';
import { repairedPartText } from '../../../src-shared/repair-texts';
import { isVhdx, placeOfVhdxDisk } from '../../disk';
import { openVolume, type OpenedVolume, type VolumeKey } from '../../guest/bitlocker';
import type { Host, OpenTarget } from '../../host';
import { slice, unlessAborted, type ByteSource } from '../../io';
import { readVentoyLayout } from '../../ventoy';
import { checkStick, encryptedWindows } from '../check';
import { openJobFolder } from '../work-folder';
import { Bench } from './bench';
import { planRepair, type RepairPlan } from './plan-repair';
import { findBrokenOff } from './saved-parts';
import { writeChanges, type WritingChanges } from './write-changes';

export interface RepairTools {
  host: Pick<Host, 'openTargets'>;
  workFolder: string;
  /** Folder of the running program; the disk that holds it must not be changed. */
  appFolder: string;
}

/** What a person has to say besides which stick it is. */
export interface RepairWishes {
  /** Opens an encrypted Windows, whose boot files can't be read otherwise. Null: nobody was asked for it. */
  key: VolumeKey | null;
}

/**
 * Finds out what a repair of a stick would do. Opens it for reading only. Throws `repair/not-understood`, `repair/ventoy`,
 * `repair/encrypted`, `repair/no-boot-files`, `bitlocker/…` for a key that doesn't open it, and what opening throws.
 */
export async function foreseeRepair(
  target: Target,
  wishes: RepairWishes,
  tools: RepairTools,
  signal: AbortSignal,
): Promise<RepairOutlook> {
  const guards = { neededBytes: 0, protectedPaths: [], readOnly: true };
  const [open] = await tools.host.openTargets([{ target, guards }], signal);
  if (!open) throw stickError('internal', { message: 'no target was opened' });
  return closing(open, () => foreseen(open, target, wishes, tools, signal));
}

/**
 * Rewrites the parts that start a stick, where something of them is wrong, and checks it. Nothing else of it is
 * changed. `agreed`: what a person has agreed to; what has to be done by now must be the same. When it fails or is
 * cancelled, what was written is taken back. Throws what `foreseeRepair` throws, `target/changed`, `io/…`,
 * `verify/mismatch`, `repair/not-undone`, `cancelled`.
 */
export async function repairStick(
  target: Target,
  wishes: RepairWishes & { agreed: readonly RepairStep[] },
  tools: RepairTools,
  running: WritingChanges,
): Promise<RepairReport> {
  const { signal } = running;
  const guards = {
    // Of a drive its size is part of its identity, and of a file it has to be the same.
    neededBytes: target.kind === 'drive' ? targetBytes(target) : 0,
    protectedPaths: [tools.workFolder, tools.appFolder],
    readOnly: false,
  };
  const [open] = await tools.host.openTargets([{ target, guards, inPlace: true }], signal);
  if (!open) throw stickError('internal', { message: 'no target was opened' });
  return closing(open, async () => {
    const brokenOff = await findBrokenOff(open.source, tools.workFolder);
    await brokenOff?.takeBack(open);
    return planned(open.source, target, wishes, tools, signal, async (work) => {
      const { plan, disk, diskOffset, opened } = work;
      const { outlook, changes } = plan;
      requireAgreed(target, wishes.agreed, outlook.steps);
      const { workFolder } = tools;
      const where = { target: targetName(target), open, disk, diskOffset, workFolder };
      const written = await writeChanges(where, changes, running);
      running.onProgress('checking', 0, 0);
      const after: CheckResult[] =
        changes.length === 0
          ? outlook.before
          : await unlessAborted(checkStick(disk, opened), signal);
      const { before, steps, notes } = outlook;
      return { target: targetName(target), before, steps, notes, after, ...written };
    });
  });
}

/** What a repair that was broken off has written is looked at as if it had been taken back already. */
async function foreseen(
  open: OpenTarget,
  target: Target,
  wishes: RepairWishes,
  tools: RepairTools,
  signal: AbortSignal,
): Promise<RepairOutlook> {
  const brokenOff = await findBrokenOff(open.source, tools.workFolder);
  try {
    const source = brokenOff?.before ?? open.source;
    return await planned(source, target, wishes, tools, signal, ({ plan: { outlook } }) => {
      const notes = brokenOff ? [BROKEN_OFF, ...outlook.notes] : outlook.notes;
      return Promise.resolve({ ...outlook, notes });
    });
  } finally {
    await brokenOff?.close();
  }
}

interface PlannedWork {
  plan: RepairPlan;
  disk: ByteSource;
  diskOffset: number;
  opened: OpenedVolume | null;
}

const BROKEN_OFF: RepairNote = { note: 'broken-off' };

/** Plans the repair of a target with this content in a private folder, which goes away afterwards. */
async function planned<T>(
  source: ByteSource,
  target: Target,
  { key }: RepairWishes,
  tools: RepairTools,
  signal: AbortSignal,
  use: (work: PlannedWork) => Promise<T>,
): Promise<T> {
  const place = await placeOfDisk(source, target);
  const disk = slice(source, place.offset, place.length);
  const name = targetName(target);
  if (await readVentoyLayout(disk)) throw stickError('repair/ventoy', { target: name });
  const opened = key && (await openWindows(disk, key, signal));
  const folder = await openJobFolder(tools.workFolder);
  const bench = new Bench(name, folder.path, signal);
  try {
    const plan = await unlessAborted(planRepair(bench, disk, opened), signal);
    return await use({ plan, disk, diskOffset: place.offset, opened });
  } finally {
    await bench.close();
    await folder.remove();
  }
}

/** Where the disk lies in an open target: all of it, or what a virtual disk's file holds. Throws `vhdx/unsupported`. */
async function placeOfDisk(source: ByteSource, target: Target) {
  const whole = { offset: 0, length: source.size };
  if (target.kind === 'drive' || !(await isVhdx(source))) return whole;
  return placeOfVhdxDisk(source, target.path);
}

/** Null where nothing is encrypted. */
async function openWindows(
  disk: ByteSource,
  key: VolumeKey,
  signal: AbortSignal,
): Promise<OpenedVolume | null> {
  const volume = await encryptedWindows(disk);
  if (!volume) return null;
  const read = (offset: number, length: number): Promise<Buffer> => volume.read(offset, length);
  return unlessAborted(openVolume(read, key, { signal }), signal);
}

function requireAgreed(
  target: Target,
  agreed: readonly RepairStep[],
  steps: readonly RepairStep[],
): void {
  const texts = (of: readonly RepairStep[]): string => of.map(repairedPartText).join('; ');
  if (texts(agreed) === texts(steps)) return;
  const message = `it needs other repairs than before: ${texts(steps)}`;
  throw stickError('target/changed', { target: targetName(target), message });
}

async function closing<T>(open: OpenTarget, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await open.close();
  }
}
