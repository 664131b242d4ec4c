import { z } from 'zod';
import { ArchitectureSchema } from './image';

/** Why a driver of the folder stays out of the stick. */
export const DriverRefusalReasonSchema = z.enum([
  'not-a-driver',
  'damaged',
  'wrong-architecture',
  'unsigned',
  'catalog-missing',
  'files-missing',
  'bad-name',
  'duplicate',
  'older',
]);
export type DriverRefusalReason = z.infer<typeof DriverRefusalReasonSchema>;

/** One sentence for each reason, for where no translation is at hand. */
export const driverRefusals: Record<DriverRefusalReason, string> = {
  'not-a-driver': 'It installs no device and no filter.',
  damaged: 'It can’t be read as an INF file.',
  'wrong-architecture': 'It is for another kind of processor than this Windows.',
  unsigned: 'It names no catalog, so it has no signature, and Windows refuses it.',
  'catalog-missing': 'Its catalog, which holds its signature, is not in the folder.',
  'files-missing': 'Files that it installs are not in the folder.',
  'bad-name': 'A file of it has a name that Windows can’t use.',
  duplicate: 'The same driver is in the folder twice.',
  older: 'The folder has a newer version of it.',
};

/** A driver that goes onto the stick. */
export const DriverPackageSchema = z.object({
  /** Path of the .inf file from the folder, with `/`. */
  inf: z.string(),
  /** Who made it. */
  provider: z.string().nullable(),
  /** Setup class, such as `Net`. */
  className: z.string().nullable(),
  /** Of the setup class, in lower case and braces. */
  classGuid: z.string().nullable(),
  /** `w.x.y.z` of DriverVer. */
  version: z.string().nullable(),
  /** Date of DriverVer, as `YYYY-MM-DD`. */
  date: z.string().nullable(),
  /** All that it is for, the stick's among them. */
  architectures: z.array(ArchitectureSchema),
  /** Name of the catalog that goes with it. */
  catalog: z.string().nullable(),
  /** What it brings onto the stick. */
  files: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  /**
   * Windows would need it to reach the stick itself. It is installed at the first start, so it helps from the
   * second one on, and never a computer on which Windows can't start without it.
   */
  bootCritical: z.boolean(),
});
export type DriverPackage = z.infer<typeof DriverPackageSchema>;

/** What a folder with drivers holds for a stick of one architecture. */
export const DriverReportSchema = z.object({
  folder: z.string(),
  taken: z.array(DriverPackageSchema),
  refused: z.array(
    z.object({
      /** Path from the folder, with `/`. */
      inf: z.string(),
      reason: DriverRefusalReasonSchema,
      /** What exactly: names of files, architectures or the other driver. May be empty. */
      detail: z.string(),
    }),
  ),
  /** Bytes of all packages that are taken. */
  totalBytes: z.number().int().nonnegative(),
});
export type DriverReport = z.infer<typeof DriverReportSchema>;
export type RefusedDriver = DriverReport['refused'][number];
