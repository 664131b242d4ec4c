import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, stickError, type StickError } from '../../src-shared/errors';
import type { Edition, ImageInfo } from '../../src-shared/image';
import { partitionOf, planLayout, type StickLayout } from '../../src-shared/layout';
import { targetBytes, targetName, type StickPlan, type Target } from '../../src-shared/plan';
import { minimumWindowsBytes, unpackedBytes } from '../../src-shared/space';
import { MiB, SECTOR } from '../../src-shared/units';
import type { Host } from '../host';
import { inspectImage } from '../image';

export interface PreparedTarget {
  target: Target;
  name: string;
  layout: StickLayout;
}

/** A plan held against the image and the targets: everything that can be known before work begins. */
export interface Prepared {
  info: ImageInfo;
  edition: Edition;
  /** Bytes that Windows takes once unpacked, estimated from the WIM's own figures. */
  unpackedBytes: number;
  targets: PreparedTarget[];
}

/**
 * Looks at the image and lays out every target. Reads only metadata and changes nothing.
 * Throws the image's errors, `plan/invalid`, `wim/edition-missing`, `wim/unsupported` and `target/too-small`.
 */
export async function preparePlan(plan: StickPlan): Promise<Prepared> {
  requireDifferentTargets(plan);
  const info = await inspectImage(plan.image.path);
  const edition = chooseEdition(info, plan.edition.index);
  const targets = plan.targets.map((target) => layOut(target, edition, plan.space.sharedBytes));
  return { info, edition, unpackedBytes: unpackedBytes(edition), targets };
}

function requireDifferentTargets(plan: StickPlan): void {
  const names = plan.targets.map(targetName);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw stickError('plan/invalid', { message: `targets: ${twice} is named more than once` });
  }
}

function chooseEdition(info: ImageInfo, index: number): Edition {
  const edition = info.editions.find((candidate) => candidate.index === index);
  if (!edition) {
    const available = info.editions.map((candidate) => String(candidate.index)).join(', ');
    throw stickError('wim/edition-missing', { index, available });
  }
  if (!isUsableEdition(edition)) {
    const message = edition.windows
      ? `edition ${String(index)} is for ${edition.architecture} computers`
      : `image ${String(index)} is not an installed Windows`;
    throw stickError('wim/unsupported', { path: info.path, message });
  }
  return edition;
}

function isUsableEdition(edition: Edition): boolean {
  return edition.windows && (edition.architecture === 'x64' || edition.architecture === 'arm64');
}

function layOut(target: Target, edition: Edition, sharedBytes: number): PreparedTarget {
  const name = targetName(target);
  const layout = planLayout({
    diskBytes: targetBytes(target),
    sharedBytes,
    minimumWindowsBytes: minimumWindowsBytes(edition),
  });
  if ('scheme' in layout) return { target, name, layout };
  if (layout.problem === 'too-small') {
    throw stickError('target/too-small', {
      target: name,
      needed: layout.neededBytes,
      actual: targetBytes(target),
    });
  }
  throw stickError('plan/invalid', {
    message: `space.sharedBytes: a shared partition has at least ${String(layout.minimumBytes)} bytes`,
  });
}

/** Bytes of the layout's Windows partition. */
export function windowsBytes(layout: StickLayout): number {
  const windows = partitionOf(layout, 'windows');
  if (!windows) throw new Error('the layout has no Windows partition');
  return windows.sectors * SECTOR;
}

/** Boot files, BCD and file-system structures that are made in the work folder for each stick. */
const PER_STICK_BYTES = 128 * MiB;

/**
 * Bytes the job will put into the work folder: the WIM taken out of an ISO, and the unpacked Windows. `imageStaged`:
 * the WIM is there already.
 */
export function workFolderBytes(prepared: Prepared, imageStaged: boolean): number {
  const wim = prepared.info.wim;
  const copied = wim.insideIso === null || imageStaged ? 0 : wim.sizeBytes;
  return copied + prepared.unpackedBytes + PER_STICK_BYTES;
}

/** Bytes that a folder will be given: the work folder, or that of an image-file target. */
interface Demand {
  target: string | null;
  folder: string;
  bytes: number;
}

/**
 * Makes sure that the work folder, and the folders of image-file targets, can hold what they will be given.
 * Places on the same file system are added up. Throws `work/full` for the first that can't, and
 * `work/unusable`, `target/unusable-path` or `permission/denied` for a folder that can't be used.
 */
export async function requireSpace(
  prepared: Prepared,
  workFolder: string,
  imageStaged: boolean,
  host: Host,
): Promise<void> {
  const demands: Demand[] = [
    { target: null, folder: workFolder, bytes: workFolderBytes(prepared, imageStaged) },
  ];
  for (const { target } of prepared.targets) {
    if (target.kind === 'file') {
      demands.push({
        target: target.path,
        folder: dirname(target.path),
        bytes: prepared.unpackedBytes + PER_STICK_BYTES,
      });
    }
  }
  const perFileSystem = new Map<number, { folder: string; bytes: number }>();
  for (const demand of demands) {
    const dev = await fileSystemOf(demand);
    const known = perFileSystem.get(dev);
    perFileSystem.set(dev, {
      folder: known?.folder ?? demand.folder,
      bytes: (known?.bytes ?? 0) + demand.bytes,
    });
  }
  for (const { folder, bytes } of perFileSystem.values()) {
    const free = await host.freeBytes(folder);
    if (free < bytes) {
      throw stickError('work/full', { path: folder, needed: bytes, missing: bytes - free });
    }
  }
}

async function fileSystemOf(demand: Demand): Promise<number> {
  try {
    return (await stat(demand.folder)).dev;
  } catch (error) {
    throw folderError(demand, error);
  }
}

function folderError({ target, folder }: Demand, cause: unknown): StickError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (target === null) {
    return stickError('work/unusable', { path: folder, message: messageOf(cause) }, { cause });
  }
  if (code === 'EACCES') return stickError('permission/denied', { path: folder }, { cause });
  const message = code === 'ENOENT' ? `there is no folder ${folder}` : messageOf(cause);
  return stickError('target/unusable-path', { target, message }, { cause });
}
