import { z } from 'zod';
import { ComputerNamePatternSchema } from './computer-name';
import { DriveIdentitySchema, DriveReasonSchema } from './drive';
import { StickErrorDataSchema } from './errors';
import { PhaseSchema } from './job';
import { RecipeSchema } from './plan';
import { RecordIdSchema } from './records';
import { ExfatLabelSchema } from './volume-label';
import { PlanSecretsSchema } from './windows-choices';

/*
 * The station: one recipe, one confirmation, and every suitable drive that is plugged in from then on becomes a stick.
 */

/** Sticks that are made at the same time; the rest wait for their turn. */
export const STATION_AT_ONCE = { least: 1, usual: 4, most: 16 } as const;
/** How far, in percent, a drive's size may be from the first one's. Sticks of one kind and maker differ by less. */
export const STATION_TOLERANCE = { least: 0, usual: 10, most: 50 } as const;

const BytesSchema = z.number().int().positive();

/** Which sizes a series takes; never less than the recipe needs. */
export const StationSizesSchema = z.discriminatedUnion('kind', [
  /** As large as the first drive that is taken. */
  z.strictObject({
    kind: z.literal('like-first'),
    tolerancePercent: z.number().min(STATION_TOLERANCE.least).max(STATION_TOLERANCE.most),
  }),
  z.strictObject({
    kind: z.literal('between'),
    smallestBytes: BytesSchema,
    largestBytes: BytesSchema,
  }),
]);
export type StationSizes = z.infer<typeof StationSizesSchema>;

/** What a person confirms once for all drives of a series. */
export const StationGuardSchema = z
  .strictObject({
    sizes: StationSizesSchema,
    /** `empty`: a drive with any file, or with anything that can't be understood, is refused. `any`: it is erased. */
    contents: z.enum(['empty', 'any']),
    /** Those drives are plugged into, as `Drive.port` names them; null for any. */
    ports: z.array(z.string().min(1)).min(1).nullable(),
    /**
     * Drives that are there when the series begins and belong to it. All others that are there are left alone until they are pulled;
     * plugged in anew they count like any other drive.
     */
    present: z.array(DriveIdentitySchema),
    /** Finished sticks after which the series ends; null for no end. */
    limit: z.number().int().positive().max(9999).nullable(),
    /** Sticks that are made at the same time. */
    atOnce: z.number().int().min(STATION_AT_ONCE.least).max(STATION_AT_ONCE.most),
  })
  .superRefine(({ sizes, contents }, context) => {
    if (sizes.kind === 'between' && sizes.smallestBytes > sizes.largestBytes) {
      const message = 'the smallest size is larger than the largest';
      context.addIssue({ code: 'custom', path: ['sizes', 'smallestBytes'], message });
    }
    // Otherwise the first drive that somebody plugs in decides what may be erased.
    if (contents === 'any' && sizes.kind === 'like-first') {
      const message = 'a series that erases drives with files needs the sizes it takes';
      context.addIssue({ code: 'custom', path: ['sizes'], message });
    }
  });
export type StationGuard = z.infer<typeof StationGuardSchema>;

/** How the sticks of a series are called: one number for each, in patterns whose run of `#` stands for it. */
export const StationNamingSchema = z.strictObject({
  firstNumber: z.number().int().min(0).max(999_999),
  /**
   * What the stick is called here, on what is printed, and on the partition for a person's files, where the recipe has one. Null:
   * the number alone, and the recipe's own name of that partition.
   */
  label: ExfatLabelSchema.nullable(),
  /** Null: as the recipe says. */
  computerName: ComputerNamePatternSchema.nullable(),
});
export type StationNaming = z.infer<typeof StationNamingSchema>;

/** A recipe that was held against its image: what a person decides on. */
export const StationSeriesSchema = z.object({
  /** What the person calls the recipe, such as its file's name. */
  name: z.string(),
  recipe: RecipeSchema,
  /** Null where the recipe has no Windows. */
  edition: z.string().nullable(),
  /** Of the image with Windows; null where the recipe has none. */
  image: z.object({ path: z.string(), sha256: z.string(), hashExpected: z.boolean() }).nullable(),
  /** Bytes that a drive must have at least. */
  neededBytes: z.number(),
  /** Files that are read: drives that hold one are never taken. */
  imagePaths: z.array(z.string()),
  /** What has to be asked for. */
  needs: z.object({
    bitLockerPassword: z.boolean(),
    /** Networks, by SSID, whose keys are missing. */
    wifiKeys: z.array(z.string()),
  }),
  /** As the recipe has it; a start for the person's own. */
  naming: StationNamingSchema,
});
export type StationSeries = z.infer<typeof StationSeriesSchema>;

/** What a drive is told apart by in a series. */
export const StationDriveSchema = z.object({
  identity: DriveIdentitySchema,
  /** As a person knows it, such as `Kingston DataTraveler`. */
  name: z.string(),
  /** Null where this computer doesn't tell. */
  port: z.string().nullable(),
});
export type StationDrive = z.infer<typeof StationDriveSchema>;

/** How one stick of a series is called. */
export const StationNamesSchema = z.object({
  number: z.number().int(),
  label: z.string().nullable(),
  computerName: z.string().nullable(),
});
export type StationNames = z.infer<typeof StationNamesSchema>;

/** Why a drive is left alone. */
export const StationRefusalSchema = z.discriminatedUnion('why', [
  /** Never a target: a system's disk, one that is built in, one that holds the image … */
  z.object({ why: z.literal('unsuitable'), reasons: z.array(DriveReasonSchema).min(1) }),
  z.object({
    why: z.literal('size'),
    /** Bytes that the series takes. */
    smallestBytes: z.number(),
    largestBytes: z.number(),
  }),
  z.object({ why: z.literal('port') }),
  /** `what`: what was found, in English, such as `files on /dev/sdb1`. */
  z.object({ why: z.literal('not-empty'), what: z.string() }),
  /** It was made by this series; `station:retry` makes it again. */
  z.object({ why: z.literal('made-already'), number: z.number().int() }),
  /** A person put it aside; `station:retry` takes it all the same. */
  z.object({ why: z.literal('binned') }),
  /** It could not be looked at. */
  z.object({ why: z.literal('unreadable'), error: StickErrorDataSchema }),
]);
export type StationRefusal = z.infer<typeof StationRefusalSchema>;

export const StationAdviceSchema = z.enum(['retry', 'bin']);
export type StationAdvice = z.infer<typeof StationAdviceSchema>;

const rowFields = {
  /** Counts up from 1 in the order in which drives were plugged in. */
  row: z.number().int().positive(),
  drive: StationDriveSchema,
};
const namedFields = { ...rowFields, names: StationNamesSchema };
const overFields = {
  ...namedFields,
  /** ISO 8601 in UTC. */
  endedAt: z.iso.datetime(),
  /** Of the last try; null where none began, or nothing can be kept. */
  recordId: RecordIdSchema.nullable(),
};
const endedFields = {
  ...overFields,
  error: StickErrorDataSchema,
  /** Whether it is plugged in, so that it can be tried again at once. */
  plugged: z.boolean(),
};

/** One drive of a series. A drive that was left alone, or had to wait, and is pulled has no row any more. */
export const StationRowSchema = z.discriminatedUnion('state', [
  /** What is on it is being looked at; nothing was changed. */
  z.object({ state: z.literal('looking'), ...rowFields }),
  z.object({ state: z.literal('refused'), ...rowFields, refusal: StationRefusalSchema }),
  z.object({ state: z.literal('waiting'), ...namedFields }),
  z.object({
    state: z.literal('working'),
    ...namedFields,
    /** Null until the first one begins. */
    phase: PhaseSchema.nullable(),
    /** Completed bytes of the phase. */
    doneBytes: z.number().nonnegative(),
    totalBytes: z.number().nonnegative(),
    bytesPerSecond: z.number().nonnegative().nullable(),
    /** Of this stick's own work, 0 to 1. */
    overall: z.number().min(0).max(1),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  /** It may be pulled. */
  z.object({ state: z.literal('finished'), ...overFields, seconds: z.number() }),
  /** It was finished, and was pulled. */
  z.object({ state: z.literal('pulled'), ...overFields, seconds: z.number() }),
  z.object({ state: z.literal('failed'), ...endedFields, advice: StationAdviceSchema }),
  z.object({ state: z.literal('cancelled'), ...endedFields }),
  /** Put aside by the person. Its number is the next stick's. */
  z.object({ state: z.literal('binned'), ...endedFields }),
]);
export type StationRow = z.infer<typeof StationRowSchema>;

export const StationCountsSchema = z.object({
  finished: z.number(),
  working: z.number(),
  waiting: z.number(),
  /** Failed or cancelled, and neither tried again nor put aside. */
  failed: z.number(),
  binned: z.number(),
  refused: z.number(),
});
export type StationCounts = z.infer<typeof StationCountsSchema>;

export function countRows(rows: readonly StationRow[]): StationCounts {
  const count = (...states: StationRow['state'][]): number =>
    rows.filter(({ state }) => states.includes(state)).length;
  return {
    finished: count('finished', 'pulled'),
    working: count('working'),
    waiting: count('looking', 'waiting'),
    failed: count('failed', 'cancelled'),
    binned: count('binned'),
    refused: count('refused'),
  };
}

/** What is done once for all sticks: the image is read, Windows is unpacked. */
export const StationProgressSchema = z.object({
  phase: PhaseSchema,
  doneBytes: z.number().nonnegative(),
  totalBytes: z.number().nonnegative(),
  secondsLeft: z.number().nonnegative().nullable(),
});
export type StationProgress = z.infer<typeof StationProgressSchema>;

const begunFields = {
  series: StationSeriesSchema,
  guard: StationGuardSchema,
  naming: StationNamingSchema,
  /** In the order in which drives were plugged in. */
  rows: z.array(StationRowSchema),
  counts: StationCountsSchema,
};

export const StationStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('closed') }),
  /** The recipe is held against its image. */
  z.object({
    state: z.literal('opening'),
    name: z.string(),
    progress: StationProgressSchema.nullable(),
  }),
  /** Nothing is touched before the person has confirmed. */
  z.object({ state: z.literal('ready'), series: StationSeriesSchema }),
  z.object({
    state: z.literal('running'),
    ...begunFields,
    /** What is still being done for all sticks; they wait for it. */
    preparing: StationProgressSchema.nullable(),
    /** Sizes in bytes that are taken now; null until the first drive has said so. */
    sizes: z.object({ smallestBytes: z.number(), largestBytes: z.number() }).nullable(),
    /** No stick is begun meanwhile; those under way go on. */
    paused: z.boolean(),
  }),
  /** No stick is begun any more; those under way are being finished, or taken back. */
  z.object({ state: z.literal('stopping'), ...begunFields, how: z.enum(['finish', 'cancel']) }),
  z.object({
    state: z.literal('ended'),
    ...begunFields,
    /** Why it could not go on; null where a person or the limit ended it. */
    error: StickErrorDataSchema.nullable(),
  }),
]);
export type StationState = z.infer<typeof StationStateSchema>;

export const StationOpenSchema = z.strictObject({ name: z.string(), recipe: RecipeSchema });
export type StationOpen = z.infer<typeof StationOpenSchema>;

/** The one confirmation. */
export const StationBeginSchema = z.strictObject({
  guard: StationGuardSchema,
  naming: StationNamingSchema,
  secrets: PlanSecretsSchema,
});
export type StationBegin = z.infer<typeof StationBeginSchema>;

/** `finish`: sticks under way are finished first. `cancel`: they are broken off. */
export const StationStopSchema = z.enum(['finish', 'cancel']);
export type StationStop = z.infer<typeof StationStopSchema>;
