import { z } from 'zod';
import { Sha256Schema } from './sha256';

/** What a release archive of Ventoy says of itself. */
export const VentoyPackageSchema = z.object({
  /** Absolute path of the archive. */
  path: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  sha256: Sha256Schema,
  /** What its hash was compared with: one that was given, that of a `sha256.txt` beside it, or nothing. */
  hash: z.enum(['given', 'beside', 'none']),
  version: z.string(),
  platform: z.enum(['linux', 'windows']),
  /** Name of its top folder. */
  folder: z.string(),
});
export type VentoyPackage = z.infer<typeof VentoyPackageSchema>;
