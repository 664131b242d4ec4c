import { win32 } from 'node:path';
import { stickError } from '../../../../src-shared/errors';
import { BITLOCKER_FILES, BITLOCKER_FOLDER } from '../../../disk';
import { HIVE_PATH, type FileEdit, type HiveName, type RegistryEdit } from '../../../guest';
import type { WindowsVolumeRequest } from '../../index';
import type { Operation } from '../operation';
import type { RegFileValue } from '../quote-reg-file';
import { applyImage, type DismFolders } from './dism';
import { detachStagedDisk, makePartitionOnDrive, makeStagedDisk } from './diskpart';
import { hiveRoot, importValues, loadHive, unloadHive } from './reg';
import { listingSteps, servicingSteps, type ServiceStep } from './servicing';
import {
  hide,
  letAdministratorsIn,
  pauseAutomount,
  protect,
  removeMountPoint,
  resumeAutomount,
} from './volumes';

/** Where the work is done: private folders that exist, with paths of this computer. */
export interface VolumePlaces extends DismFolders {
  /** Empty, on NTFS: the volume appears in it. */
  mountFolder: string;
  /** Letters, digits and `-`, at most 32: what this job is told from others by, in the names of loaded hives. */
  job: string;
  /** Bytes of a sector of the drive, for the direct way. */
  sectorBytes: number;
  /** `pause`: this Windows gives new volumes letters; it doesn't until the volume is made. */
  automount: 'leave' | 'pause';
}

/** What is known only when the image has been unpacked. Before, `expectedOfImage` stands for it. */
export interface UnpackedImage {
  /** The number in the hive SYSTEM's `Select\Current`. */
  controlSet: number;
  /** Folders that the request's files need and the image hasn't got: paths from the volume's root, with `/`. */
  missingFolders: readonly string[];
}

/** What holds for the images that Microsoft publishes, for showing what will be done. */
export const expectedOfImage: UnpackedImage = { controlSet: 1, missingFolders: [] };

/** What is open on this computer meanwhile: letters withheld, a volume in a folder, a hive in its registry. */
export type Opened = 'automount' | 'volume' | HiveName;

/** One thing after another: a program of Windows, or work that our own code does with files. */
export type VolumeStep =
  /** What one opens, a later one closes: then the first one’s undo is no longer needed. */
  | { kind: 'run'; operation: Operation; opens?: Opened; closes?: Opened }
  | ServiceStep
  /**
   * Fails when the drive's one partition begins elsewhere or is larger: diskpart rounds places on an MBR (documented
   * for old versions).
   */
  | { kind: 'require-partition'; diskNumber: number; startByte: number; mostBytes: number }
  /** Copies files and folders out of the volume, keeping their folders; missing ones are skipped. */
  | { kind: 'copy-out'; paths: readonly string[]; from: string; to: string }
  /** Removes files and folders; missing ones don't matter. */
  | { kind: 'remove'; paths: readonly string[] }
  /** With those it lies in; one that is there stays as it is. */
  | { kind: 'make-folder'; path: string }
  /** A registry hive. Fails for what is no plain file: a link would have this computer's own hive changed. */
  | { kind: 'require-file'; path: string }
  /** Makes a file in place of what is there, never through a link or into another name of the same file. */
  | { kind: 'put'; path: string; content: FileEdit['content'] };

/** The operations alone, in order: what Windows' programs are asked for, each with what takes it back. */
export function windowsVolumeOperations(
  request: WindowsVolumeRequest,
  places: VolumePlaces,
  unpacked: UnpackedImage = expectedOfImage,
): Operation[] {
  return windowsVolumeSteps(request, places, unpacked).flatMap((step) =>
    step.kind === 'run' || step.kind === 'service' ? [step.operation] : [],
  );
}

/**
 * Everything between an empty work folder and a volume that can be read: in a virtual disk, `request.volumePath`,
 * that is detached again (`new-file`), or on a drive, of which it is taken out of its folder (`device`,
 * `\\.\PhysicalDriveN`).
 *
 * The volume is up to a MiB smaller than asked for, since diskpart takes whole MiB; how large it is is to be read
 * from the virtual disk. `fenceBytes` has no counterpart here. Throws `windows/unusable-text`, `target/not-a-drive`
 * and `wim/part-foreign`; changes nothing.
 */
export function windowsVolumeSteps(
  request: WindowsVolumeRequest,
  places: VolumePlaces,
  unpacked: UnpackedImage,
): VolumeStep[] {
  return [
    ...unpackSteps(request, places),
    ...fileSteps(request, places, unpacked),
    ...listingSteps(request, places),
    ...servicingSteps(request, places, null),
    ...editSteps(request, places, unpacked),
    ...closeSteps(request, places),
  ];
}

/** From an empty work folder to an unpacked image. */
export function unpackSteps(request: WindowsVolumeRequest, places: VolumePlaces): VolumeStep[] {
  const { wimParts, index, extractPaths, extractTo } = request;
  return [
    ...(places.automount === 'pause' ? [run(pauseAutomount(), { opens: 'automount' })] : []),
    ...makeVolume(request, places),
    ...(places.automount === 'pause' ? [run(resumeAutomount(), { closes: 'automount' })] : []),
    run(applyImage({ wimParts, index }, places.mountFolder, places)),
    { kind: 'copy-out', paths: extractPaths, from: places.mountFolder, to: extractTo },
  ];
}

function makeVolume(request: WindowsVolumeRequest, places: VolumePlaces): VolumeStep[] {
  const { place, volumePath, volumeBytes: bytes, startLba, label } = request;
  const { mountFolder, sectorBytes } = places;
  const partition = { bytes, label, mountFolder };
  if (place === 'new-file')
    return [run(makeStagedDisk({ file: volumePath, partition }), { opens: 'volume' })];
  const disk = physicalDriveNumber(volumePath);
  const startByte = startLba * sectorBytes;
  return [
    run(makePartitionOnDrive(disk, { ...partition, startByte }), { opens: 'volume' }),
    { kind: 'require-partition', diskNumber: disk, startByte, mostBytes: bytes },
  ];
}

/** The first of our changes to the unpacked image: what is left out, and files. Drivers to be added are among them. */
export function fileSteps(
  { edits }: WindowsVolumeRequest,
  places: VolumePlaces,
  unpacked: UnpackedImage,
): VolumeStep[] {
  const inVolume = pathIn(places);
  return [
    ...(edits.removals.length === 0
      ? []
      : [{ kind: 'remove' as const, paths: edits.removals.map(inVolume) }]),
    ...unpacked.missingFolders.flatMap((path): VolumeStep[] => [
      { kind: 'make-folder', path: inVolume(path) },
      run(protect(inVolume(path), 'folder', 'administrators')),
    ]),
    ...edits.files.flatMap(({ path, content }): VolumeStep[] => [
      { kind: 'put', path: inVolume(path), content },
      run(protect(inVolume(path), 'file', 'administrators')),
    ]),
  ];
}

/** The rest, after DISM has serviced the image: our values of the registry have the last word. */
export function editSteps(
  { edits, bitLockerAreas }: WindowsVolumeRequest,
  places: VolumePlaces,
  unpacked: UnpackedImage,
): VolumeStep[] {
  const inVolume = pathIn(places);
  return [
    ...(bitLockerAreas === true ? areaSteps(inVolume) : []),
    ...HIVES.flatMap((hive) => {
      const values = edits.registry.filter((edit) => edit.hive === hive);
      if (values.length === 0) return [];
      return hiveSteps(hive, values, places, unpacked, inVolume(HIVE_PATH[hive]));
    }),
  ];
}

function pathIn({ mountFolder }: VolumePlaces): (path: string) => string {
  return (path) => win32.join(mountFolder, ...path.split('/'));
}

const HIVES: readonly HiveName[] = ['SYSTEM', 'SOFTWARE', 'DEFAULT_USER'];

function hiveSteps(
  hive: HiveName,
  edits: readonly RegistryEdit[],
  { job }: VolumePlaces,
  { controlSet }: UnpackedImage,
  file: string,
): VolumeStep[] {
  const name = `sticksmith-${job}-${hive.toLowerCase().replace('_', '-')}`;
  const current = `ControlSet${String(controlSet).padStart(3, '0')}`;
  const values = edits.map(({ key, name: value, data }): RegFileValue => {
    // A hive that isn't running has no link to its control set.
    const path = hive === 'SYSTEM' ? key.replace(/^CurrentControlSet(?=\\|$)/i, current) : key;
    return { key: `${hiveRoot(name)}\\${path}`, name: value, data };
  });
  return [
    { kind: 'require-file', path: file },
    run(loadHive({ name, file }), { opens: hive }),
    run(importValues(`Change values in the registry hive ${hive}`, values)),
    run(unloadHive(name), { closes: hive }),
  ];
}

/** Empty files of BitLocker's, in a folder that Windows keeps for itself and that DISM's volume already has (assumed). */
function areaSteps(inVolume: (path: string) => string): VolumeStep[] {
  const folder = inVolume(BITLOCKER_FOLDER);
  return [
    { kind: 'make-folder', path: folder },
    run(letAdministratorsIn(folder)),
    ...BITLOCKER_FILES.flatMap(({ path, bytes }): VolumeStep[] => [
      { kind: 'put', path: inVolume(path), content: { kind: 'bytes', bytes: Buffer.alloc(bytes) } },
      run(hide(inVolume(path))),
      run(protect(inVolume(path), 'file', 'system')),
    ]),
    run(hide(folder)),
    run(protect(folder, 'folder', 'system')),
  ];
}

/** From the finished volume to one that nobody has open. */
export function closeSteps(
  { place, volumePath }: WindowsVolumeRequest,
  { mountFolder }: VolumePlaces,
): VolumeStep[] {
  const unmount = removeMountPoint(mountFolder);
  if (place === 'device') return [run(unmount, { closes: 'volume' })];
  return [run(unmount), run(detachStagedDisk(volumePath), { closes: 'volume' })];
}

/** The N of `\\.\PhysicalDriveN`. Throws `target/not-a-drive`. */
export function physicalDriveNumber(path: string): number {
  const number = /^\\\\\.\\PhysicalDrive(\d{1,4})$/i.exec(path)?.[1];
  if (number === undefined)
    throw stickError('target/not-a-drive', {
      target: path,
      message: 'it is no \\\\.\\PhysicalDriveN',
    });
  return Number(number);
}

function run(operation: Operation, change: { opens?: Opened; closes?: Opened } = {}): VolumeStep {
  return { kind: 'run', operation, ...change };
}
