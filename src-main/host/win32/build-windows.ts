import { randomBytes } from 'node:crypto';
import { win32 } from 'node:path';
import { StickError, stickError, toStickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { HIVE_PATH, HiveError, RegistryType, decodeHive, subkey, valueOf } from '../../guest';
import type { Running, WindowsVolumeRequest } from '../index';
import { UndoJournal, type UndoFailure } from './journal';
import { explainLackOfSpace } from './lack-of-space';
import {
  closeSteps,
  editSteps,
  expectedOfImage,
  physicalDriveNumber,
  unpackSteps,
  type UnpackedImage,
  type VolumePlaces,
} from './operations';
import { restrictAccess } from './private-folder';
import { hiveMissing, unsupported, volumeStepsRunner } from './run-volume-steps';
import { BlockedPathError, type VolumeFiles } from './volume-files';
import { ZEROS_BEHIND, stagedPath, volumePlaces } from './volume-places';
import type { WindowsWork } from './windows-work';

/** Largest hive SYSTEM that is read, in bytes. That of a fresh Windows has about 20 MiB (reported). */
const LARGEST_HIVE = 256 * MiB;

/**
 * Unpacks one edition, with its edits, into a fresh NTFS volume: in a virtual disk (`new-file`), which is a VHDX with a MBR
 * partition from `STAGE_MARGIN` on and 4 MiB of zeros behind it, or on a drive (`device`, `\\.\PhysicalDriveN`), which
 * nobody else may hold. Paths of the request are Windows'. Wants administrator rights.
 *
 * Meanwhile there is a folder `building-…` beside `extractTo`, for administrators alone, with the folder in which the volume
 * is mounted; and the virtual disk beside `volumePath`, as diskpart wants its name to end in `.vhdx`. On failure and
 * cancellation everything is taken back; what a drive then holds is undefined. What this process doesn't live to take back,
 * `undoLeftovers` does.
 *
 * Progress is DISM's share of the work done, as that share of `volumeBytes`: how many bytes the edition has is not known
 * here.
 *
 * Throws `wim/too-large`, `wim/unsupported`, `wim/part-foreign`, `windows/unusable-text`, `target/not-a-drive`,
 * `work/full`, `work/unusable`, `files/changed`, `files/unreadable`, `tool/missing`, `tool/failed`, `cancelled`.
 */
export async function buildWindowsVolume(
  request: WindowsVolumeRequest,
  running: Running,
  work: WindowsWork,
): Promise<void> {
  const { privateFolder, run, files } = work;
  const removeLeft = (path: string): Promise<void> => files(win32.dirname(path)).remove(path);
  const journal = await UndoJournal.begin(privateFolder, run, removeLeft);
  let fraction = 0;
  try {
    await build(request, work, journal, {
      signal: running.signal,
      onUnpacked: (share) => {
        fraction = share;
        running.onProgress(Math.floor(share * request.volumeBytes), request.volumeBytes);
      },
    });
  } catch (error) {
    // Before anything is removed, which makes room.
    const explained = await explainLackOfSpace(error, request, fraction, work.freeBytes);
    throw withLeft(explained, await journal.undoAll({ folder: privateFolder }));
  }
  // What can't be removed now doesn't make the volume worse; it is tried again when this program starts next.
  await journal.undoAll({ folder: privateFolder });
}

interface Unpacking {
  signal: AbortSignal;
  /** From 0 to 1. */
  onUnpacked: (fraction: number) => void;
}

async function build(
  request: WindowsVolumeRequest,
  work: WindowsWork,
  journal: UndoJournal,
  { signal, onUnpacked }: Unpacking,
): Promise<void> {
  if (signal.aborted) throw stickError('cancelled', {});
  const job = `${String(process.pid)}-${randomBytes(4).toString('hex')}`;
  const places: VolumePlaces = {
    ...volumePlaces(request, job),
    sectorBytes: await sectorBytesOf(request, work),
    automount: (await work.givesLetters()) ? 'pause' : 'leave',
  };
  const { mountFolder } = places;
  await makePlaces(request, places, work, journal);
  const image = request.wimParts[0] ?? '';
  const { privateFolder, files, layoutOf, waiting } = work;
  const runSteps = volumeStepsRunner({
    ...{ journal, files, privateFolder, mountFolder, image, layoutOf, waiting, signal },
    onProgress: ({ program }, fraction) => {
      if (program === 'Dism.exe') onUnpacked(fraction);
    },
  });
  const fill = async (asked: WindowsVolumeRequest): Promise<void> => {
    await runSteps(unpackSteps(asked, places));
    const unpacked = await lookAtImage(asked, files(mountFolder), mountFolder);
    await runSteps(editSteps(asked, places, unpacked));
    await runSteps(closeSteps(asked, places));
  };
  if (request.place === 'device') await fill(request);
  else await fillStaged(request, job, { fill, files: work.files, journal });
}

/** The virtual disk has a name of its own while it is made, and gets the one that was asked for when it is whole. */
async function fillStaged(
  request: WindowsVolumeRequest,
  job: string,
  {
    fill,
    files,
    journal,
  }: {
    fill: (asked: WindowsVolumeRequest) => Promise<void>;
    files: WindowsWork['files'];
    journal: UndoJournal;
  },
): Promise<void> {
  const { volumePath } = request;
  const folder = win32.dirname(volumePath);
  const beside = files(folder);
  if ((await beside.kindOf(volumePath)) !== null) {
    throw stickError('work/unusable', { path: folder, message: `${volumePath} exists already` });
  }
  const staged = stagedPath(request, job);
  const keep = await journal.noteMaking(staged);
  await fill({ ...request, volumePath: staged });
  await beside.appendZeros(staged, ZEROS_BEHIND);
  await beside.move(staged, volumePath);
  await keep();
}

async function makePlaces(
  { extractTo }: WindowsVolumeRequest,
  { mountFolder, scratch }: VolumePlaces,
  { run, files, privateFolder }: WindowsWork,
  journal: UndoJournal,
): Promise<void> {
  const folder = win32.dirname(extractTo);
  const building = win32.dirname(mountFolder);
  const beside = files(folder);
  await journal.noteMaking(building);
  try {
    await beside.makeFolder(building);
    await run(restrictAccess(building, 'administrators'), { folder: privateFolder });
    for (const path of [mountFolder, scratch]) await beside.makeFolder(path);
  } catch (error) {
    if (error instanceof StickError || isFull(error)) throw error;
    throw stickError(
      'work/unusable',
      { path: folder, message: toStickError(error).message },
      { cause: error },
    );
  }
}

function isFull(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOSPC';
}

async function sectorBytesOf(
  { place, volumePath }: WindowsVolumeRequest,
  { layoutOf }: WindowsWork,
): Promise<number> {
  // A virtual disk has sectors of 512 bytes unless it is asked for others (documented: create vdisk knows no such option).
  if (place === 'new-file') return 512;
  return (await layoutOf(physicalDriveNumber(volumePath))).sectorBytes;
}

/** What the edits depend on and only the unpacked image tells. */
async function lookAtImage(
  request: WindowsVolumeRequest,
  volume: VolumeFiles,
  mountFolder: string,
): Promise<UnpackedImage> {
  const image = request.wimParts[0] ?? '';
  const inVolume = (path: string): string => win32.join(mountFolder, ...path.split('/'));
  try {
    const changesSystem = request.edits.registry.some(({ hive }) => hive === 'SYSTEM');
    return {
      controlSet: changesSystem
        ? await controlSetOf(volume, inVolume(HIVE_PATH.SYSTEM), image)
        : expectedOfImage.controlSet,
      missingFolders: await missingFolders(request, volume, inVolume),
    };
  } catch (error) {
    if (error instanceof BlockedPathError) throw unsupported(image, error.message);
    throw error;
  }
}

/** The number in `Select\Current`. Throws `wim/unsupported`. */
async function controlSetOf(volume: VolumeFiles, path: string, image: string): Promise<number> {
  if ((await volume.kindOf(path)) !== 'file') throw hiveMissing(image, HIVE_PATH.SYSTEM);
  try {
    const select = subkey(decodeHive(await volume.read(path, LARGEST_HIVE)), 'Select');
    const current = select && valueOf(select, 'Current');
    if (current?.type === RegistryType.dword && current.data.length === 4) {
      const number = current.data.readUInt32LE(0);
      if (number >= 1 && number <= 999) return number;
    }
  } catch (error) {
    if (!(error instanceof HiveError)) throw error;
    throw unsupported(image, `its registry hive SYSTEM can’t be read: ${error.message}`);
  }
  throw unsupported(image, 'its registry hive SYSTEM names no current control set');
}

/** Folders of the request's files that the image hasn't got, or that the request removes; those they lie in first. */
async function missingFolders(
  { edits }: WindowsVolumeRequest,
  volume: VolumeFiles,
  inVolume: (path: string) => string,
): Promise<string[]> {
  const removed = edits.removals.map((path) => path.toLowerCase());
  const known = new Map<string, boolean>();
  const missing: string[] = [];
  for (const { path } of edits.files) {
    const names = path.split('/').filter((name) => name !== '');
    for (let depth = 1; depth < names.length; depth += 1) {
      const folder = `/${names.slice(0, depth).join('/')}`;
      const key = folder.toLowerCase();
      if (known.has(key)) continue;
      const goes = removed.some((other) => key === other || key.startsWith(`${other}/`));
      const kind = goes ? null : await volume.kindOf(inVolume(folder));
      if (kind !== null && kind !== 'folder') {
        throw new BlockedPathError(inVolume(folder), `a ${kind}`);
      }
      known.set(key, kind !== null);
      if (kind === null) missing.push(folder);
    }
  }
  return missing;
}

function withLeft(error: unknown, left: readonly UndoFailure[]): unknown {
  if (left.length === 0) return error;
  const told = toStickError(error);
  const lines = left.map(({ title, error: why }) => `Not taken back: ${title} (${why.message})`);
  const detail = [...(told.detail === undefined ? [] : [told.detail]), ...lines].join('\n');
  return new StickError({ ...told.toData(), detail }, { cause: told.cause });
}
