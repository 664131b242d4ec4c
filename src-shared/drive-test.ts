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
   * Null: every mark came back. Otherwise the drive is not as large as it claims: the lowest byte offset
   * that is known to have no place of its own, because a mark there was lost or another took its place.
   */
  firstLostByte: z.number().nullable(),
  /** Bytes from the start that certainly hold what is written there. */
  provenBytes: z.number(),
  seconds: z.number(),
});
export type DriveTestResult = z.infer<typeof DriveTestResultSchema>;

/**
 * The verdict a person reads. `slow` means that a stick of `writeBytes` takes `minutes`. `sluggish`: a Windows
 * on it will feel slow, because it writes in small pieces all the time; making the stick doesn't.
 */
export type DriveVerdict =
  | { verdict: 'fine'; minutes: number | null; sluggish: boolean }
  | { verdict: 'slow'; minutes: number | null; sluggish: boolean }
  | { verdict: 'too-small'; firstLostByte: number };

/** Bytes that Windows 11 takes unpacked, for a forecast while no edition is chosen. */
export const TYPICAL_WINDOWS_BYTES = 20e9;

/** A stick that takes longer than this to write and read back is called slow. */
const SLOW_MINUTES = 20;
/** Where nobody knows yet what will be written: one that writes fewer bytes a second. */
const SLOW_WRITE = 15_000_000;
/** Fewer bytes a second at random places make Windows itself feel slow. */
const SLUGGISH_WRITE = 500_000;

/**
 * Judges a drive by its test. `writeBytes`: what a stick is to take, which is written once and read back
 * once, both in order; null while that isn't known. A drive that lost a mark is `too-small`, however fast.
 */
export function judgeDriveTest(
  result: Omit<DriveTestResult, 'target'>,
  writeBytes: number | null,
): DriveVerdict {
  const { firstLostByte, sequentialWrite, sequentialRead, randomWrite } = result;
  if (firstLostByte !== null) return { verdict: 'too-small', firstLostByte };
  const sluggish = randomWrite < SLUGGISH_WRITE;
  if (writeBytes === null) {
    return { verdict: sequentialWrite < SLOW_WRITE ? 'slow' : 'fine', minutes: null, sluggish };
  }
  const minutes = (writeBytes / sequentialWrite + writeBytes / sequentialRead) / 60;
  return { verdict: minutes > SLOW_MINUTES ? 'slow' : 'fine', minutes, sluggish };
}
