import { z } from 'zod';

/**
 * The phases of a job, in order; those from `installing` on belong to one target each. Each exists only
 * when it has work: flushing counts on its own. `installing` is done by Ventoy's own programs; `resuming`
 * reads back what an earlier, broken-off job left on the same drive; `clearing` makes unreadable what lay on a
 * drive where nothing will be written; `encrypting` is done by the Windows that makes the stick; `copying` and `comparing` are about files in a file system.
 */
export const PhaseSchema = z.enum([
  'preparing',
  'hashing',
  'building',
  'installing',
  'resuming',
  'clearing',
  'writing',
  'flushing',
  'verifying',
  'encrypting',
  'copying',
  'comparing',
  'checking',
]);
export type Phase = z.infer<typeof PhaseSchema>;
export const phases = PhaseSchema.options;
