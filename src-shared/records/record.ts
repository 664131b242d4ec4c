import { z } from 'zod';
import { CheckResultSchema } from '../check';
import { StickIdSchema } from '../diary';
import { DriveIdentitySchema } from '../drive';
import { StickErrorDataSchema, StickStateSchema } from '../errors';
import { PhaseSchema } from '../phase';
import { Sha256Schema } from '../sha256';
import { PhaseTimingSchema } from '../timing';

export const RecordIdSchema = z.guid().transform((id) => id.toLowerCase());
export type RecordId = z.infer<typeof RecordIdSchema>;

/** What was written: a drive, or a file that holds a disk. */
export const RecordTargetSchema = z.discriminatedUnion('kind', [
  DriveIdentitySchema.extend({ kind: z.literal('drive') }),
  z.strictObject({
    kind: z.literal('file'),
    path: z.string(),
    /** Of the disk in the file. */
    sizeBytes: z.number().int().positive(),
  }),
]);
export type RecordTarget = z.infer<typeof RecordTargetSchema>;

/** An image that went onto the stick. */
export const RecordImageSchema = z.strictObject({
  /** Name of the file, without its folder; the recipe has its path. */
  name: z.string(),
  /** Null where the job ended before anybody looked. */
  sizeBytes: z.number().nonnegative().nullable(),
  /** Of the file as it was read; null where the job ended before that. */
  sha256: Sha256Schema.nullable(),
  /**
   * Name of the edition of Windows that was taken of it; null for other files, where the job ended before it was read, and in
   * records of version 1.
   */
  edition: z.string().nullable().default(null),
});
export type RecordImage = z.infer<typeof RecordImageSchema>;

/** The edition of Windows that went onto a stick; a stick has one at most. Null where none is known. */
export function editionOf(images: readonly RecordImage[]): string | null {
  return images.find(({ edition }) => edition !== null)?.edition ?? null;
}

/** The last phase that began; null when the job ended before the first. */
const phase = PhaseSchema.nullable();

/** How it went. */
export const OutcomeSchema = z.discriminatedUnion('result', [
  z.strictObject({
    result: z.literal('running'),
    phase,
    /** Name of the process that does it: when that runs no more, the job broke off. */
    process: z.string(),
  }),
  /** A power cut, a crash, or somebody ended the program. The stick is what the phase left of it. */
  z.strictObject({ result: z.literal('broken-off'), phase }),
  z.strictObject({ result: z.literal('finished') }),
  z.strictObject({
    result: z.literal('failed'),
    phase,
    /** Without the technical detail, which belongs into the log. */
    error: StickErrorDataSchema.omit({ detail: true }),
  }),
  z.strictObject({ result: z.literal('cancelled'), phase, stick: StickStateSchema }),
]);
export type Outcome = z.infer<typeof OutcomeSchema>;

export const RecordResultSchema = z.enum([
  'running',
  'broken-off',
  'finished',
  'failed',
  'cancelled',
]);
export type RecordResult = z.infer<typeof RecordResultSchema>;

/**
 * Whether what was written was read back and compared: all of it; nothing, because the way of making it or the target leaves that
 * out; or the job ended before it was done.
 */
export const VerificationSchema = z.enum(['compared', 'left-out', 'not-reached']);
export type Verification = z.infer<typeof VerificationSchema>;

/** What is known of every target of a job, whatever it became. */
const CommonSchema = z.strictObject({
  id: RecordIdSchema,
  /** The same for all targets of one job. */
  jobId: RecordIdSchema,
  /** Name and version of the program. */
  program: z.string(),
  /** ISO 8601 in UTC. */
  startedAt: z.iso.datetime(),
  /** Null while it runs, and where it broke off. */
  endedAt: z.iso.datetime().nullable(),
  target: RecordTargetSchema,
  /** Of the partition for files or images; null where there is none, or it kept the label that it had. */
  label: z.string().nullable(),
  outcome: OutcomeSchema,
  writtenBytes: z.number().nonnegative(),
  /** Bytes that were read back and compared. */
  verifiedBytes: z.number().nonnegative(),
  verification: VerificationSchema,
});

/** A stick that was made of a recipe. */
const MadeSummarySchema = CommonSchema.extend({
  kind: z.enum(['windows-to-go', 'ventoy']),
  /** Name of the recipe’s file without its ending; null where there was none, or nobody told. */
  recipeName: z.string().nullable(),
  /** Null where Windows makes a name up, a domain join brings one, or there is no Windows. */
  computerName: z.string().nullable(),
  /** What the compatibility diary knows the stick by; null where it didn't get that far. */
  stickId: StickIdSchema.nullable(),
  /** Windows' image, or the files that were copied onto a Ventoy stick. */
  images: z.array(RecordImageSchema),
  /** Bytes that an earlier job had written and that were found to be right; not written again. */
  resumedBytes: z.number().nonnegative(),
  /** How many checks of the finished stick ended in which way; null where it wasn't checked. */
  checks: z
    .strictObject({
      passed: z.number().int().nonnegative(),
      warned: z.number().int().nonnegative(),
      failed: z.number().int().nonnegative(),
    })
    .nullable(),
  /** Identifier of BitLocker's recovery key, which is no secret; null where nothing was encrypted while the stick was made. */
  recoveryKeyId: z.string().nullable(),
});
export type MadeSummary = z.infer<typeof MadeSummarySchema>;

/** A stick that became an ordinary drive again: one empty partition for files. */
const RestoredSummarySchema = CommonSchema.extend({
  kind: z.literal('ordinary-drive'),
  fileSystem: z.literal('exfat'),
  /** Its table of partitions; null for a drive that is too small for any. */
  scheme: z.enum(['mbr', 'gpt']).nullable(),
});

/** What a list shows of a record, and what is searched. */
export const RecordSummarySchema = z.discriminatedUnion('kind', [
  MadeSummarySchema,
  RestoredSummarySchema,
]);
export type RecordSummary = z.infer<typeof RecordSummarySchema>;

/** What records are written as; 1 had no ordinary drives, and no editions. */
export const RECORD_VERSION = 2;

/** Of this target and of what was done for all of the job. */
const timings = z.array(PhaseTimingSchema);

/**
 * The recipe as JSON: `parseRecipe` reads it, whichever version wrote it. It is kept as it was, so that a record stays readable when
 * recipes change.
 */
const KeptRecipeSchema = z.record(z.string(), z.json());

export const MadeRecordSchema = MadeSummarySchema.extend({
  version: z.literal([1, RECORD_VERSION]),
  recipe: KeptRecipeSchema,
  /** Places in the recipe, such as `config.password`, of what might be a secret and is left out. */
  leftOut: z.array(z.string()),
  /** Checks that did not pass. */
  notPassed: z.array(CheckResultSchema),
  timings,
});
export type MadeRecord = z.infer<typeof MadeRecordSchema>;

export const RestoredRecordSchema = RestoredSummarySchema.extend({
  version: z.literal(RECORD_VERSION),
  timings,
});
export type RestoredRecord = z.infer<typeof RestoredRecordSchema>;

/** All that is kept of one target of one job. Holds no secret. */
export const StickRecordSchema = z.discriminatedUnion('kind', [
  MadeRecordSchema,
  RestoredRecordSchema,
]);
export type StickRecord = z.infer<typeof StickRecordSchema>;

export function summaryOf(record: StickRecord): RecordSummary {
  if (record.kind === 'ordinary-drive') {
    const { version: _version, timings: _timings, ...summary } = record;
    return summary;
  }
  const {
    version: _version,
    recipe: _recipe,
    leftOut: _leftOut,
    notPassed: _notPassed,
    timings: _timings,
    ...summary
  } = record;
  return summary;
}
