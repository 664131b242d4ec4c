import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, stickError, type StickError } from '../../src-shared/errors';
import type { WorkRoom } from '../../src-shared/ipc';
import type { WindowsPlan } from '../../src-shared/plan';
import { MiB } from '../../src-shared/units';
import type { Host } from '../host';
import type { Job, MakeTools } from './job';
import { preparePlan, type Prepared } from './prepare';
import { buildVolumeSizes, windowsBuildKey, type PlanToUnpack } from './windows-volume';
import { openJobFolder } from './work-folder';

/** Boot files, BCD and file-system structures that are made in the work folder for each stick. */
const PER_STICK_BYTES = 128 * MiB;

/**
 * What a job will put into the work folder, and what there is room for. Kept builds that it doesn't need
 * count as room: they make way. Reads only metadata. Throws what preparePlan throws and `work/unusable`.
 */
export async function windowsWorkRoom(plan: WindowsPlan, tools: MakeTools): Promise<WorkRoom> {
  return roomFor(await windowsDemand(plan, await preparePlan(plan), tools));
}

/** A demand as a person sees it. */
export function roomFor({ folder, copied, lasting, freeBytes }: Demand): WorkRoom {
  return { folder, neededBytes: copied + lasting, freeBytes };
}

/**
 * Makes sure that the work folder, and the folders of image-file targets, can hold what they will be given.
 * Places on the same file system are added up. Throws `work/full` for the first that can't, and
 * `work/unusable`, `target/unusable-path` or `permission/denied` for a folder that can't be used.
 */
export async function requireRoom(
  plan: WindowsPlan,
  prepared: Prepared,
  tools: MakeTools,
): Promise<void> {
  const demand = await windowsDemand(plan, prepared, tools);
  await requirePlaces(demand, growthOf(prepared), tools.host);
}

/** The same for a demand that is known. */
export async function requirePlaces(
  { folder, copied, lasting, freeBytes }: Demand,
  growing: readonly GrowingFile[],
  host: Pick<Host, 'freeBytes'>,
): Promise<void> {
  const images = await imageFiles(growing);
  const device = await fileSystemOf(null, folder);
  // The copied WIM is gone before the first target is written.
  const needed = lasting + Math.max(copied, images.get(device)?.bytes ?? 0);
  requireBytes(folder, needed, freeBytes);
  images.delete(device);
  for (const { folder: other, bytes } of images.values()) {
    requireBytes(other, bytes, await host.freeBytes(other));
  }
}

/**
 * Has kept builds make way for `bytes` in the work folder and everything else that the job is going to put on
 * the same disk. Never fails: a job finds out by itself that there is too little room.
 */
export async function makeRoom({ prepared, tools }: Job, bytes: number): Promise<void> {
  const images = await imageFiles(growthOf(prepared)).catch(() => null);
  const device = await fileSystemOf(null, tools.workFolder).catch(() => null);
  const here = device === null ? undefined : images?.get(device);
  await tools.cache.makeRoom(bytes + bytesForSticks(prepared) + (here?.bytes ?? 0));
}

/** An image file that is a target, and what it will take from its disk, in bytes. */
export interface GrowingFile {
  path: string;
  bytes: number;
}

/** What the work folder is given, in bytes. */
export interface Demand {
  folder: string;
  /** The WIM, and copies of the files that are added to it, until Windows is unpacked. */
  copied: number;
  /** Everything that stays to the end. */
  lasting: number;
  freeBytes: number;
}

/** Throws `work/unusable`. */
export async function windowsDemand(
  plan: WindowsPlan,
  prepared: Prepared,
  tools: MakeTools,
): Promise<Demand> {
  const folder = tools.workFolder;
  // Makes the folder when it is missing, and removes what crashed jobs left.
  await (await openJobFolder(folder)).remove();
  const staged = await tools.staged.peek(prepared.info);
  const sha256 = plan.image.sha256 ?? staged?.sha256 ?? null;
  const keys = sha256 === null ? [] : keysOf({ plan, prepared, tools }, sha256);
  const { builds } = await tools.cache.state();
  const isKept = builds.some(({ key }) => keys.includes(key));

  const { wim } = prepared.info;
  const unpacked = isKept || plan.way === 'direct' ? 0 : prepared.unpackedBytes;
  const wimCopy = wim.insideIso === null || staged !== null ? 0 : wim.sizeBytes;
  const others = builds.filter(({ key, inUse }) => !keys.includes(key) && !inUse);
  const removable = others.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    folder,
    copied: isKept ? 0 : prepared.guest.addedBytes + wimCopy,
    lasting: unpacked + bytesForSticks(prepared),
    freeBytes: (await tools.host.freeBytes(folder)) + removable,
  };
}

function keysOf(asked: PlanToUnpack, sha256: string): string[] {
  return buildVolumeSizes(asked.prepared).map((bytes) => windowsBuildKey(asked, sha256, bytes));
}

function bytesForSticks({ targets }: Prepared): number {
  // A virtual disk lies in a volume of its own, of which the metadata are made there.
  return targets.reduce((sum, { layout }) => sum + PER_STICK_BYTES * (layout.vhdx ? 2 : 1), 0);
}

function growthOf({ targets, unpackedBytes }: Prepared): GrowingFile[] {
  const bytes = unpackedBytes + PER_STICK_BYTES;
  return targets.flatMap(({ target }) =>
    target.kind === 'file' ? [{ path: target.path, bytes }] : [],
  );
}

/** What image files will take, in bytes, by file system. */
async function imageFiles(
  growing: readonly GrowingFile[],
): Promise<Map<number, { folder: string; bytes: number }>> {
  const places = new Map<number, { folder: string; bytes: number }>();
  for (const { path, bytes: bytesEach } of growing) {
    const folder = dirname(path);
    const device = await fileSystemOf(path, folder);
    const known = places.get(device) ?? { folder, bytes: 0 };
    places.set(device, { ...known, bytes: known.bytes + bytesEach });
  }
  return places;
}

function requireBytes(path: string, needed: number, free: number): void {
  if (free < needed) throw stickError('work/full', { path, needed, missing: needed - free });
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
