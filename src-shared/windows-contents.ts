import { z } from 'zod';

/** What an edition brings along and what can be left out or switched: its own lists. */
export const WindowsContentsSchema = z.object({
  /** Apps that every new account gets. */
  apps: z.array(
    z.object({ name: z.string(), displayName: z.string(), version: z.string().nullable() }),
  ),
  features: z.array(
    z.object({
      name: z.string(),
      displayName: z.string().nullable(),
      /** Null when the image doesn't say. */
      enabled: z.boolean().nullable(),
    }),
  ),
});
export type WindowsContents = z.infer<typeof WindowsContentsSchema>;
