import { randomBytes } from 'node:crypto';
import { win32 } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { SPARE_ZEROS_BYTES } from '../../disk';
import { HIVE_PATH, HiveError, RegistryType, decodeHive, subkey, valueOf } from '../../guest';
import type { Unpacking, WindowsVolumeRequest } from '../index';
import { UndoJournal } from './journal';
import { explainLackOfSpace } from './lack-of-space';
import {
  closeSteps,
  editSteps,
  expectedOfImage,
  fileSteps,
  listingSteps,
  nothingInstalled,
  physicalDriveNumber,
  servicingSteps,
  unpackSteps,
  withListed,
  type UnpackedImage,
  type VolumePlaces,
} from './operations';
import { makePrivatePlaces, withLeft } from './private-places';
import {
  hiveMissing,
  unsupported,
  volumeStepsRunner,
  type RunVolumeSteps,
  type VolumeStepsWork,
} from './run-volume-steps';
import { BlockedPathError, type VolumeFiles } from './volume-files';
import { stagedPath, volumePlaces } from './volume-places';
import type { WindowsWork } from './windows-work';

/** Largest hive SYSTEM that is read, in bytes. That of a fresh Windows has about 20 MiB (reported). */
const LARGEST_HIVE = 256 * MiB;
/** The share that unpacking has of the work where Windows is serviced as well (estimated). */
const UNPACKING_SHARE = 0.7;

/**
 * Unpacks one edition, with its edits, into a fresh NTFS volume: in a virtual disk (`new-file`), which is a VHDX with one
 * partition and `SPARE_ZEROS_BYTES` behind it, as `openVolumeFile` reads it, or on a drive (`device`, `\\.\PhysicalDriveN`), which
 * nobody else may hold. Paths of the request are Windows'. Wants administrator rights.
 *
 * Meanwhile there is a folder `building-…` beside `extractTo`, for administrators alone, with the folder in which the volume
 * is mounted; and the virtual disk beside `volumePath`, as diskpart wants its name to end in `.vhdx`. On failure and
 * cancellation everything is taken back; what a drive then holds is undefined. What this process doesn't live to take back,
 * `undoLeftovers` does.
 *
 * Progress is DISM's share of the work done, as that share of `volumeBytes`: how many bytes the edition has is not known
 * here. What DISM refuses of `request.servicing` is told and left to the first start.
 *
 * Throws `wim/too-large`, `wim/unsupported`, `wim/part-foreign`, `windows/unusable-text`, `target/not-a-drive`,
 * `work/full`, `work/unusable`, `files/changed`, `files/unreadable`, `tool/missing`, `tool/failed`, `cancelled`.
 */
export async function buildWindowsVolume(
  request: WindowsVolumeRequest,
  running: Unpacking,
  work: WindowsWork,
): Promise<void> {
  const { privateFolder, run, files } = work;
  const removeLeft = (path: string): Promise<void> => files(win32.dirname(path)).remove(path);
  const journal = await UndoJournal.begin(privateFolder, run, removeLeft);
  let fraction = 0;
  try {
    await build(request, work, journal, {
      signal: running.signal,
      onDone: (share) => {
        fraction = share;
        running.onProgress(Math.floor(share * request.volumeBytes), request.volumeBytes);
      },
      onServiced: (serviced) => running.onServiced?.(serviced),
    });
  } catch (error) {
    // Before anything is removed, which makes room. When it can't be told, everything is taken back all the same.
    const explaining = explainLackOfSpace(error, request, fraction, work.freeBytes);
    const explained = await explaining.catch(() => error);
    throw withLeft(explained, await journal.undoAll({ folder: privateFolder }));
  }
  // What can't be removed now doesn't make the volume worse; it is tried again when this program starts next.
  await journal.undoAll({ folder: privateFolder });
}

interface Building extends Required<Pick<Unpacking, 'signal' | 'onServiced'>> {
  /** How much of the work is done, from 0 to 1. */
  onDone: (fraction: number) => void;
}

async function build(
  request: WindowsVolumeRequest,
  work: WindowsWork,
  journal: UndoJournal,
  { signal, onDone, onServiced }: Building,
): Promise<void> {
  if (signal.aborted) throw stickError('cancelled', {});
  const job = `${String(process.pid)}-${randomBytes(4).toString('hex')}`;
  const places: VolumePlaces = {
    ...volumePlaces(request, job),
    sectorBytes: await sectorBytesOf(request, work),
    automount: (await work.givesLetters()) ? 'pause' : 'leave',
  };
  const { mountFolder } = places;
  const { scratch } = places;
  await makePrivatePlaces(win32.dirname(mountFolder), [mountFolder, scratch], work, journal);
  const image = request.wimParts[0] ?? '';
  const { privateFolder, files, layoutOf, waiting } = work;
  const about = { files, privateFolder, mountFolder, image, layoutOf, waiting, signal };
  const fill = async (asked: WindowsVolumeRequest): Promise<void> => {
    const servicing = new Servicing(asked, onServiced);
    const runSteps = volumeStepsRunner({
      ...{ journal, ...about, onServiced: servicing.take },
      onProgress: ({ program }, fraction) => {
        if (program === 'Dism.exe') onDone(servicing.shareOf(fraction));
      },
    });
    await runSteps(unpackSteps(asked, places));
    const unpacked = await lookAtImage(asked, files(mountFolder), mountFolder);
    await runSteps(fileSteps(asked, places, unpacked));
    await servicing.run(runSteps, places);
    await runSteps(editSteps(asked, places, unpacked));
    await runSteps(closeSteps(asked, places));
  };
  if (request.place === 'device') await fill(request);
  else await fillStaged(request, job, { fill, files: work.files, journal });
}

/** What DISM does to the unpacked Windows: looks at what it has, then one thing after the other. */
class Servicing {
  #installed = nothingInstalled;
  /** Where in the whole work the operation under way begins and ends, from 0 to 1. */
  #part: [from: number, to: number];

  constructor(
    private readonly request: WindowsVolumeRequest,
    private readonly onServiced: Building['onServiced'],
  ) {
    this.#part = [0, request.servicing ? UNPACKING_SHARE : 1];
  }

  readonly take: VolumeStepsWork['onServiced'] = ({ operation: { title }, lists }, outcome) => {
    if (!outcome.done) this.onServiced({ title, refusal: outcome.refusal });
    else if (lists === null) this.onServiced({ title, refusal: null });
    else this.#installed = withListed(this.#installed, lists, outcome.stdout);
  };

  shareOf(fraction: number): number {
    const [from, to] = this.#part;
    return from + fraction * (to - from);
  }

  async run(runSteps: RunVolumeSteps, places: VolumePlaces): Promise<void> {
    this.#part = [UNPACKING_SHARE, UNPACKING_SHARE];
    await runSteps(listingSteps(this.request, places));
    const steps = servicingSteps(this.request, places, this.#installed);
    const share = (1 - UNPACKING_SHARE) / Math.max(steps.length, 1);
    for (const [index, step] of steps.entries()) {
      const from = UNPACKING_SHARE + index * share;
      this.#part = [from, from + share];
      await runSteps([step]);
    }
  }
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
  await beside.appendZeros(staged, SPARE_ZEROS_BYTES);
  await beside.move(staged, volumePath);
  await keep();
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
