import { z } from 'zod';

/** How Ventoy lies on a disk, as read from it. */
export const VentoyLayoutSchema = z.object({
  scheme: z.enum(['mbr', 'gpt']),
  /** Null where its own menu doesn't tell. */
  version: z.string().nullable(),
  secureBoot: z.boolean(),
  /** The partition that holds the images. */
  data: z.object({
    startLba: z.number(),
    sectors: z.number(),
    fileSystem: z.enum(['exfat', 'ntfs', 'fat32', 'ext', 'xfs', 'btrfs', 'udf', 'unknown']),
    label: z.string().nullable(),
  }),
  efi: z.object({ startLba: z.number(), sectors: z.number() }),
  /** Sectors behind Ventoy's partitions that no partition has. */
  reservedSectors: z.number(),
  /** The 16 bytes at 0x180 of the disk, as hexadecimal digits. */
  diskUuid: z.string(),
});
export type VentoyLayout = z.infer<typeof VentoyLayoutSchema>;
