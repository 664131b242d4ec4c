import { z } from 'zod';
import { messageOf, stickError } from '../../../src-shared/errors';

/**
 * What PowerShell 5.1 makes of a list on its way to JSON: null of an empty one, the element itself of one with a single
 * element, and an object with `value` and `Count` of an array that went through a pipeline.
 */
function unwrapped(list: unknown): unknown {
  if (list === null || list === undefined) return [];
  if (Array.isArray(list)) return list as unknown[];
  if (typeof list === 'object' && 'value' in list && 'Count' in list) return unwrapped(list.value);
  return [list];
}

const listOf = <T extends z.ZodType>(item: T) => z.preprocess(unwrapped, z.array(item));
/** Null where Windows wouldn't say. */
const partOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (list) => (list === null || list === undefined ? null : unwrapped(list)),
    z.array(item).nullable(),
  );

/** Blanks around it go; so do the zeros with which firmware fills up. Empty is null. */
const text = z
  .string()
  .nullish()
  .transform((value) => {
    const trimmed = value?.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
    return trimmed === undefined || trimmed === '' ? null : trimmed;
  });
/** Paths keep their blanks. */
const path = z.string().transform((value) => value.replaceAll('\0', ''));
const count = z
  .union([z.string().regex(/^\d+$/).transform(Number), z.number()])
  .pipe(z.number().int().nonnegative());
const flag = z.boolean().nullish();

const DiskSchema = z.object({
  Number: count,
  FriendlyName: text,
  Manufacturer: text,
  Model: text,
  SerialNumber: text,
  /**
   * Of a disk that is a file, the file's path (https://github.com/MicrosoftDocs/windows-dev-docs/issues/4964), which was
   * reported to be empty at times (https://github.com/dataplat/dbaclone/issues/70). Other disks have words here.
   */
  Location: path.nullish(),
  /** Bytes; 0 for a card reader without a card. (reported) */
  Size: count.nullish(),
  /** Bytes. */
  LogicalSectorSize: count.nullish(),
  BusType: count.nullish(),
  IsBoot: flag,
  IsSystem: flag,
  BootFromDisk: flag,
  IsClustered: flag,
  IsReadOnly: flag,
  IsOffline: flag,
});
export type ReportedDisk = z.infer<typeof DiskSchema>;

const PartitionSchema = z.object({
  DiskNumber: count,
  PartitionNumber: count,
  /** Bytes. */
  Offset: count,
  Size: count,
  /** A GUID in braces; null on a disk with an MBR. */
  GptType: text,
  /** The type's byte in an MBR. */
  MbrType: count.nullish(),
  /** `E:\`, folders, and `\\?\Volume{…}\`. */
  AccessPaths: listOf(path),
  IsBoot: flag,
  IsSystem: flag,
});
export type ReportedPartition = z.infer<typeof PartitionSchema>;

const VolumeSchema = z.object({
  /** `\\?\Volume{…}\` */
  Path: path,
  FileSystem: text,
  FileSystemLabel: text,
});
export type ReportedVolume = z.infer<typeof VolumeSchema>;

/** Values of the registry that can forbid writing to a drive; null where there is none. */
export const WritePoliciesSchema = z.object({
  controlledFolderAccess: text,
  controlledFolderAccessPolicy: text,
  denyAllRemovable: text,
  denyWriteRemovable: text,
  denyWriteUnlessBitLocker: text,
  writeProtect: text,
});
export type WritePolicies = z.infer<typeof WritePoliciesSchema>;

export const DriveReportSchema = z.object({
  disks: listOf(DiskSchema),
  partitions: listOf(PartitionSchema),
  volumes: listOf(VolumeSchema),
  pageFiles: listOf(path),
  systemFolders: listOf(path.nullable()),
  dumpFiles: partOf(path.nullable()),
  pooled: partOf(z.object({ DeviceId: text, CannotPoolReason: listOf(count) })),
  diskDrives: partOf(z.object({ Index: count, Capabilities: listOf(count.nullable()) })),
  encryptable: partOf(z.object({ DeviceID: path, ProtectionStatus: count.nullish() })),
  writePolicies: partOf(WritePoliciesSchema),
  /** What was said by the queries that failed, in the language of this Windows. */
  failures: z.record(z.string(), z.string()),
});
export type DriveReport = z.infer<typeof DriveReportSchema>;

/** Without these nobody can tell which drive belongs to the running system. */
const indispensable = ['disks', 'partitions', 'volumes', 'pageFiles', 'systemFolders'] as const;

/**
 * Reads what `listDrivesOperation` printed. Throws `tool/failed` for anything else, and for a report that
 * lacks what a drive must be judged by.
 */
export function readDriveReport(stdout: string): DriveReport {
  const wrong = (message: string, detail: string, cause?: unknown) =>
    stickError('tool/failed', { tool: 'powershell.exe', message }, { detail, cause });
  let report: DriveReport;
  try {
    // A byte order mark, and line ends of a console that breaks long lines: JSON's own are escaped.
    report = DriveReportSchema.parse(JSON.parse(stdout.replace(/[\uFEFF\r\n]/g, '')));
  } catch (error) {
    throw wrong('its list of drives is not understood', messageOf(error), error);
  }
  const missing = indispensable.filter((part) => part in report.failures);
  if (missing.length > 0) {
    const reasons = missing.map((part) => `${part}: ${report.failures[part] ?? ''}`);
    throw wrong(`Windows did not tell its ${missing.join(', ')}`, reasons.join('\n'));
  }
  return report;
}
