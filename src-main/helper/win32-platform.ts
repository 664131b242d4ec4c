import { stickError } from '../../src-shared/errors';
import { windowsCannot } from '../../src-shared/windows-cannot';
import type { WindowsContents } from '../../src-shared/windows-contents';
import type {
  ImageFoldersRequest,
  Unpacking,
  VolumeToProtect,
  WindowsContentsRequest,
  WindowsVolumeRequest,
} from '../host';
import { deviceOf, type DriveListing, type Win32Api } from '../host/win32/drives';
import { stopIfCancelled } from './cancel';
import type { ContainerSeed } from './container-seed-message';
import { openImageTarget } from './image-target';
import type { OpenedTarget } from './opened-target';
import type { DiskInHand, HelperPlatform, ProtectedVolume } from './platform';
import type { OpenRequest } from './protocol';
import { openWin32Drive } from './win32-drive-target';
import { openWin32Source } from './win32-source';

/** What a helper on Windows works with. */
export interface Win32Parts {
  api: Win32Api;
  /** Every drive there is at this moment, as this process finds it out for itself. */
  listDrives: () => Promise<DriveListing>;
  /** Does what Host.buildWindowsVolume does, on this very process' rights. */
  buildWindows: (request: WindowsVolumeRequest, running: Unpacking) => Promise<void>;
  /** Does what Host.listImageFolders does. */
  listImageFolders: (request: ImageFoldersRequest, signal: AbortSignal) => Promise<string[]>;
  makeContainerSeed: (seed: ContainerSeed, signal: AbortSignal) => Promise<void>;
  /** Does what Host.readWindowsContents does. */
  readWindowsContents: (
    request: WindowsContentsRequest,
    signal: AbortSignal,
  ) => Promise<WindowsContents>;
  /** Lets go of a drive, finds a volume of it and gives it protectors. */
  protectVolume: (
    drive: string,
    volume: VolumeToProtect,
    letGo: () => Promise<void>,
    signal: AbortSignal,
  ) => Promise<VolumeWithProtectors>;
  /** Takes back what helpers that were killed have left attached or loaded. */
  tidyUp: () => Promise<void>;
  /** The person was asked for this process' rights, so that it has more of them than the program. */
  elevatedForUser: boolean;
  /** Milliseconds between two tries to take a drive that others use. */
  pauseMs?: number;
}

/** A volume with protectors, of a drive that nobody holds. */
export interface VolumeWithProtectors extends Pick<ProtectedVolume, 'recoveryKeyId' | 'encrypt'> {
  /** Ends that. Doesn't throw. */
  close(): Promise<void>;
}

export function win32Platform(parts: Win32Parts): HelperPlatform {
  return {
    // Tidying up that fails is no reason to refuse the work.
    tidyUp: () => parts.tidyUp().catch(() => undefined),
    openTarget: (request, signal) => openTarget(parts, request, signal),
    openSource: openWin32Source,
    deviceOf: (path) => Promise.resolve(deviceOf(parts.api, path)),
    /** diskpart makes its own partition, and finds the drive by its number. So all of the drive is lent. */
    async lend(drive, _range, signal) {
      await drive.eraseTables();
      stopIfCancelled(signal);
      await drive.letGo();
      return {
        path: drive.path,
        takeBack: () => drive.takeHold(),
        abandon: () => Promise.resolve(),
      };
    },
    protectVolume: (drive, volume, signal) => protectVolume(parts, drive, volume, signal),
    mount: () => Promise.reject(windowsCannot('open the files on a stick')),
    runVentoy: () => Promise.reject(windowsCannot('run Ventoy’s program on a drive')),
    buildWindows: parts.buildWindows,
    listImageFolders: parts.listImageFolders,
    makeContainerSeed: parts.makeContainerSeed,
    readWindowsContents: parts.readWindowsContents,
  };
}

async function protectVolume(
  parts: Win32Parts,
  drive: DiskInHand,
  asked: VolumeToProtect,
  signal: AbortSignal,
): Promise<ProtectedVolume> {
  const state = { isLetGo: false };
  const letGo = async (): Promise<void> => {
    state.isLetGo = true;
    await drive.letGo();
  };
  try {
    const volume = await parts.protectVolume(drive.path, asked, letGo, signal);
    return {
      recoveryKeyId: volume.recoveryKeyId,
      encrypt: (how, running) => volume.encrypt(how, running),
      async takeBack() {
        await volume.close();
        await drive.takeHold();
      },
      abandon: () => volume.close(),
    };
  } catch (error) {
    // What went wrong first matters more than a drive that can't be had back.
    if (state.isLetGo) await drive.takeHold().catch(() => undefined);
    throw error;
  }
}

async function openTarget(
  parts: Win32Parts,
  request: OpenRequest,
  signal: AbortSignal,
): Promise<OpenedTarget> {
  const { target, asDisk } = request;
  if (target.kind === 'drive') return openWin32Drive(parts, target, request, signal);
  if (asDisk) throw windowsCannot('use an image file as a drive');
  // Whose files it would read and replace there, Node can't tell.
  if (parts.elevatedForUser) throw stickError('permission/denied', { path: target.path });
  const opened = await openImageTarget(target, request);
  if (opened.access === 'reading') return opened;
  // What Linux' tools do to move a file's blocks has no counterpart.
  return { ...opened, medium: { ...opened.medium, adopt: () => Promise.resolve(false) } };
}
