import type { ByteRange } from '../disk/extent';
import type { WindowsContents } from '../../src-shared/windows-contents';
import type {
  ImageFoldersRequest,
  Unpacking,
  VolumeToProtect,
  WindowsContentsRequest,
  WindowsEncryption,
  WindowsVolumeRequest,
} from '../host';
import type { ContainerSeed } from './container-seed-message';
import type { MountedRange } from './mounted-range';
import type { HeldDrive, OpenedTarget, WholeDisk } from './opened-target';
import type { OpenRequest } from './protocol';
import type { RunWatch, VentoyRun, VentoyRunResult } from './run-ventoy';
import type { SourceFile } from './source-file';

/** What the helper does by means of the system it runs on. What a system can't do throws `host/cannot`. */
export interface HelperPlatform {
  /** Takes away what helpers that were killed have left. To be called before anything else. */
  tidyUp(): Promise<void>;
  /** Opens a target after checking everything about it anew. Throws `target/…`, `permission/denied`, `cancelled`. */
  openTarget(request: OpenRequest, signal: AbortSignal): Promise<OpenedTarget>;
  /** Opens a file whose blocks go onto a stick. Throws `permission/denied`, `work/unusable`. */
  openSource(source: { path: string; sizeBytes: number }): Promise<SourceFile>;
  /** The device that holds a file, as in a drive's `deviceNumbers`; null when that can't be told. */
  deviceOf(path: string): Promise<string | null>;
  /**
   * Erases where the partition tables of a drive lie, and gives a part of it to the program or to what builds Windows. When it
   * fails, nothing is lent. Throws `tool/…`, `target/…`, `io/write`, `cancelled`.
   */
  lend(drive: DiskInHand, range: ByteRange, signal: AbortSignal): Promise<LentRange>;
  /**
   * Has the running Windows find a volume and give it protectors. When it fails the drive is as before, or let go of. Throws
   * `bitlocker/…`, `target/…`, `cancelled`.
   */
  protectVolume(
    drive: DiskInHand,
    volume: VolumeToProtect,
    signal: AbortSignal,
  ): Promise<ProtectedVolume>;
  /** Throws `mount/…`, `tool/missing`, `cancelled`. */
  mount(
    disk: HeldDrive,
    range: ByteRange,
    how: { readOnly: boolean },
    signal: AbortSignal,
  ): Promise<MountedRange>;
  /** Throws `ventoy/…`, `tool/missing`, `cancelled`, and what opening throws when the disk can't be taken back. */
  runVentoy(disk: DiskInHand, run: VentoyRun, watch: RunWatch): Promise<VentoyRunResult>;
  /** Unpacks an edition, where that takes the helper's rights. Throws what Host.buildWindowsVolume throws. */
  buildWindows(request: WindowsVolumeRequest, running: Unpacking): Promise<void>;
  /** Looks into an edition, where that takes the helper's rights. Throws what Host.listImageFolders throws. */
  listImageFolders(request: ImageFoldersRequest, signal: AbortSignal): Promise<string[]>;
  /** Makes a small volume, where that takes the helper's rights. Throws `tool/…`, `work/unusable`, `cancelled`. */
  makeContainerSeed(seed: ContainerSeed, signal: AbortSignal): Promise<void>;
  /** Lists an edition's apps and features, where that takes the helper's rights. Throws what Host.readWindowsContents throws. */
  readWindowsContents(
    request: WindowsContentsRequest,
    signal: AbortSignal,
  ): Promise<WindowsContents>;
}

/** A disk as long as others have to do with it. */
export interface DiskInHand extends Omit<WholeDisk, 'takeHold'> {
  /** Lets others open it for themselves. */
  letGo(): Promise<void>;
  /** Takes it back. Throws as opening does. */
  takeHold(): Promise<void>;
  /** Leaves it without any partition. */
  eraseTables(): Promise<void>;
}

/** A volume that the running Windows has, while the drive is let go of. */
export interface ProtectedVolume {
  recoveryKeyId: string;
  /** `onProgress`: from 0 to 1. Cancelled or stopped, it stays encrypted in part. Throws `bitlocker/…`, `cancelled`. */
  encrypt(
    how: WindowsEncryption,
    running: { signal: AbortSignal; onProgress: (share: number) => void },
  ): Promise<void>;
  /** Ends that, and has the drive as before. Throws `target/…`. */
  takeBack(): Promise<void>;
  /** Ends that because the drive is let go of altogether. Doesn't throw. */
  abandon(): Promise<void>;
}

/** A part of a drive that others may open. */
export interface LentRange {
  readonly path: string;
  /** Ends that, and has the drive as before it was lent. Throws `target/busy` while somebody uses it, `target/…`, `io/write`. */
  takeBack(): Promise<void>;
  /** Ends that because the drive is let go of altogether. Throws `target/busy`, `io/write`. */
  abandon(): Promise<void>;
}
