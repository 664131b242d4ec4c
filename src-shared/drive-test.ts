import { z } from 'zod';

/** What a drive test is doing. */
export const DriveTestStepSchema = z.enum([
  'marking',
  'writing',
  'random-writing',
  'reading',
  'looking-back',
]);
export type DriveTestStep = z.infer<typeof DriveTestStepSchema>;

export const DriveTestProgressSchema = z.object({
  target: z.string(),
  step: DriveTestStepSchema,
  /** Of the whole test, 0 to 1. */
  overall: z.number().min(0).max(1),
});
export type DriveTestProgress = z.infer<typeof DriveTestProgressSchema>;

/** What a drive showed when it was tested. Speeds are bytes a second. */
export const DriveTestResultSchema = z.object({
  target: z.string(),
  /** What the drive says it holds, in bytes. */
  claimedBytes: z.number(),
  /** Writing in order, 4 MiB at a time. */
  sequentialWrite: z.number(),
  sequentialRead: z.number(),
  /** Writing 4 KiB at random places. */
  randomWrite: z.number(),
  /**
   * Null: every mark came back. Otherwise the drive is not as large as it claims: the first byte
   * offset at which a mark was lost or overwritten by another.
   */
  firstLostByte: z.number().nullable(),
  /** Bytes from the start that certainly hold what is written there. */
  provenBytes: z.number(),
  seconds: z.number(),
});
export type DriveTestResult = z.infer<typeof DriveTestResultSchema>;

/** The verdict a person reads. `slow` means that a stick of `writeBytes` takes `minutes`. */
export type DriveVerdict =
  | { verdict: 'fine'; minutes: number | null }
  | { verdict: 'slow'; minutes: number | null }
  | { verdict: 'too-small'; firstLostByte: number };
