import { win32 } from 'node:path';
import { formatBytes } from '../../../src-shared/units';
import { SPARE_ZEROS_BYTES } from '../../disk';
import type { HostDescription, Lending, WindowsEncryption, WindowsVolumeRequest } from '../index';
import { describeContainerVolume } from './container-volume';
import {
  addProtectors,
  beginEncryption,
  expectedOfImage,
  followEncryption,
  getVolumePaths,
  lockVolume,
  pauseAutomount,
  physicalDriveNumber,
  printOperation,
  windowsVolumeSteps,
  type VolumePlaces,
  type VolumeStep,
} from './operations';
import { stagedPath, volumePlaces } from './volume-places';

/**
 * What a computer with Windows would do, told on any computer. Names that each job makes up stand for themselves by an
 * example.
 */
export function describeWindowsHost(): HostDescription {
  return {
    platform: 'win32',
    servicesOffline: true,
    join: (...parts) => win32.join(...parts),
    describeOpening,
    describeLending,
    describeWindowsVolume,
    describeEncryption,
    describeContainerVolume,
  };
}

/** Stands for the name that each job makes up. */
const JOB = 'job';

/** As holdDrive does. */
function describeOpening(drive: string, unmount: boolean): string[] {
  return [
    ...(unmount
      ? [`lock and dismount every volume on ${drive}, for up to 15 s while others hold them`]
      : []),
    `open ${drive} for reading and writing, and look whether it is still the drive that was chosen`,
  ];
}

/** diskpart gets the whole drive, and finds its place on it by itself. */
function describeLending(drive: string): Lending {
  return {
    lend: [`let go of ${drive}`],
    path: drive,
    giveBack: [`take ${drive} again: lock and dismount every volume on it`],
  };
}

/** Stands for the path that Windows gives a volume, and for what opens it: neither is shown. */
const VOLUME = '\\\\?\\Volume{…}\\';
const SECRETS = { password: '«password»', recoveryPassword: Array(8).fill('000000').join('-') };

/** As protectVolume does. */
function describeEncryption(drive: string, startByte: number, how: WindowsEncryption): string[] {
  return [
    ...printOperation(pauseAutomount()),
    `let go of ${drive}`,
    ...printOperation(getVolumePaths(physicalDriveNumber(drive))),
    `take the volume that begins at byte ${String(startByte)}, let Windows give letters again, and take away one that the volume got`,
    ...printOperation(addProtectors(VOLUME, SECRETS)),
    'save the recovery key under the identifier that Windows gave it',
    ...printOperation(beginEncryption(VOLUME, how)),
    ...printOperation(followEncryption(VOLUME)),
    ...printOperation(lockVolume(VOLUME)),
    `take ${drive} again: lock and dismount every volume on it`,
  ];
}

function describeWindowsVolume(request: WindowsVolumeRequest): string[] {
  const places: VolumePlaces = {
    ...volumePlaces(request, JOB),
    sectorBytes: 512,
    // As Windows is unless somebody changed it.
    automount: 'pause',
  };
  const { mountFolder, scratch } = places;
  const isStaged = request.place === 'new-file';
  const staged = stagedPath(request, JOB);
  const volumePath = isStaged ? staged : request.volumePath;
  const steps = windowsVolumeSteps({ ...request, volumePath }, places, expectedOfImage);
  return [
    `make the folder ${win32.dirname(mountFolder)}, for administrators alone`,
    `make the folders ${mountFolder} and ${scratch}`,
    ...steps.flatMap(stepLines),
    ...(isStaged
      ? [
          `append ${formatBytes(SPARE_ZEROS_BYTES)} of zeros to ${staged}`,
          `rename ${staged} to ${request.volumePath}, and read the NTFS volume in it`,
        ]
      : []),
    `remove the folder ${win32.dirname(mountFolder)}`,
  ];
}

function stepLines(step: VolumeStep): string[] {
  switch (step.kind) {
    case 'run':
    case 'service':
      return printOperation(step.operation);
    case 'require-partition':
      return [
        `stop unless the partition begins at byte ${String(step.startByte)} of disk ${String(step.diskNumber)} and has at most ${String(step.mostBytes)} bytes`,
      ];
    case 'copy-out':
      return [
        `copy ${step.paths.join(', ')} from ${step.from} to ${step.to}, where they are there`,
      ];
    case 'remove':
      return step.paths.map((path) => `remove ${path}, if it is there`);
    case 'make-folder':
      return [`make the folder ${step.path}, if it isn’t there`];
    case 'require-file':
      return [`stop unless ${step.path} is a plain file`];
    case 'put':
      return [`put ${contentText(step.content)} at ${step.path}`];
  }
}

function contentText(content: Extract<VolumeStep, { kind: 'put' }>['content']): string {
  return content.kind === 'bytes'
    ? `a file of ${formatBytes(content.bytes.length)}`
    : `a copy of ${content.source}, whose SHA-256 must be ${content.sha256},`;
}
