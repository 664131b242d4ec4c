import { z } from 'zod';
import { PhaseSchema } from '../phase';
import { KiB } from '../units';

/** Points that a curve of throughput has at most. */
export const MOST_STEPS = 120;

/**
 * Where one class of speed ends and the next begins, in bytes a second: 64 KiB/s, then twice as much each, up to 4 GiB/s. What is
 * slower than the first is as good as standing still; the last class has no end.
 */
export const SPEED_LIMITS: readonly number[] = Array.from(
  { length: 17 },
  (_, doubled) => 64 * KiB * 2 ** doubled,
);

const milliseconds = z.number().int().nonnegative();
const bytes = z.number().nonnegative();

/** How fast a phase was, over its time and altogether. Its size doesn't depend on how long that took. */
export const ThroughputSchema = z.strictObject({
  /** Milliseconds that each step of the curve lasts, but for the last one, which ends with the phase. */
  stepMs: z.number().int().positive(),
  /** Bytes done in each step, in order. */
  stepBytes: z.array(bytes).min(1).max(MOST_STEPS),
  /** Milliseconds spent in each class of speed: one more than there are `SPEED_LIMITS`. */
  msAtSpeed: z.array(milliseconds).length(SPEED_LIMITS.length + 1),
});
export type Throughput = z.infer<typeof ThroughputSchema>;

/** One phase of a job, for one target or for all. */
export const PhaseTimingSchema = z.strictObject({
  phase: PhaseSchema,
  /** Path of the target; null for what was done once for all. */
  target: z.string().nullable(),
  /** Milliseconds since the job's first phase began. */
  startMs: milliseconds,
  endMs: milliseconds,
  /** Completed bytes of the phase. */
  bytes,
  /** Null where no bytes are counted, and where it took no time. */
  throughput: ThroughputSchema.nullable(),
});
export type PhaseTiming = z.infer<typeof PhaseTimingSchema>;

export function secondsOf({ startMs, endMs }: Pick<PhaseTiming, 'startMs' | 'endMs'>): number {
  return Math.max(0, endMs - startMs) / 1000;
}
