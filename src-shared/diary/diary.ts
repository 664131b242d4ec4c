import { z } from 'zod';
import { DiaryEntrySchema } from './entry';

/** The diary as it is shown. */
export const DiarySchema = z.object({
  /** Newest first. */
  entries: z.array(DiaryEntrySchema),
  /** Paths of files that were damaged and are kept aside, so that somebody may look at them. */
  damaged: z.array(z.string()),
});
export type Diary = z.infer<typeof DiarySchema>;
