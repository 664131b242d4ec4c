import { z } from 'zod';
import { CheckResultSchema } from './check';
import { PredictionSchema } from './compatibility';
import { StickIdSchema } from './diary';
import { DriveIdentitySchema } from './drive';

/** A stick that is there already: a drive exactly as it was when it was chosen, or a file with its disk. */
export const KnownStickSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drive'), identity: DriveIdentitySchema }),
  z.object({
    kind: z.literal('file'),
    /** Absolute path. */
    path: z.string().min(1),
  }),
]);
export type KnownStick = z.infer<typeof KnownStickSchema>;

/** Path of the drive or file, as reports name it. */
export function knownStickName(stick: KnownStick): string {
  return stick.kind === 'file' ? stick.path : stick.identity.path;
}

/** What was read of a stick that was made earlier. */
export const StickCheckSchema = z.object({
  target: z.string(),
  /** ISO 8601. */
  checkedAt: z.string(),
  checks: z.array(CheckResultSchema),
  /** Which kinds of computer it should start. */
  compatibility: z.array(PredictionSchema),
  /** What the diary knows it by; null for one without an identifier of its own. */
  stickId: StickIdSchema.nullable(),
});
export type StickCheck = z.infer<typeof StickCheckSchema>;
