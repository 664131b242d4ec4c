import { z } from 'zod';

/** One thing this computer has or lacks. */
export const ToolStatusSchema = z.object({
  /** Program, library or ability, such as `mkntfs` or `libwim`. */
  name: z.string(),
  purpose: z.string(),
  found: z.boolean(),
  version: z.string().nullable(),
  /** Without it the main job can't run. */
  required: z.boolean(),
  /** Command that installs it. */
  install: z.string(),
});
export type ToolStatus = z.infer<typeof ToolStatusSchema>;
