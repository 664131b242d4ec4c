import { z } from 'zod';
import { CheckResultSchema } from './check';
import { StickErrorDataSchema } from './errors';

/** The phases of a job, in order. Each exists only when it has work: flushing counts on its own. */
export const PhaseSchema = z.enum([
  'preparing',
  'hashing',
  'building',
  'writing',
  'verifying',
  'flushing',
  'checking',
]);
export type Phase = z.infer<typeof PhaseSchema>;
export const phases = PhaseSchema.options;

export const ProgressSchema = z.object({
  phase: PhaseSchema,
  /** Path of the target this is about; null for phases shared by all targets. */
  target: z.string().nullable(),
  /** Completed work in bytes: of the image, of Windows, or on the device. Never of a cache. */
  doneBytes: z.number().nonnegative(),
  totalBytes: z.number().nonnegative(),
  bytesPerSecond: z.number().nonnegative().nullable(),
  /** Of the whole job, 0 to 1. */
  overall: z.number().min(0).max(1),
  /** Of the whole job; null while too little is known for an honest guess. */
  secondsLeft: z.number().nonnegative().nullable(),
});
export type Progress = z.infer<typeof ProgressSchema>;

export const PhaseTimingSchema = z.object({
  phase: PhaseSchema,
  target: z.string().nullable(),
  seconds: z.number().nonnegative(),
  bytes: z.number().nonnegative(),
});

export const ReportPartitionSchema = z.object({
  role: z.enum(['efi', 'msr', 'windows', 'shared']),
  startLba: z.number(),
  sectors: z.number(),
  guid: z.string(),
});

export const StickReportSchema = z.object({
  target: z.string(),
  targetBytes: z.number(),
  diskGuid: z.string(),
  partitions: z.array(ReportPartitionSchema),
  /** Bytes written to the target. */
  writtenBytes: z.number(),
  /** Bytes read back from the target and compared. */
  verifiedBytes: z.number(),
  checks: z.array(CheckResultSchema),
});
export type StickReport = z.infer<typeof StickReportSchema>;

/** What was done, for the screen, for `--json` and for saving. */
export const ReportSchema = z.object({
  version: z.literal(1),
  program: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  image: z.object({
    path: z.string(),
    sizeBytes: z.number(),
    sha256: z.string(),
    /** The hash was compared with an expected one. */
    hashExpected: z.boolean(),
  }),
  edition: z.object({ index: z.number(), name: z.string(), version: z.string().nullable() }),
  sticks: z.array(StickReportSchema),
  timings: z.array(PhaseTimingSchema),
});
export type Report = z.infer<typeof ReportSchema>;

export const LogLineSchema = z.object({
  level: z.enum(['info', 'warn', 'error']),
  text: z.string(),
});
export type LogLine = z.infer<typeof LogLineSchema>;

/** What the engine tells while it works. The command line prints these with `--json`. */
export const JobEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('phase'), phase: PhaseSchema, target: z.string().nullable() }),
  ProgressSchema.extend({ type: z.literal('progress') }),
  LogLineSchema.extend({ type: z.literal('log') }),
]);
export type JobEvent = z.infer<typeof JobEventSchema>;

/** A job as the wizard sees it. */
export const JobStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({ state: z.literal('running'), progress: ProgressSchema, log: z.array(LogLineSchema) }),
  z.object({ state: z.literal('cancelling'), progress: ProgressSchema }),
  z.object({ state: z.literal('done'), report: ReportSchema, log: z.array(LogLineSchema) }),
  z.object({
    state: z.literal('failed'),
    error: StickErrorDataSchema,
    phase: PhaseSchema,
    log: z.array(LogLineSchema),
  }),
  z.object({ state: z.literal('cancelled'), error: StickErrorDataSchema }),
]);
export type JobState = z.infer<typeof JobStateSchema>;
