import { z } from 'zod';

/** File systems of the data partition that Ventoy reads, and `unknown` for anything else. */
export const VentoyFileSystemSchema = z.enum([
  'exfat',
  'ntfs',
  'fat32',
  'ext',
  'xfs',
  'btrfs',
  'udf',
  'unknown',
]);
export type VentoyFileSystem = z.infer<typeof VentoyFileSystemSchema>;

/** Sectors of 512 bytes. */
const PlaceSchema = z.object({
  startLba: z.number().int().nonnegative(),
  sectors: z.number().int().positive(),
});

/** Partition 1, with the images. */
export const VentoyDataPartitionSchema = PlaceSchema.extend({
  fileSystem: VentoyFileSystemSchema,
  /** Null: it has none, or one that can't be read. UDF's is never read. */
  label: z.string().nullable(),
});
export type VentoyDataPartition = z.infer<typeof VentoyDataPartitionSchema>;

const VentoySchemeSchema = z.enum(['mbr', 'gpt']);
export type VentoyScheme = z.infer<typeof VentoySchemeSchema>;

/** By what a computer tells this disk from others. */
const VentoyDiskIdSchema = z.discriminatedUnion('scheme', [
  z.object({ scheme: z.literal('gpt'), guid: z.string() }),
  z.object({ scheme: z.literal('mbr'), signature: z.number().int().nonnegative() }),
]);

/** A disk with Ventoy as it should lie there, so far as it takes to use and to update it. */
export const WholeVentoyLayoutSchema = z.object({
  state: z.literal('whole'),
  scheme: VentoySchemeSchema,
  /** Such as `1.1.17`; null when its menu doesn't say. */
  version: z.string().nullable(),
  /** Whether the programs for Secure Boot are on it. */
  secureBoot: z.boolean(),
  data: VentoyDataPartitionSchema,
  /** Partition 2, VTOYEFI, which Ventoy starts from. */
  efi: PlaceSchema,
  /** Between partition 2 and the end of the disk, or what the table keeps for itself there. */
  reservedSectors: z.number().int().nonnegative(),
  /** 32 hexadecimal digits: Ventoy's own 16 bytes in sector 0. */
  diskUuid: z.string(),
  id: VentoyDiskIdSchema,
});
export type WholeVentoyLayout = z.infer<typeof WholeVentoyLayoutSchema>;

/** Something on the disk is Ventoy's, but it would not start as it is. */
export const DamagedVentoyLayoutSchema = z.object({
  state: z.literal('damaged'),
  scheme: VentoySchemeSchema.nullable(),
  version: z.string().nullable(),
  /** What is wrong, for a person. */
  problems: z.array(z.string()).min(1),
  /**
   * The partitions lie as they should. Ventoy's update then writes everything else again and leaves the data alone;
   * without it the disk can only be made anew.
   */
  updateRepairs: z.boolean(),
  /** Null: it can't be told where it is. */
  data: VentoyDataPartitionSchema.nullable(),
});
export type DamagedVentoyLayout = z.infer<typeof DamagedVentoyLayoutSchema>;

/** How Ventoy lies on a disk, as read from it. */
export const VentoyLayoutSchema = z.discriminatedUnion('state', [
  WholeVentoyLayoutSchema,
  DamagedVentoyLayoutSchema,
]);
export type VentoyLayout = z.infer<typeof VentoyLayoutSchema>;
