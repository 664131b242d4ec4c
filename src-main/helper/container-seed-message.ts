import { z } from 'zod';
import { AbsolutePathSchema } from './basic-schemas';

/** A small NTFS volume in a VHDX, of which a volume that holds a large file is grown. */
export const ContainerSeedSchema = z.strictObject({
  /** The VHDX, which must not exist; its name ends in `.vhdx`. */
  seedPath: AbsolutePathSchema,
  /** An empty file, of which only what is written shall take room. */
  sparsePath: AbsolutePathSchema,
  /** Bytes of the volume: whole MiB. */
  bytes: z.number().int().positive(),
  clusterBytes: z.union([z.literal(4096), z.literal(65536)]),
  label: z.string().max(32),
  /** Who may add files to its root folder. */
  writableBy: z.enum(['administrators', 'everyone']),
  /** A file in the root folder of one cluster of zeros, which only administrators and the system may change; null for none. */
  fileName: z
    .string()
    .regex(/^[\w-]+(?:\.[\w-]+)*$/)
    .max(64)
    .nullable(),
});
export type ContainerSeed = z.infer<typeof ContainerSeedSchema>;
