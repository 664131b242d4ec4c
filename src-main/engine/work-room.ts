import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, stickError, type StickError } from '../../src-shared/errors';
import type { WorkRoom } from '../../src-shared/ipc';
import type { StickPlan } from '../../src-shared/plan';
import { MiB } from '../../src-shared/units';
import type { MakeTools } from './job';
import { preparePlan, type Prepared } from './prepare';
import { windowsBuildKey } from './windows-volume';
import { openJobFolder } from './work-folder';

/** Boot files, BCD and file-system structures that are made in the work folder for each stick. */
const PER_STICK_BYTES = 128 * MiB;

/**
 * What a job will put into the work folder, and what there is room for. Kept builds that it doesn't need
 * count as room: they make way. Reads only metadata. Throws what preparePlan throws and `work/unusable`.
 */
export async function workRoom(plan: StickPlan, tools: MakeTools): Promise<WorkRoom> {
  return roomFor(plan, await preparePlan(plan), tools);
}

/**
 * Makes sure that the work folder, and the folders of image-file targets, can hold what they will be given.
 * Places on the same file system are added up. Throws `work/full` for the first that can't, and
 * `work/unusable`, `target/unusable-path` or `permission/denied` for a folder that can't be used.
 */
export async function requireRoom(
  plan: StickPlan,
  prepared: Prepared,
  tools: MakeTools,
): Promise<void> {
  const work = await roomFor(plan, prepared, tools);
  const places = new Map<number, { folder: string; needed: number; free: number }>();
  places.set(await fileSystemOf(null, work.folder), {
    folder: work.folder,
    needed: work.neededBytes,
    free: work.freeBytes,
  });
  for (const { target } of prepared.targets) {
    if (target.kind !== 'file') continue;
    const folder = dirname(target.path);
    const device = await fileSystemOf(target.path, folder);
    const known = places.get(device);
    const free = known?.free ?? (await tools.host.freeBytes(folder));
    const needed = (known?.needed ?? 0) + prepared.unpackedBytes + PER_STICK_BYTES;
    places.set(device, { folder: known?.folder ?? folder, needed, free });
  }
  for (const { folder, needed, free } of places.values()) {
    if (free < needed)
      throw stickError('work/full', { path: folder, needed, missing: needed - free });
  }
}

async function roomFor(plan: StickPlan, prepared: Prepared, tools: MakeTools): Promise<WorkRoom> {
  const folder = tools.workFolder;
  // Makes the folder when it is missing, and removes what crashed jobs left.
  await (await openJobFolder(folder)).remove();
  const staged = await tools.staged.peek(prepared.info);
  const sha256 = plan.image.sha256 ?? staged?.sha256 ?? null;
  const key = sha256 === null ? null : windowsBuildKey(plan, prepared.edition, sha256);
  const { builds } = await tools.cache.state();
  const isKept = builds.some((build) => build.key === key);

  const { wim } = prepared.info;
  const copied = wim.insideIso === null || staged !== null || isKept ? 0 : wim.sizeBytes;
  const unpacked = isKept || plan.way === 'direct' ? 0 : prepared.unpackedBytes;
  const others = builds.filter((build) => build.key !== key && !build.inUse);
  const removable = others.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    folder,
    neededBytes: copied + unpacked + prepared.targets.length * PER_STICK_BYTES,
    freeBytes: (await tools.host.freeBytes(folder)) + removable,
  };
}

async function fileSystemOf(target: string | null, folder: string): Promise<number> {
  try {
    return (await stat(folder)).dev;
  } catch (error) {
    throw folderError(target, folder, error);
  }
}

function folderError(target: string | null, folder: string, cause: unknown): StickError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (target === null) {
    return stickError('work/unusable', { path: folder, message: messageOf(cause) }, { cause });
  }
  if (code === 'EACCES') return stickError('permission/denied', { path: folder }, { cause });
  const message = code === 'ENOENT' ? `there is no folder ${folder}` : messageOf(cause);
  return stickError('target/unusable-path', { target, message }, { cause });
}
