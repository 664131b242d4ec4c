import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckResult } from '../../../src-shared/check';
import { stickError } from '../../../src-shared/errors';
import { targetBytes, targetName, type Target } from '../../../src-shared/plan';
import type { RepairOutlook, RepairReport, RepairStep } from '../../../src-shared/repair';
import { isVhdx, placeOfVhdxDisk } from '../../disk';
import { openVolume, type OpenedVolume, type VolumeKey } from '../../guest/bitlocker';
import type { Host, OpenTarget } from '../../host';
import { slice, unlessAborted, type ByteSource } from '../../io';
import { readVentoyLayout } from '../../ventoy';
import { checkStick, encryptedWindows } from '../check';
import { openJobFolder, type JobFolder } from '../work-folder';
import { Bench } from './bench';
import { planRepair, type RepairPlan } from './plan-repair';
import { writeChanges, type WritingChanges } from './write-changes';

export interface RepairTools {
  host: Pick<Host, 'openTargets' | 'biosBootCode'>;
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
  return closing(open, () =>
    planned(open, target, wishes, tools, signal, ({ plan }) => Promise.resolve(plan.outlook)),
  );
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
  return closing(open, () =>
    planned(open, target, wishes, tools, signal, async (work) => {
      const { plan, disk, diskOffset, opened, folder } = work;
      const { outlook, changes } = plan;
      requireAgreed(target, wishes.agreed, outlook.steps);
      const where = {
        ...{ target: targetName(target), open, disk, diskOffset, folder: folder.path },
        keepFolder: () => keepFolder(folder, tools.workFolder),
      };
      const written = await writeChanges(where, changes, running);
      running.onProgress('checking', 0, 0);
      const after: CheckResult[] =
        changes.length === 0
          ? outlook.before
          : await unlessAborted(checkStick(disk, opened), signal);
      const { before, steps, notes } = outlook;
      return { target: targetName(target), before, steps, notes, after, ...written };
    }),
  );
}

interface PlannedWork {
  plan: RepairPlan;
  disk: ByteSource;
  diskOffset: number;
  opened: OpenedVolume | null;
  folder: JobFolder;
}

/** Plans the repair of an open target in a private folder, which goes away afterwards. */
async function planned<T>(
  open: OpenTarget,
  target: Target,
  { key }: RepairWishes,
  tools: RepairTools,
  signal: AbortSignal,
  use: (work: PlannedWork) => Promise<T>,
): Promise<T> {
  const place = await placeOfDisk(open, target);
  const disk = slice(open.source, place.offset, place.length);
  const name = targetName(target);
  if (await readVentoyLayout(disk)) throw stickError('repair/ventoy', { target: name });
  const opened = key && (await openWindows(disk, key, signal));
  const folder = await openJobFolder(tools.workFolder);
  const bench = new Bench(name, folder.path, tools.host, signal);
  try {
    const plan = await unlessAborted(planRepair(bench, disk, opened), signal);
    return await use({ plan, disk, diskOffset: place.offset, opened, folder });
  } finally {
    await bench.close();
    await folder.remove();
  }
}

/** Where the disk lies in an open target: all of it, or what a virtual disk's file holds. Throws `vhdx/unsupported`. */
async function placeOfDisk({ source }: OpenTarget, target: Target) {
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
  const texts = (of: readonly RepairStep[]): string => of.map(({ text }) => text).join('; ');
  if (texts(agreed) === texts(steps)) return;
  const message = `it needs other repairs than before: ${texts(steps)}`;
  throw stickError('target/changed', { target: targetName(target), message });
}

/** Moves a job's folder to where no later job removes it, and tells where. */
async function keepFolder({ path }: JobFolder, workFolder: string): Promise<string> {
  const kept = join(workFolder, `repair-saved-${randomUUID()}`);
  await rename(path, kept);
  return kept;
}

async function closing<T>(open: OpenTarget, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await open.close();
  }
}
