import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { bootImageKind, type BootImage } from '../../../src-shared/boot-image';
import { nameKey } from '../../../src-shared/copy-names';
import { messageOf, stickError } from '../../../src-shared/errors';
import {
  persistenceFor,
  persistenceNotes,
  persistenceSizeProblem,
  type Persistence,
} from '../../../src-shared/persistence';
import { problemText } from '../../../src-shared/plan-problems';
import { targetBytes, targetName, type Target, type VentoyPlan } from '../../../src-shared/plan';
import { SECTOR } from '../../../src-shared/units';
import { ventoyConflicts, ventoyTargetConflicts } from '../../../src-shared/ventoy-conflicts';
import { problemWords, ventoyProblems } from '../../../src-shared/ventoy-json';
import type { VentoyPackage } from '../../../src-shared/ventoy-package';
import {
  clustersBytes,
  neededVentoyBytes,
  roomForFiles,
  ventoyPartitions,
} from '../../../src-shared/ventoy-space';
import { readBootImage } from '../../image';
import { fileMark, withoutEnd, type FileMark } from '../../io';
import { readVentoyPackage } from '../../ventoy';
import type { PlanContent } from '../prepare';
import { requireFileNames } from './file-names';
import { VHD_BOOT_FILE } from './stick-config';
import { prepareVentoyWindows, readVentoyWindows, type PreparedWindows } from './windows';

/** Generous for a file with a hash and a name; a cluster is more. */
export const CHECKSUM_BYTES = 1024;

/** What a file must be for a live system to find it. */
export type UsablePersistence = Pick<Persistence, 'files'> & { label: string };

/** A file that is to be copied. */
export interface PreparedFile {
  /** Absolute path on this computer. */
  source: string;
  /** Path on the stick, from the root folder of the partition with the images. */
  name: string;
  sizeBytes: number;
  /** The hash it must have; null for any. */
  expected: string | null;
  mark: FileMark;
  /** What it starts; null for a file that Ventoy does not list. */
  image: BootImage | null;
}

export interface PreparedVentoyTarget {
  target: Target;
  name: string;
}

/** What a plan says of files on this computer, read and understood. */
export interface VentoyContent {
  /** Null where Ventoy itself is left as it is. */
  release: VentoyPackage | null;
  files: PreparedFile[];
  /** What is kept for the images among the files. Images that are on the stick already are looked at there. */
  persistence: Map<string, UsablePersistence>;
  windows: PlanContent | null;
  /** Bytes that everything new takes on a stick, in whole clusters. */
  addedBytes: number;
}

/** A plan held against its files and targets: everything that can be known before work begins. */
export interface PreparedVentoy extends Omit<VentoyContent, 'windows'> {
  windows: PreparedWindows | null;
  targets: PreparedVentoyTarget[];
}

/**
 * Reads the release, looks at every file, and holds it all against the targets. Changes nothing. Throws `plan/invalid`, `ventoy/…`
 * and `target/too-small`, and what reading images and packages throws.
 */
export async function prepareVentoy(
  plan: VentoyPlan,
  signal: AbortSignal,
): Promise<PreparedVentoy> {
  return prepareVentoyTargets(plan, await readVentoyPlan(plan, signal));
}

/** Reads what a plan is about. Throws as prepareVentoy, but for what is wrong with a target. */
export async function readVentoyPlan(
  plan: VentoyPlan,
  signal: AbortSignal,
): Promise<VentoyContent> {
  requireNoConflict(plan);
  requireFileNames(plan);
  requirePersistenceSizes(plan);
  requireUsableConfig(plan);
  const release = await readRelease(plan, signal);
  const files: PreparedFile[] = [];
  for (const file of filesOf(plan)) files.push(await lookAt(file, signal));
  const addedBytes = clustersBytes([
    ...files.map(({ sizeBytes }) => sizeBytes),
    ...(plan.checksums ? files.map(() => CHECKSUM_BYTES) : []),
    ...plan.persistence.map(({ bytes }) => bytes),
  ]);
  return {
    release,
    files,
    persistence: persistenceOf(plan, files),
    windows: await readVentoyWindows(plan, signal),
    addedBytes,
  };
}

/** Holds a plan whose content was read against its targets. Throws `plan/invalid`, `answers/invalid` and `target/too-small`. */
export function prepareVentoyTargets(plan: VentoyPlan, content: VentoyContent): PreparedVentoy {
  requireNoConflict(plan);
  requireRoomOnTargets(plan, content.addedBytes);
  return {
    ...content,
    windows: prepareVentoyWindows(plan, content),
    targets: plan.targets.map((target) => ({ target, name: targetName(target) })),
  };
}

function requireNoConflict(plan: VentoyPlan): void {
  const [conflict] = [...ventoyConflicts(plan), ...ventoyTargetConflicts(plan.targets)];
  if (conflict) throw stickError('plan/invalid', { message: problemText(conflict) });
}

/** Files of the plan, and the one that starts its Windows. */
function filesOf({ files, windows }: VentoyPlan): VentoyPlan['files'] {
  if (!windows) return files;
  return [...files, { source: windows.vhdBoot, name: VHD_BOOT_FILE, sha256: null }];
}

async function readRelease(
  { install }: VentoyPlan,
  signal: AbortSignal,
): Promise<VentoyPackage | null> {
  if (install.way === 'none') return null;
  const { path, sha256 } = install.package;
  return readVentoyPackage(resolve(path), { sha256, signal });
}

async function lookAt(
  { source, name, sha256 }: VentoyPlan['files'][number],
  signal: AbortSignal,
): Promise<PreparedFile> {
  signal.throwIfAborted();
  const path = resolve(source);
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new Error('it is no file');
    const listed = bootImageKind(name) !== null && bootImageKind(path) !== null;
    return {
      source: path,
      name,
      sizeBytes: stats.size,
      expected: sha256,
      mark: await fileMark(path),
      image: listed ? await readBootImage(path, signal) : null,
    };
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && 'stick' in cause) throw cause;
    throw stickError('ventoy/file-unreadable', { path, message: messageOf(cause) }, { cause });
  }
}

/** What can never be right on any stick. What refers to files that only the stick has is found later. */
function requireUsableConfig({ config }: VentoyPlan): void {
  const problem = ventoyProblems(config).find(({ level }) => level === 'error');
  if (!problem) return;
  const field = ['config', ...problem.path].join('.');
  throw stickError('plan/invalid', { message: `${field}: ${problemWords(problem)}` });
}

/** Where only the stick tells its file system, FAT32's limit is looked at there. Throws `plan/invalid`. */
function requirePersistenceSizes({ install, persistence }: VentoyPlan): void {
  const fileSystem = install.way === 'erase' ? install.fileSystem : 'unknown';
  for (const { image, bytes } of persistence) {
    const problem = persistenceSizeProblem(bytes, fileSystem);
    if (problem === null) continue;
    throw stickError('plan/invalid', { message: `persistence: ${image}: ${problem}` });
  }
}

function persistenceOf(
  plan: VentoyPlan,
  files: readonly PreparedFile[],
): Map<string, UsablePersistence> {
  const found = new Map<string, UsablePersistence>();
  for (const { image } of plan.persistence) {
    const file = files.find(({ name }) => nameKey(name) === nameKey(image));
    if (file?.image) found.set(image, requirePersistence(file.image, image));
    else if (plan.install.way === 'erase') {
      throw stickError('plan/invalid', {
        message: `persistence: ${image} is not among the images`,
      });
    }
  }
  return found;
}

/** Throws `ventoy/persistence-unsupported` for a distribution that is known not to work, or not known at all. */
export function requirePersistence(image: BootImage, name: string): UsablePersistence {
  const persistence = persistenceFor(image);
  const { state, label, files } = persistence;
  if ((state === 'works' || state === 'doubtful') && label !== null) return { label, files };
  const known = persistence.notes.map((note) => persistenceNotes[note]).join(' ');
  const message = withoutEnd(known, (unit) => unit === '.');
  throw stickError('ventoy/persistence-unsupported', { name, message });
}

function requireRoomOnTargets({ install, targets }: VentoyPlan, addedBytes: number): void {
  if (install.way !== 'erase') return;
  for (const target of targets) {
    const disk = targetBytes(target);
    const partitions = ventoyPartitions(disk, install);
    const room = partitions
      ? roomForFiles(partitions.data.sectors * SECTOR, install.fileSystem)
      : 0;
    if (addedBytes <= room && partitions) continue;
    throw stickError('target/too-small', {
      target: targetName(target),
      needed: neededVentoyBytes(addedBytes, install),
      actual: disk,
    });
  }
}
