import { z } from 'zod';
import { AnswerNoteSchema } from './answer-notes';
import { BootImageNoteSchema } from './boot-image';
import { CheckResultSchema } from './check';
import { PredictionSchema } from './compatibility';
import { DriverReportSchema } from './drivers';
import { StickErrorDataSchema } from './errors';
import { PhaseSchema } from './phase';
import { BitLockerCipherSchema } from './protect';
import { Sha256Schema } from './sha256';
import { PhaseTimingSchema } from './timing';
import { VentoyNeedSchema } from './ventoy-needs';
import { VentoyPackageSchema } from './ventoy-package';
import { WholeVentoyLayoutSchema } from './ventoy-stick';
import { ConfigNoteSchema } from './ventoy-json/config-note';

export { PhaseSchema, phases, type Phase } from './phase';

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

/** One target of a running job: a row of the screen. */
export const TargetProgressSchema = z.object({
  /** Path of the target. */
  target: z.string(),
  state: z.enum(['waiting', 'working', 'finished', 'failed']),
  /** What is being done; null while it waits for its turn and once it has ended. */
  phase: PhaseSchema.nullable(),
  /** Completed bytes of the phase. */
  doneBytes: z.number().nonnegative(),
  totalBytes: z.number().nonnegative(),
  bytesPerSecond: z.number().nonnegative().nullable(),
  /** Of this target's own work, 0 to 1. */
  overall: z.number().min(0).max(1),
  /** Of this target's own work; null while too little is known for an honest guess. */
  secondsLeft: z.number().nonnegative().nullable(),
  /** Why it failed; null unless it did. */
  error: StickErrorDataSchema.nullable(),
});
export type TargetProgress = z.infer<typeof TargetProgressSchema>;

/** A target whose turn hasn't come yet. */
export function waitingTarget(target: string): TargetProgress {
  return {
    target,
    state: 'waiting',
    phase: null,
    doneBytes: 0,
    totalBytes: 0,
    bytesPerSecond: null,
    overall: 0,
    secondsLeft: null,
    error: null,
  };
}

export const ReportPartitionSchema = z.object({
  role: z.enum(['efi', 'msr', 'windows', 'shared']),
  startLba: z.number(),
  sectors: z.number(),
  /** With a GPT. */
  guid: z.string().optional(),
});

/** What tells a disk from others. */
const DiskIdentitySchema = z.discriminatedUnion('scheme', [
  z.object({ scheme: z.literal('gpt'), guid: z.string() }),
  z.object({
    scheme: z.literal('mbr'),
    /** Eight hexadecimal digits, as Windows shows it. */
    signature: z.string(),
  }),
]);

/** What became of the part of an encrypted volume in which nothing was written. */
export const FreeSpaceSchema = z.enum(['new', 'discarded', 'zeroed', 'kept', 'encrypted']);
export type FreeSpace = z.infer<typeof FreeSpaceSchema>;

/** How a stick's Windows was encrypted. Holds no secret. */
export const BitLockerReportSchema = z.object({
  /** This program, as it wrote the stick, or the Windows that it ran on, afterwards. */
  by: z.enum(['sticksmith', 'windows']),
  cipher: BitLockerCipherSchema,
  /** What the screen that asks for the recovery key shows of it. */
  recoveryKeyId: z.string(),
  /** Path of the file with the recovery key. */
  recoveryKeyFile: z.string(),
  freeSpace: FreeSpaceSchema,
});
export type BitLockerReport = z.infer<typeof BitLockerReportSchema>;

export const StickReportSchema = z.object({
  target: z.string(),
  targetBytes: z.number(),
  /** What this stick's Windows calls its computer; null where Windows makes a name up or a domain join brings one. */
  computerName: z.string().nullable(),
  disk: DiskIdentitySchema,
  partitions: z.array(ReportPartitionSchema),
  /** Bytes written to the target. */
  writtenBytes: z.number(),
  /** Bytes read back from the target and compared. */
  verifiedBytes: z.number(),
  /** Bytes that an earlier job had written and that were found to be right; not written again. */
  resumedBytes: z.number(),
  /** Null where nothing was encrypted while the stick was made. */
  bitLocker: BitLockerReportSchema.nullable(),
  checks: z.array(CheckResultSchema),
  /** Which kinds of computer it should start. */
  compatibility: z.array(PredictionSchema),
});
export type StickReport = z.infer<typeof StickReportSchema>;

const ReportImageSchema = z.object({
  path: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  /** The hash was compared with an expected one. */
  hashExpected: z.boolean(),
});

const ReportEditionSchema = z.object({
  index: z.number(),
  name: z.string(),
  version: z.string().nullable(),
});

/** What every report says. */
const reportFields = {
  version: z.literal(5),
  program: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  /** The targets that failed while others went on. */
  failed: z.array(z.object({ target: z.string(), error: StickErrorDataSchema })),
  /** In the order in which they ended. */
  timings: z.array(PhaseTimingSchema),
};

export const WindowsReportSchema = z.object({
  ...reportFields,
  kind: z.literal('windows-to-go'),
  image: ReportImageSchema,
  edition: ReportEditionSchema,
  windows: z.object({
    /** What was taken of a folder with drivers, and what not; null without one. */
    drivers: DriverReportSchema.nullable(),
    /** What a person should know about their own answer file. */
    answerNotes: z.array(AnswerNoteSchema),
  }),
  /** The sticks that were finished, at least one. */
  sticks: z.array(StickReportSchema),
  /** Windows came from the build cache and was not unpacked anew. */
  fromCache: z.boolean(),
});
export type WindowsReport = z.infer<typeof WindowsReportSchema>;

/** A file on the partition with the images, by its path from the root folder. */
const ReportFileSchema = z.object({
  path: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  /** The hash was compared with an expected one. */
  hashExpected: z.boolean(),
  /** What was found in it that a person should know; empty for what is no image. */
  notes: z.array(BootImageNoteSchema),
});

export const VentoyStickReportSchema = z.object({
  target: z.string(),
  targetBytes: z.number(),
  /** What the stick's own check found it to be. */
  ventoy: WholeVentoyLayoutSchema,
  /** Files that were copied, read back and compared. */
  files: z.array(ReportFileSchema),
  /** With what went along: lists of hashes, and what images had kept. */
  removed: z.array(z.string()),
  renamed: z.array(z.object({ from: z.string(), to: z.string() })),
  persistence: z.array(
    z.object({
      image: z.string(),
      path: z.string(),
      bytes: z.number(),
      label: z.string(),
      grown: z.boolean(),
    }),
  ),
  /** What images that were removed had kept, and that is still there. */
  keptPersistence: z.array(z.object({ image: z.string(), path: z.string(), bytes: z.number() })),
  /** The file with Windows, and its computer's name; null without one. */
  windows: z
    .object({ path: z.string(), bytes: z.number(), computerName: z.string().nullable() })
    .nullable(),
  /** What `ventoy.json` says that Ventoy would not take, or take otherwise than one may think. */
  configNotes: z.array(ConfigNoteSchema),
  /** What the stick and the images of the plan need to start. */
  needs: z.array(VentoyNeedSchema),
  writtenBytes: z.number(),
  /** Bytes read back from the target and compared. */
  verifiedBytes: z.number(),
  checks: z.array(CheckResultSchema),
  /** Which kinds of computer it should start. */
  compatibility: z.array(PredictionSchema),
});
export type VentoyStickReport = z.infer<typeof VentoyStickReportSchema>;

export const VentoyReportSchema = z.object({
  ...reportFields,
  kind: z.literal('ventoy'),
  /** Null where Ventoy itself was left as it was. */
  package: VentoyPackageSchema.nullable(),
  /** The Windows in the virtual disk; null without one. */
  windows: z.object({ image: ReportImageSchema, edition: ReportEditionSchema }).nullable(),
  sticks: z.array(VentoyStickReportSchema),
});
export type VentoyReport = z.infer<typeof VentoyReportSchema>;

/** What was done, for the screen, for `--json` and for saving. */
export const ReportSchema = z.discriminatedUnion('kind', [WindowsReportSchema, VentoyReportSchema]);
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
  TargetProgressSchema.extend({ type: z.literal('target') }),
  /** A phase has ended. */
  PhaseTimingSchema.extend({ type: z.literal('timing') }),
  /** What the checks of a stick found that was written. */
  z.object({ type: z.literal('checks'), target: z.string(), checks: z.array(CheckResultSchema) }),
  /** An image was read; nothing of a target has changed because of it yet. */
  z.object({
    type: z.literal('image'),
    path: z.string(),
    sizeBytes: z.number().nonnegative(),
    sha256: Sha256Schema,
    /** Name of the edition of Windows that is taken of it; null for other files. */
    edition: z.string().nullable(),
  }),
  LogLineSchema.extend({ type: z.literal('log') }),
]);
export type JobEvent = z.infer<typeof JobEventSchema>;

/** A job as the wizard sees it. */
export const JobStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({
    state: z.literal('running'),
    progress: ProgressSchema,
    /** One for each target, in the order of the plan. */
    targets: z.array(TargetProgressSchema),
    log: z.array(LogLineSchema),
  }),
  z.object({
    state: z.literal('cancelling'),
    progress: ProgressSchema,
    targets: z.array(TargetProgressSchema),
  }),
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
