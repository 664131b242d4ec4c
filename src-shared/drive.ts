import { z } from 'zod';

export const BusSchema = z.enum([
  'usb',
  'sata',
  'nvme',
  'mmc',
  'scsi',
  'virtio',
  'loop',
  'unknown',
]);
export type Bus = z.infer<typeof BusSchema>;

/** What makes a drive this drive. All of it must still be true when the helper opens it. */
export const DriveIdentitySchema = z.object({
  /** Device node of the whole drive, such as `/dev/sdb` or `\\.\PhysicalDrive2`. */
  path: z.string().min(1),
  /** Size in bytes. */
  sizeBytes: z.number().int().positive(),
  serial: z.string().nullable(),
  model: z.string().nullable(),
  bus: BusSchema,
});
export type DriveIdentity = z.infer<typeof DriveIdentitySchema>;

export const DrivePartitionSchema = z.object({
  path: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  fileSystem: z.string().nullable(),
  label: z.string().nullable(),
  mountPoints: z.array(z.string()),
});
export type DrivePartition = z.infer<typeof DrivePartitionSchema>;

/** What is worth knowing of a drive and speaks neither for nor against erasing it. */
export const DriveNoteSchema = z.enum(['offline', 'bitlocker', 'bitlocker-locked']);
export type DriveNote = z.infer<typeof DriveNoteSchema>;

/** Each note in English, as the end of “note that …”. */
export const driveNoteTexts: Record<DriveNote, string> = {
  offline: 'Windows keeps it offline',
  bitlocker: 'something on it is encrypted with BitLocker',
  'bitlocker-locked': 'something on it is encrypted with BitLocker and locked',
};

/** A drive as this computer sees it, before any judgement. */
export const DriveSchema = DriveIdentitySchema.extend({
  vendor: z.string().nullable(),
  removable: z.boolean(),
  readOnly: z.boolean(),
  /** Bytes in a logical sector. */
  sectorBytes: z.number().int().positive(),
  /** Holds a file system or swap space the running system needs. */
  system: z.boolean(),
  /** Mount points of the drive itself (a file system without partitions). */
  mountPoints: z.array(z.string()),
  partitions: z.array(DrivePartitionSchema),
  /**
   * `major:minor` of the drive and everything built on it (partitions, LVM, dm-crypt, RAID). On Windows `win:2` for disk
   * number 2, and the numbers of disks that are files on it.
   */
  deviceNumbers: z.array(z.string()),
  /**
   * The socket it is plugged into, the same for whatever is plugged in there, such as `usb 1-2.3` on Linux. Absent: this computer
   * doesn't tell.
   */
  port: z.string().optional(),
  /** Another number each time something is plugged in, until this computer is started anew. Absent: this computer doesn't tell. */
  attachment: z.string().optional(),
  /** Absent: there is nothing to say. */
  notes: z.array(DriveNoteSchema).optional(),
});
export type Drive = z.infer<typeof DriveSchema>;

export const DriveReasonSchema = z.enum([
  'system',
  'holds-image',
  'holds-app',
  'holds-work-folder',
  'read-only',
  'no-medium',
  'too-small',
  'not-removable',
  'loop',
  'sector-size',
  'virtual',
]);
export type DriveReason = z.infer<typeof DriveReasonSchema>;

/** Each reason in English, as the end of “it can’t be used, because …”. */
export const driveReasonTexts: Record<DriveReason, string> = {
  system: 'it belongs to the system that is running',
  'holds-image': 'it holds the image',
  'holds-app': 'it holds this program',
  'holds-work-folder': 'it holds the work folder',
  'read-only': 'it is write-protected',
  'no-medium': 'there is no medium in it',
  'too-small': 'it is too small',
  'not-removable': 'it is built into this computer',
  loop: 'it is a file that pretends to be a drive',
  'sector-size': 'its sectors are not 512 bytes',
  virtual: 'it is not a real drive',
};

/** A drive with everything that speaks against erasing it. Only one without reasons may be offered. */
export const JudgedDriveSchema = z.object({
  drive: DriveSchema,
  reasons: z.array(DriveReasonSchema),
});
export type JudgedDrive = z.infer<typeof JudgedDriveSchema>;

export interface DriveNeeds {
  /** Smallest usable size in bytes; 0 while no edition is chosen yet. */
  neededBytes: number;
  /** Devices that hold files the job needs, as in `deviceNumbers`. */
  imageDevice: string | null;
  appDevice: string | null;
  workDevice: string | null;
  /** Tests may write to loop devices (STICKSMITH_ALLOW_LOOP=1). */
  allowLoop: boolean;
}

/** Everything that speaks against using a drive as a target, most serious first. */
export function judgeDrive(drive: Drive, needs: DriveNeeds): JudgedDrive {
  const holds = (device: string | null): boolean =>
    device !== null && drive.deviceNumbers.includes(device);
  const reasons: DriveReason[] = [];
  if (drive.system) reasons.push('system');
  if (holds(needs.imageDevice)) reasons.push('holds-image');
  if (holds(needs.appDevice)) reasons.push('holds-app');
  if (holds(needs.workDevice)) reasons.push('holds-work-folder');
  if (drive.readOnly) reasons.push('read-only');
  if (drive.sectorBytes !== 512) reasons.push('sector-size');
  if (drive.bus === 'loop') {
    if (!needs.allowLoop) reasons.push('loop');
  } else if (!drive.removable && drive.bus !== 'usb') {
    reasons.push('not-removable');
  }
  if (drive.sizeBytes < needs.neededBytes) reasons.push('too-small');
  return { drive, reasons };
}

export function identityOf(drive: Drive): DriveIdentity {
  const { path, sizeBytes, serial, model, bus } = drive;
  return { path, sizeBytes, serial, model, bus };
}

/** The name a person knows the drive by: `Kingston DataTraveler`, or its path when it has none. */
export function driveName(drive: {
  vendor?: string | null;
  model: string | null;
  path: string;
}): string {
  const name = [drive.vendor, drive.model]
    .filter((part): part is string => !!part)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name === '' ? drive.path : name;
}

/** Whether anything on the drive could be lost. Decides whether its name must be typed. */
export function holdsData(drive: Drive): boolean {
  return drive.mountPoints.length > 0 || drive.partitions.length > 0;
}
