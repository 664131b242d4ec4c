import { z } from 'zod';
import { VentoyConfigSchema } from './ventoy-json';
import { VentoyLayoutSchema } from './ventoy-stick';

/** What is on a Ventoy stick. */
export const VentoyStickContentSchema = z.object({
  layout: VentoyLayoutSchema,
  /** By their paths from the root folder of the partition with the images. */
  files: z.array(z.object({ path: z.string(), sizeBytes: z.number() })),
  freeBytes: z.number(),
  /** What `ventoy.json` says; null without one. */
  config: VentoyConfigSchema.nullable(),
  configText: z.string().nullable(),
});
export type VentoyStickContent = z.infer<typeof VentoyStickContentSchema>;
