import type { BootFirmware, BootTestResult } from '../../src-shared/boot-test';
import type { Drive, DriveIdentity } from '../../src-shared/drive';
import type { DriveTestResult, DriveTestStep } from '../../src-shared/drive-test';
import type { FreeSpace, Phase } from '../../src-shared/job';
import type { ToolStatus } from '../../src-shared/doctor';
import type { Target } from '../../src-shared/plan';
import type { BitLockerCipher } from '../../src-shared/protect';
import type { WindowsContents } from '../../src-shared/windows-contents';
import type { BlockMap } from '../disk/extent';
import type { GuestEdits } from '../guest/edits';
import type { FileSystemName } from '../helper';
import type { ByteSource } from '../io';
import type { ToolUse } from './tool-use';

export interface Running {
  signal: AbortSignal;
  /** Completed and total bytes of this piece of work. */
  onProgress: (doneBytes: number, totalBytes: number) => void;
}

/** Unpacks one edition into a fresh NTFS volume in a file or on a device. */
export interface WindowsVolumeRequest {
  /** The WIM's parts as files on this computer, first part first. */
  wimParts: string[];
  index: number;
  /** `new-file`: the volume's file must not exist. `device`: it is a block device of `volumeBytes`. */
  place: 'new-file' | 'device';
  volumePath: string;
  /** Bytes; a multiple of 4096. */
  volumeBytes: number;
  /**
   * Bytes that will be needed. A volume that is larger is kept from spreading what is unpacked over
   * all of it. Null: it may.
   */
  fenceBytes: number | null;
  /** Sector (LBA) at which the volume will start on the stick, for its boot sector. */
  startLba: number;
  label: string;
  edits: GuestEdits;
  /** What is done before the first start by programs of this computer, if it can; see `servicesOffline`. */
  servicing?: OfflineServicing;
  /**
   * The volume gets the files in which BitLocker keeps its metadata, empty and each in one extent. They are found by
   * `bitLockerAreas`.
   */
  bitLockerAreas?: boolean;
  /** Paths in the image, with `/`, to be unpacked also below `extractTo`, keeping their folders. Missing ones are skipped. */
  extractPaths: string[];
  /** In a folder that exists, which also holds what is needed for a while. */
  extractTo: string;
}

/**
 * What this computer may do to a Windows that isn't running. The first start does the same: what it finds done it leaves as it
 * is, and what was refused here it does.
 */
export interface OfflineServicing {
  /** Folder in the volume, with `/`, in which `edits` puts drivers; null without any. */
  drivers: string | null;
  /** Names of apps to remove; a `*` at the end stands for anything. */
  apps: readonly string[];
  /** Names, also with a `*`, of apps that stay although `apps` means them. */
  keepApps: readonly string[];
  /** Names of features to switch off. */
  disableFeatures: readonly string[];
  /** Older versions of updated parts are removed. */
  cleanUp: boolean;
}

/** One thing of `servicing` that was done, or that this computer's programs refused to do. */
export interface Serviced {
  /** What it is, in English. */
  title: string;
  /** Why it was refused; null when it was done. */
  refusal: string | null;
}

/** Unpacking Windows, which may service it as well. */
export interface Unpacking extends Running {
  onServiced?: (serviced: Serviced) => void;
}

/** Asks what an edition brings along. */
export interface WindowsContentsRequest {
  /** The WIM's parts as files on this computer, first part first. */
  wimParts: string[];
  index: number;
  /** Exists; holds what is needed for a while. */
  folder: string;
}

/** Asks what lies in some folders of an edition. */
export interface ImageFoldersRequest {
  /** The WIM's parts as files on this computer, first part first. */
  wimParts: string[];
  index: number;
  /** Paths in the image, with `/`, compared without regard to case. */
  folders: string[];
}

/** An NTFS volume, empty or with one large file as one run of clusters at a given place. */
export interface ContainerVolume {
  /** The volume's file, which must not exist. */
  path: string;
  /** Bytes of the partition that the volume is to fill. */
  bytes: number;
  /** Sector (LBA) at which it will start on the stick. */
  startLba: number;
  label: string;
  /** 64 bits as 16 hexadecimal digits. */
  serial: string;
  /** Who may add files to its root folder. The large file is the administrators' in any case. */
  writableBy: 'administrators' | 'everyone';
  file: ContainerFile | null;
}

export interface ContainerFile {
  /** In the volume's root folder. */
  name: string;
  /** First byte in the volume, and size in bytes: multiples of 1 MiB. */
  startByte: number;
  bytes: number;
  /** What it begins with; the rest is what will lie there on the stick. */
  head: Buffer;
}

/** Starts a stick in a virtual computer. */
export interface BootTestRequest {
  /** What is on the stick, plugged in as a USB drive. Not a byte of it is changed. */
  disk: ByteSource;
  /** Internal disks that the computer has as well. None unless given; not a byte of them is changed. */
  otherDisks?: readonly ByteSource[];
  firmware: BootFirmware;
  timeoutSeconds: number;
  /**
   * A program of the stick's that can't be read and has changed nothing for so long isn't waited for: error screens and menus
   * don't move.
   */
  stillSeconds: number;
}

/** A file with an ext4 file system, in which a live Linux keeps its changes. */
export interface Ext4File {
  /** Must not exist; its folder does. */
  path: string;
  /** Whole MiB, at least 64 of them. */
  bytes: number;
  /** At most 16 bytes. */
  label: string;
  /** Small text files for the root folder; their names have letters, digits, `.`, `_` and `-`. */
  files: readonly { name: string; text: string }[];
}

/** The operations of a computer, one line each, in order, for people who want to know before they agree. */
export interface HostDescription {
  readonly platform: 'linux' | 'win32';
  /** It does what a request's `servicing` asks for. Others leave all of it to the first start, and are not asked. */
  readonly servicesOffline: boolean;
  /** Joins a path as this computer writes it. */
  join: (...parts: string[]) => string;
  /** Opening a drive alone; `unmount`: although something of it is mounted. */
  describeOpening(drive: string, unmount: boolean): string[];
  /** What `OpenTarget.lend` does, and where the part of the drive can then be found. */
  describeLending(drive: string, range: { offset: number; length: number }): Lending;
  /** The operations that buildWindowsVolume carries out. */
  describeWindowsVolume(request: WindowsVolumeRequest): string[];
  describeContainerVolume(volume: Omit<ContainerVolume, 'serial'>): string[];
  /** What `OpenTarget.protectVolume` and what follows it do. Throws `bitlocker/needs-windows`. */
  describeEncryption(drive: string, startByte: number, how: WindowsEncryption): string[];
}

/** How this computer's Windows encrypts a volume. */
export interface WindowsEncryption {
  cipher: BitLockerCipher;
  /** False: the free space as well. */
  usedSpaceOnly: boolean;
}

export interface Lending {
  lend: string[];
  path: string;
  giveBack: string[];
}

/** What the computer doing the work can do. The engine is handed one of these. */
export interface Host extends HostDescription {
  listDrives(): Promise<Drive[]>;
  doctor(): Promise<ToolStatus[]>;
  /** Throws `tool/missing` for the first tool that is not there, `host/cannot`, and `bitlocker/needs-windows`. */
  requireToolsFor(work: readonly ToolUse[]): Promise<void>;
  /** The device that holds a file or folder, as in a drive's `deviceNumbers`, or null when it can't be told. */
  deviceOf(path: string): Promise<string | null>;
  freeBytes(folder: string): Promise<number>;
  buildWindowsVolume(request: WindowsVolumeRequest, running: Unpacking): Promise<void>;
  /**
   * Lists the apps and features of an edition; what the image doesn't tell gives empty lists. Throws what
   * opening a WIM throws, `wim/apply` for a registry hive that can't be read, and `cancelled`.
   */
  readWindowsContents(
    request: WindowsContentsRequest,
    signal: AbortSignal,
  ): Promise<WindowsContents>;
  /**
   * Paths, with `/`, of what lies in the folders themselves, not in folders of theirs; those that the edition hasn't got
   * give nothing. Throws what opening a WIM throws, and `cancelled`.
   */
  listImageFolders(request: ImageFoldersRequest, signal: AbortSignal): Promise<string[]>;
  /**
   * Makes the volume in a sparse file: of what the large file holds, only its beginning. Equal requests
   * make equal volumes.
   */
  makeContainerVolume(volume: ContainerVolume, signal: AbortSignal): Promise<void>;
  /** Undoes xz. Throws `tool/…`, for more than `mostBytes` too, and `cancelled`. */
  unxz(packed: Buffer, mostBytes: number, signal: AbortSignal): Promise<Buffer>;
  /**
   * Makes the file and checks it, and returns the SHA-256 of what was written, 64 hexadecimal digits. Every block of it is
   * written, so that it can be found by where its blocks lie; a file of which some were not is never left behind. Throws
   * `persistence/exists`, `persistence/size`,
   * `persistence/no-room`, `io/write`, `tool/missing`, `tool/failed`, `work/full`, and `cancelled`.
   */
  makeExt4File(file: Ext4File, running: Running): Promise<string>;
  /**
   * Enlarges such a file, keeping what is in it. When that fails the file is as before. Progress counts the bytes added.
   * Throws as `makeExt4File` does, and `persistence/unusable` for a file that holds no sound ext4.
   */
  growExt4File(file: Pick<Ext4File, 'path' | 'bytes'>, running: Running): Promise<void>;
  /**
   * Starts a stick in a virtual computer, and ends it as soon as the outcome is known, when nothing moves any more or when
   * the time is over. A stick that doesn't start is a result. Throws `tool/missing`, `tool/failed`, `host/cannot`,
   * `cancelled`, and what reading a disk throws.
   */
  bootTest(request: BootTestRequest, signal: AbortSignal): Promise<BootTestResult>;
  /**
   * Opens every target, or none: one failure closes the others and is thrown. All drives share one
   * helper with administrator rights, which are asked for once; image files are opened with the user's
   * own. The targets come in the order asked for.
   */
  openTargets(asked: readonly TargetRequest[], signal: AbortSignal): Promise<OpenTarget[]>;
  /**
   * Asks for administrator rights now, and keeps the helper that has them for all drives that are opened until the returned function is
   * called. One that is lost meanwhile is started anew, after asking again, when the next drive is opened. Throws
   * `elevation/denied`, `elevation/unavailable`, `helper/lost`, `helper/protocol`, `cancelled`.
   */
  keepHelper(signal: AbortSignal): Promise<() => Promise<void>>;
}

export interface TargetRequest {
  target: Target;
  guards: TargetGuards;
  /**
   * For an image file that programs use as a whole disk: the helper with administrator rights makes a
   * loop device of it. `new`: it is made now, sparse, as `<path>.unfinished`, and takes its name by
   * `finish`. `existing`: it is changed in place, or only read. Absent: a file is written as an image.
   */
  asDisk?: 'new' | 'existing';
  /** An image file that is there is changed as it is, by `rewrite`, and not made anew. Says nothing about drives. */
  inPlace?: boolean;
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
   * Erases the partition table, writes the chunks in ascending order, flushes, reads back, and only
   * then writes `tail` and `head`, so that an interrupted stick never looks finished. Targets of one
   * helper may be written at the same time: they share what is read of their common maps, and each
   * ends on its own, well or not.
   */
  write(
    request: WriteRequest,
    running: {
      signal: AbortSignal;
      onProgress: (phase: Phase, doneBytes: number, totalBytes: number) => void;
    },
  ): Promise<WriteResult>;
  /**
   * Writes into the parts of a finished stick that only start it, reads them back, and leaves everything else as it is. The
   * helper finds out for itself which parts those are, when it is asked for the first time: `bootParts`. Image files are
   * opened `inPlace` for it. Throws `internal` for any other place, before the first byte is written.
   */
  rewrite(
    maps: readonly BlockMap[],
    running: {
      signal: AbortSignal;
      onProgress: (phase: Phase, doneBytes: number, totalBytes: number) => void;
    },
  ): Promise<RewriteResult>;
  /**
   * For unpacking straight onto a drive: erases its partition table and makes a block device of a part
   * of it, which only this program's user may open. Give it back before `write`. Only for drives.
   */
  lend(range: { offset: number; length: number }, signal: AbortSignal): Promise<LentRange>;
  /**
   * Erases the drive and finds out how fast and how large it really is. Only for drives.
   * Afterwards it is empty, without a partition table.
   */
  test(running: {
    signal: AbortSignal;
    onProgress: (step: DriveTestStep, overall: number) => void;
  }): Promise<Omit<DriveTestResult, 'target'>>;
  /**
   * Runs the program of a Ventoy release (Ventoy2Disk.sh) on the whole disk, which others may open
   * meanwhile. It doesn't judge what the program did: the caller reads the layout back. The stick counts
   * as unfinished from the program's start, or as kept where the program leaves its files alone. Only for disks. Throws `ventoy/…`, `cancelled`, and what
   * opening throws when the disk is another afterwards.
   */
  runVentoy(run: VentoyRun, running: VentoyRunning): Promise<VentoyRunResult>;
  /**
   * Mounts the file system of a part of the disk in a folder that only this program's user can enter. As
   * long as it is mounted, the target can be read but not written. One at a time, only for disks.
   * Throws `mount/…`, `tool/missing`, `cancelled`.
   */
  mount(
    range: { offset: number; length: number },
    how: { readOnly: boolean },
    signal: AbortSignal,
  ): Promise<MountedRange>;
  /**
   * After `write`: has this computer's Windows find a volume that was written, and give it a password and a recovery key,
   * to be encrypted by it. Until it is given back the target can't be used. Only for drives. When it fails the volume is as before.
   * Throws `bitlocker/needs-windows`, `bitlocker/windows-refused`, `bitlocker/password`, `cancelled`.
   */
  protectVolume(volume: VolumeToProtect, signal: AbortSignal): Promise<ProtectedVolume>;
  /** Everything is on it. An image file that was made for `asDisk: 'new'` takes its name; others have theirs. */
  finish(): Promise<void>;
  /**
   * Releases the target; the helper ends with its last one. An image file that was not finished is
   * removed.
   */
  close(): Promise<void>;
}

/** What Ventoy's program is to do with a disk. */
export type VentoyCommand =
  | {
      do: 'install';
      scheme: 'mbr' | 'gpt';
      secureBoot: boolean;
      /** Bytes after the partitions that stay free; whole MiB. */
      reserveBytes: number;
      /** 1 to 11 characters, without blanks, `*`, `?`, `[`, `]` and `\\`, not beginning with `-`. */
      label: string;
    }
  /** Into free space, leaving what is there. */
  | { do: 'beside'; secureBoot: boolean }
  | { do: 'update'; secureBoot: boolean };

export interface VentoyRun {
  /** A release archive, and what its SHA-256 must be. */
  package: { path: string; sha256: string };
  command: VentoyCommand;
}

export interface VentoyRunning {
  signal: AbortSignal;
  /** Each line of output as it appears; not more of them than 1 MiB. */
  onLine: (line: string) => void;
  /** Bytes written to the disk so far. */
  onProgress: (writtenBytes: number) => void;
}

export interface VentoyRunResult {
  /** Null when a signal ended it. 0 is no proof that anything was done. */
  exitCode: number | null;
  /** What it printed, without colours: at most 512 KiB each of the beginning and the end. */
  output: string;
  /** The last 256 KiB of its log.txt. */
  log: string;
  writtenBytes: number;
}

/** A file system that is mounted. */
export interface MountedRange {
  /** The folder with its files. */
  readonly path: string;
  readonly fileSystem: FileSystemName;
  readonly driver: 'kernel' | 'fuse';
  /** It wasn't closed properly the last time, so that it should be checked. */
  readonly unclean: boolean;
  /**
   * Flushes it, unmounts it, and drops what is kept in memory of the disk, so that the next to read it
   * reads from the disk. Throws `mount/busy` while files are open; it can be tried again then. Once it
   * has worked it does nothing.
   */
  giveBack(): Promise<void>;
}

/** A volume of a drive, and what is to open it. */
export interface VolumeToProtect {
  /** First byte of its partition, and its size in bytes. */
  offset: number;
  length: number;
  password: string;
  /** 48 digits with hyphens. */
  recoveryPassword: string;
}

/** A volume that this computer's Windows has, with a password and a recovery key, and not encrypted yet. */
export interface ProtectedVolume {
  /** GUID of the recovery key, as the screen that asks for the key shows it. */
  readonly recoveryKeyId: string;
  /**
   * Has it encrypted and waits for that; `onProgress`: from 0 to 1. Cancelled, it stays encrypted in part. Throws
   * `bitlocker/windows-refused` when it wasn't begun, `bitlocker/windows-stopped`, `cancelled`.
   */
  encrypt(
    how: WindowsEncryption,
    running: { signal: AbortSignal; onProgress: (share: number) => void },
  ): Promise<void>;
  /** Locks it, or takes off what opens it where it isn't encrypted, and has the target as before. The second time it does nothing. */
  giveBack(): Promise<void>;
}

/** A part of a drive as a block device of its own. */
export interface LentRange {
  readonly path: string;
  /** Flushes what was written and removes the block device. The second time it does nothing. */
  giveBack(): Promise<void>;
}

export interface WriteRequest {
  /**
   * What the stick is made of, one map for each source file; no two chunks overlap and none lies in
   * `head` or `tail`. A map that several targets get is passed as the very same object to each: it is
   * then sent to the helper once, and its source is read once for all that keep pace.
   */
  maps: readonly BlockMap[];
  /** First bytes of the target: protective MBR and primary GPT. Whole sectors. */
  head: Buffer;
  /** Last bytes of the target: backup GPT. Whole sectors. */
  tail: Buffer;
  /**
   * An earlier job that broke off had the same chunks for the same drive: what is found in place, from
   * the start to the first difference, counts as written and verified.
   */
  resume: boolean;
  /** Absent: the maps are written as they are. */
  encryption?: VolumeEncryption;
}

/** A volume of the target that is encrypted on its way there. */
export interface VolumeEncryption {
  /** Its place on the target, in bytes. Each of its sectors is encrypted by its place in it. */
  startByte: number;
  bytes: number;
  cipher: BitLockerCipher;
  /** 32 bytes for XTS-AES-128, 64 for XTS-AES-256: the data key, then the tweak key. */
  key: Buffer;
  /**
   * Those of the request's maps whose chunks are encrypted; all of them lie in the volume. Their hashes are of what is
   * read from the source.
   */
  maps: readonly BlockMap[];
  /** `clear`: where no map writes in the volume, nothing that lay there before can be read afterwards. */
  freeSpace: 'clear' | 'keep';
}

export interface WriteResult {
  /** Bytes written now, the partition tables among them. */
  writtenBytes: number;
  /** Bytes found in place from an earlier job; part of `verifiedBytes`. */
  resumedBytes: number;
  /** Bytes read back from the device and compared; 0 for an image file. */
  verifiedBytes: number;
  /** What became of the encrypted volume's free space; null without one. */
  freeSpace: FreeSpace | null;
}

/** Bytes; those read back are 0 for an image file. */
export interface RewriteResult {
  writtenBytes: number;
  verifiedBytes: number;
}

export type { DriveIdentity, FileSystemName, ToolUse };
