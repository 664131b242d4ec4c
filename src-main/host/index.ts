import type { Drive, DriveIdentity } from '../../src-shared/drive';
import type { Phase } from '../../src-shared/job';
import type { ToolStatus } from '../../src-shared/doctor';
import type { Target } from '../../src-shared/plan';
import type { Extent } from '../disk/extent';
import type { GuestEdits } from '../guest/edits';
import type { ByteSource } from '../io';

export interface Running {
  signal: AbortSignal;
  /** Completed and total bytes of this piece of work. */
  onProgress: (doneBytes: number, totalBytes: number) => void;
}

/** Unpacks one edition into a fresh NTFS volume in a file. */
export interface WindowsVolumeRequest {
  /** The WIM's parts as files on this computer, first part first. */
  wimParts: string[];
  index: number;
  /** File that becomes the volume; must not exist. */
  volumePath: string;
  /** Bytes; a multiple of 4096. */
  volumeBytes: number;
  /** Sector (LBA) at which the volume will start on the stick, for its boot sector. */
  startLba: number;
  label: string;
  edits: GuestEdits;
  /** Paths in the image, with `/`, to be unpacked also below `extractTo`, keeping their folders. Missing ones are skipped. */
  extractPaths: string[];
  extractTo: string;
}

/** An empty exFAT volume in a file. */
export interface ExfatVolume {
  path: string;
  bytes: number;
  label: string;
  /** Sector (LBA) at which the volume will start on the stick. */
  startLba: number;
}

/** What the computer doing the work can do. The engine is handed one of these. */
export interface Host {
  readonly platform: 'linux' | 'win32';
  listDrives(): Promise<Drive[]>;
  doctor(): Promise<ToolStatus[]>;
  /** Throws `tool/missing` for the first required tool that is not there. */
  requireTools(names: string[]): Promise<void>;
  /** `major:minor` of the device that holds a file or folder, or null when it can't be told. */
  deviceOf(path: string): Promise<string | null>;
  freeBytes(folder: string): Promise<number>;
  buildWindowsVolume(request: WindowsVolumeRequest, running: Running): Promise<void>;
  /** The operations that buildWindowsVolume carries out, one line each, in order. */
  describeWindowsVolume(request: WindowsVolumeRequest): string[];
  /** Makes the file, which must not exist. */
  formatExfat(volume: ExfatVolume, signal: AbortSignal): Promise<void>;
  describeExfat(volume: ExfatVolume): string[];
  /** Starts the helper: with administrator rights when the target is a drive, as the user for a file. */
  openTarget(target: Target, guards: TargetGuards, signal: AbortSignal): Promise<OpenTarget>;
}

/** What the helper checks again for itself before it opens a target. */
export interface TargetGuards {
  /** Bytes the plan needs at least. */
  neededBytes: number;
  /** Files and folders whose disk must not be erased: the image, the work folder, the app. */
  protectedPaths: string[];
  /** Opened for reading only: nothing is unmounted, nothing erased. */
  readOnly: boolean;
}

/** A target that the helper holds open. While it is open nobody else may write to it. */
export interface OpenTarget {
  readonly sizeBytes: number;
  readonly source: ByteSource;
  /**
   * Before `write`: makes a volume in a file part of the target without copying it, where the target
   * is an image file and the file system can do that. The volume's file is then gone, and its extents
   * must not be written. False where it can't be done; nothing has changed then.
   */
  adopt(
    volume: { path: string; sizeBytes: number },
    targetOffset: number,
    signal: AbortSignal,
  ): Promise<boolean>;
  /**
   * Erases the partition table, writes the extents, flushes, reads back, and only then writes `tail`
   * and `head`, so that an interrupted stick never looks finished.
   */
  write(
    request: WriteRequest,
    running: {
      signal: AbortSignal;
      onProgress: (phase: Phase, doneBytes: number, totalBytes: number) => void;
    },
  ): Promise<WriteResult>;
  /** Ends the helper and releases the target. An image file that was not finished is removed. */
  close(): Promise<void>;
}

export interface WriteRequest {
  sources: { path: string; sizeBytes: number }[];
  /** Ascending by target offset, not overlapping, none in `head` or `tail`. */
  extents: Extent[];
  /** First bytes of the target: protective MBR and primary GPT. Whole sectors. */
  head: Buffer;
  /** Last bytes of the target: backup GPT. Whole sectors. */
  tail: Buffer;
}

export interface WriteResult {
  writtenBytes: number;
  /** Bytes read back from the device and compared; 0 for an image file. */
  verifiedBytes: number;
}

export type { DriveIdentity };
