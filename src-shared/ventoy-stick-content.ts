import { z } from 'zod';
import { VentoyBesideSchema } from './ventoy-beside';
import { VentoyConfigSchema } from './ventoy-json';
import { VentoyLayoutSchema } from './ventoy-stick';

/** What is on a Ventoy stick. */
export const VentoyFoundSchema = z.object({
  found: z.literal('ventoy'),
  layout: VentoyLayoutSchema,
  /** By their paths from the root folder of the partition with the images. */
  files: z.array(z.object({ path: z.string(), sizeBytes: z.number() })),
  freeBytes: z.number(),
  /** What `ventoy.json` says; null without one. */
  config: VentoyConfigSchema.nullable(),
  configText: z.string().nullable(),
});
export type VentoyFound = z.infer<typeof VentoyFoundSchema>;

/** A disk with nothing of Ventoy’s. */
export const OtherFoundSchema = z.object({
  found: z.literal('other'),
  beside: VentoyBesideSchema,
});

/** What is on a disk that may be a Ventoy stick. */
export type VentoyStickContent = VentoyFound | z.infer<typeof OtherFoundSchema>;
