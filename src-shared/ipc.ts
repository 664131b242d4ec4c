import { z } from 'zod';
import { AnswerNoteSchema } from './answer-notes';
import { BootImageSchema } from './boot-image';
import { BootFirmwareSchema, BootTestEventSchema, BootTestSchema } from './boot-test';
import { BuildCacheStateSchema } from './build-cache';
import { DiaryEntrySchema, DiarySchema, StickIdSchema } from './diary';
import { ToolStatusSchema } from './doctor';
import { DriveIdentitySchema, JudgedDriveSchema } from './drive';
import { DriverReportSchema } from './drivers';
import { DriveTestProgressSchema, DriveTestResultSchema } from './drive-test';
import { StickErrorDataSchema } from './errors';
import { ArchitectureSchema, HashVerdictSchema, ImageInfoSchema } from './image';
import { JobStateSchema, PhaseSchema, ProgressSchema } from './job';
import { LanguageSettingSchema } from './languages';
import { StickPlanSchema } from './plan';
import { recipeRequests } from './recipe-requests';
import { recordRequests } from './records';
import { RepairOutlookSchema, RepairReportSchema, RepairStepSchema } from './repair';
import { RestoreOutcomeSchema, RestoreWishesSchema } from './restore';
import { Sha256Schema } from './sha256';
import {
  StationBeginSchema,
  StationOpenSchema,
  StationStateSchema,
  StationStopSchema,
} from './station';
import { KnownStickSchema, StickCheckSchema } from './stick-check';
import { TrustedHashSchema } from './trusted-hash';
import { KeptVentoyPackageSchema, VentoyPackageSchema } from './ventoy-package';
import { OtherFoundSchema, VentoyFoundSchema } from './ventoy-stick-content';
import { WindowsContentsSchema } from './windows-contents';

/**
 * The only way between the window and the program behind it. `requests` are asked by the window and
 * answered once; `events` are told to the window. Both sides are typed by these maps, and both check
 * what arrives against the schemas.
 */

export const SettingsSchema = z.object({
  language: LanguageSettingSchema,
  theme: z.enum(['system', 'light', 'dark']),
  /** Absolute path; null for the default place. */
  workFolder: z.string().nullable(),
  /** Absolute path of the folder in which recipes are kept; null for the default place. */
  recipeFolder: z.string().nullable(),
  /** Bytes that unpacked Windows builds may take in the work folder; 0 keeps none. */
  cacheBudgetBytes: z.number().int().nonnegative(),
  /** The station says by a sound that a stick is ready or failed. */
  sounds: z.boolean(),
  /** Absolute path of a file that gets a line for each record, be it on a share; null for none. */
  recordLineFile: z.string().nullable(),
});
export type Settings = z.infer<typeof SettingsSchema>;

/** Pages that may be opened in the browser; the window names one, it can't pass an address. */
export const LinkSchema = z.enum([
  'windows-11',
  'windows-10',
  'windows-11-arm',
  'ventoy-releases',
  'ventoy-vhdboot',
]);
export type Link = z.infer<typeof LinkSchema>;

export const AppInfoSchema = z.object({
  version: z.string(),
  platform: z.enum(['linux', 'win32', 'darwin', 'other']),
  /** Tags of the languages that this person prefers, the most wanted first. */
  systemLanguages: z.array(z.string()),
  /** Folder of settings, logs and the diary. */
  dataFolder: z.string(),
  /** That folder lies beside the program. */
  portable: z.boolean(),
  workFolder: z.string(),
  /** Bytes free in the work folder. */
  workFolderFreeBytes: z.number(),
  recipeFolder: z.string(),
  /** Where this person keeps documents; recovery keys go there unless another folder is chosen. */
  documentsFolder: z.string(),
  settings: SettingsSchema,
});
export type AppInfo = z.infer<typeof AppInfoSchema>;

export const ImageFileTargetSchema = z.object({
  path: z.string(),
  /** A file of that name is there and would be replaced. */
  exists: z.boolean(),
  /** Bytes free where the file would lie. */
  freeBytes: z.number(),
});
export type ImageFileTarget = z.infer<typeof ImageFileTargetSchema>;

/** Whether a plan's work folder has room for it. */
export const WorkRoomSchema = z.object({
  folder: z.string(),
  /** Bytes that the job would put there; less when Windows was unpacked before. */
  neededBytes: z.number(),
  freeBytes: z.number(),
});
export type WorkRoom = z.infer<typeof WorkRoomSchema>;

/** What was found on a drive that may be a Ventoy stick. */
export const StickContentsSchema = z.discriminatedUnion('found', [
  VentoyFoundSchema.omit({ configText: true }),
  OtherFoundSchema,
]);
export type StickContents = z.infer<typeof StickContentsSchema>;

/** What a file that Ventoy uses is for. */
export const VentoyFilePurposeSchema = z.enum(['template', 'injection', 'replacement', 'vhd-boot']);
export type VentoyFilePurpose = z.infer<typeof VentoyFilePurposeSchema>;

const nothing = z.null();
const pathOrNothing = z.string().nullable();

export const requests = {
  'app:info': { request: nothing, response: AppInfoSchema },
  /** The first step is drawn and can be used; told once. */
  'app:usable': { request: nothing, response: nothing },
  'app:doctor': { request: nothing, response: z.array(ToolStatusSchema) },
  'app:open-link': { request: LinkSchema, response: nothing },
  'app:show-file': { request: z.string(), response: nothing },
  'app:copy-text': { request: z.string(), response: nothing },
  'settings:set': { request: SettingsSchema, response: AppInfoSchema },
  /** Sets them as they were at first. Trusted hashes stay. */
  'settings:reset': { request: nothing, response: AppInfoSchema },
  /** Hashes of images that this person trusts, the newest first. */
  'trusted:list': { request: nothing, response: z.array(TrustedHashSchema) },
  /** Adds one, or puts one back as it was. */
  'trusted:keep': { request: TrustedHashSchema, response: z.array(TrustedHashSchema) },
  'trusted:remove': { request: Sha256Schema, response: z.array(TrustedHashSchema) },
  /** The text that helps others to find out what went wrong, gathered anew. It holds no secret and stays on this computer. */
  'support:gather': { request: nothing, response: z.string() },
  /** Saves the text that was gathered last; null when the dialog was closed. */
  'support:save': { request: nothing, response: pathOrNothing },
  'logs:show': { request: nothing, response: nothing },

  /** Every drive of this computer with what speaks against it. */
  'drives:list': {
    request: z.object({
      neededBytes: z.number(),
      /** Files that the job reads: drives that hold one are no targets. */
      imagePaths: z.array(z.string()),
    }),
    response: z.array(JudgedDriveSchema),
  },

  /**
   * Erases a drive and finds out how fast and how large it really is; progress comes as
   * `drives:test-progress`. Null when it was cancelled.
   */
  'drives:test': {
    request: z.object({ identity: DriveIdentitySchema, unmount: z.boolean() }),
    response: DriveTestResultSchema.nullable(),
  },
  'drives:test-cancel': { request: nothing, response: nothing },

  'cache:state': { request: nothing, response: BuildCacheStateSchema },
  /** Removes one build, or, for null, all that no job uses. */
  'cache:remove': { request: z.string().nullable(), response: BuildCacheStateSchema },

  'choose:image': { request: nothing, response: pathOrNothing },
  'choose:checksum-file': { request: nothing, response: pathOrNothing },
  'choose:work-folder': { request: nothing, response: pathOrNothing },
  'choose:recovery-folder': { request: nothing, response: pathOrNothing },
  'choose:driver-folder': { request: nothing, response: pathOrNothing },
  'choose:answer-file': { request: nothing, response: pathOrNothing },
  'choose:wifi-file': { request: nothing, response: pathOrNothing },
  'choose:domain-join-file': { request: nothing, response: pathOrNothing },
  'choose:image-file-target': { request: nothing, response: ImageFileTargetSchema.nullable() },
  /** The same for a path that was typed; fails with `target/unusable-path`. */
  'target:image-file': { request: z.string(), response: ImageFileTargetSchema },

  /** What an edition, by its index in the image, brings along. */
  'image:contents': {
    request: z.object({ path: z.string(), index: z.number().int().positive() }),
    response: WindowsContentsSchema,
  },
  /** What is in a driver folder for a Windows of this architecture. */
  'drivers:report': {
    request: z.object({ folder: z.string(), architecture: ArchitectureSchema }),
    response: DriverReportSchema,
  },

  /** What a plan’s own answer file keeps from its answers; nothing without such a file. */
  'answers:notes': { request: StickPlanSchema, response: z.array(AnswerNoteSchema) },

  'image:inspect': { request: z.string(), response: ImageInfoSchema },
  /** Reads the whole image; progress comes as `image:hash-progress`. */
  'image:verify': {
    request: z.object({
      path: z.string(),
      /** A SHA-256 as pasted, or null. */
      pasted: z.string().nullable(),
      /** A checksum file that was chosen; null to look beside the image. */
      checksumFile: z.string().nullable(),
    }),
    response: HashVerdictSchema,
  },
  'image:verify-cancel': { request: nothing, response: nothing },
  'image:contents-cancel': { request: nothing, response: nothing },
  /** Remembers the hash of an image as one this person trusts. */
  'image:trust': { request: z.object({ sha256: z.string(), name: z.string() }), response: nothing },

  'choose:ventoy-package': { request: nothing, response: pathOrNothing },
  /** Several at once; empty when the dialog was closed. */
  'choose:images': { request: nothing, response: z.array(z.string()) },
  'choose:ventoy-file': { request: VentoyFilePurposeSchema, response: pathOrNothing },
  /** Looks into a release archive, and keeps a copy of one that is good. */
  'ventoy:inspect-package': {
    request: z.object({ path: z.string(), sha256: Sha256Schema.nullable() }),
    response: VentoyPackageSchema,
  },
  'ventoy:packages': { request: nothing, response: z.array(KeptVentoyPackageSchema) },
  /** Forgets the kept copy of a version. */
  'ventoy:forget': { request: z.string(), response: z.array(KeptVentoyPackageSchema) },
  /** Progress comes as `ventoy:download-progress`. */
  'ventoy:download': {
    request: z.object({ url: z.string(), sha256: Sha256Schema.nullable() }),
    response: VentoyPackageSchema,
  },
  'ventoy:download-cancel': { request: nothing, response: nothing },
  'ventoy:inspect-image': { request: z.string(), response: BootImageSchema },
  /** Asks for administrator rights. */
  'ventoy:read-stick': {
    request: z.object({ identity: DriveIdentitySchema, unmount: z.boolean() }),
    response: StickContentsSchema,
  },
  /** The form in which a password stands in `ventoy.json`, with a salt of its own. */
  'ventoy:password-hash': { request: z.string(), response: z.string() },

  /** The exact operations a plan stands for, one line each. */
  'plan:operations': { request: StickPlanSchema, response: z.array(z.string()) },
  'plan:room': { request: StickPlanSchema, response: WorkRoomSchema },
  'job:start': { request: StickPlanSchema, response: nothing },
  'job:cancel': { request: nothing, response: nothing },
  'job:state': { request: nothing, response: JobStateSchema },
  /** Saves the report of the finished job; null when the dialog was closed. */
  'report:save': { request: nothing, response: pathOrNothing },
  /**
   * Puts the recovery key of a finished stick, by its target, into the clipboard for a minute. The window never gets a key
   * and names no files: the program knows them from its own report.
   */
  'recoveryKey:copy': { request: z.string(), response: nothing },
  /** Opens the system's dialog for printing them, one sheet for each stick. */
  'recoveryKey:print': { request: z.array(z.string()).min(1), response: nothing },
  'recoveryKey:reveal': { request: z.string(), response: nothing },

  /** A disk image that was made earlier. */
  'choose:stick-file': { request: nothing, response: pathOrNothing },
  /** Reads a stick that was made earlier; asks for administrator rights. Null when it was cancelled. */
  'check:run': { request: KnownStickSchema, response: StickCheckSchema.nullable() },
  'check:cancel': { request: nothing, response: nothing },
  /** Saves the last check of a target, with its test boots and notes; null when the dialog was closed. */
  'check:save-report': { request: z.string(), response: pathOrNothing },
  /** Opens the system's dialog for printing the same. */
  'check:print': { request: z.string(), response: nothing },
  /**
   * Starts a stick in virtual computers and changes nothing; progress comes as `boot-test:event`. Null when it was
   * cancelled.
   */
  'boot-test:run': {
    request: z.object({
      stick: KnownStickSchema,
      firmware: z.union([BootFirmwareSchema, z.literal('all')]),
    }),
    response: z.array(BootTestSchema).nullable(),
  },
  'boot-test:cancel': { request: nothing, response: nothing },
  /** What a repair would do. Null when it was cancelled. */
  'repair:foresee': {
    request: z.object({
      stick: KnownStickSchema,
      /** Password or recovery key of an encrypted stick. */
      secret: z.string().nullable(),
    }),
    response: RepairOutlookSchema.nullable(),
  },
  /**
   * Does what was agreed to and nothing else; progress comes as `repair:progress`. Null when it was cancelled: what was
   * written has been taken back then.
   */
  'repair:run': {
    request: z.object({
      stick: KnownStickSchema,
      secret: z.string().nullable(),
      agreed: z.array(RepairStepSchema).min(1),
    }),
    response: RepairReportSchema.nullable(),
  },
  'repair:cancel': { request: nothing, response: nothing },

  /** Makes an ordinary drive of a stick: everything on it is lost. Progress comes as `restore:progress`. */
  'restore:run': {
    request: z.object({ identity: DriveIdentitySchema, wishes: RestoreWishesSchema }),
    response: RestoreOutcomeSchema,
  },
  'restore:cancel': { request: nothing, response: nothing },

  /** The compatibility diary, of all sticks. */
  'diary:list': { request: nothing, response: DiarySchema },
  /** Adds an entry; one that is there already stays as it is, so asking again does no harm. */
  'diary:add': { request: DiaryEntrySchema, response: DiarySchema },
  /** Removes the entry with this ID. */
  'diary:remove': { request: z.string(), response: DiarySchema },
  /** Saves the entries of one stick, or of all for null, as a table; null when the dialog was closed. */
  'diary:export': { request: StickIdSchema.nullable(), response: pathOrNothing },

  /**
   * Holds a recipe against its image, which is read whole; progress and the end come as `station:state`. Throws what
   * that finds, and `usage` while a series runs; the station is closed then.
   */
  'station:open': { request: StationOpenSchema, response: nothing },
  /** Ends the opening, or forgets a series that was opened or has ended. Throws `usage` while it runs. */
  'station:close': { request: nothing, response: nothing },
  /**
   * The person's one confirmation. Asks for administrator rights, once for the whole series. Throws what they are refused
   * with, and `plan/invalid` for names that can't be; the series is as it was then.
   */
  'station:begin': { request: StationBeginSchema, response: nothing },
  /** Begins no stick until it is taken back. */
  'station:pause': { request: z.boolean(), response: nothing },
  'station:stop': { request: StationStopSchema, response: nothing },
  /**
   * Makes the stick of a row that failed or was cancelled again, or takes a drive that was refused because it was made already, or
   * put aside. Throws `usage` for a row in any other state, or whose drive isn't plugged in.
   */
  'station:retry': { request: z.number().int().positive(), response: nothing },
  /** Breaks off the stick of a row that waits or is under way. */
  'station:cancel': { request: z.number().int().positive(), response: nothing },
  /** Puts the drive of a row that failed or was cancelled aside; its number is the next stick's. */
  'station:bin': { request: z.number().int().positive(), response: nothing },
  /**
   * Saves the list of the series that runs or has ended as a table (.csv): each drive whose stick came to an end. Null when the dialog
   * was closed. Throws `usage` where there is no series, and `permission/denied`.
   */
  'station:save-list': { request: nothing, response: pathOrNothing },
  'station:state': { request: nothing, response: StationStateSchema },
  ...recordRequests,
  ...recipeRequests,
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType }>;

export const events = {
  'job:state': JobStateSchema,
  'station:state': StationStateSchema,
  'image:hash-progress': z.object({
    doneBytes: z.number(),
    totalBytes: z.number(),
    secondsLeft: z.number().nullable(),
  }),
  'ventoy:download-progress': z.object({
    doneBytes: z.number(),
    /** Null when the server doesn't say. */
    totalBytes: z.number().nullable(),
  }),
  /** Drives were plugged in or pulled; ask again. */
  'drives:changed': nothing,
  /** A record was written, replaced or removed; ask again. */
  'records:changed': nothing,
  'drives:test-progress': DriveTestProgressSchema,
  'boot-test:event': z.object({ target: z.string(), event: BootTestEventSchema }),
  'repair:progress': z.object({
    phase: PhaseSchema,
    doneBytes: z.number(),
    /** 0 where nothing is counted. */
    totalBytes: z.number(),
  }),
  'restore:progress': ProgressSchema,
} as const satisfies Record<string, z.ZodType>;

export type RequestName = keyof typeof requests;
export type EventName = keyof typeof events;
export type RequestOf<C extends RequestName> = z.input<(typeof requests)[C]['request']>;
export type ResponseOf<C extends RequestName> = z.output<(typeof requests)[C]['response']>;
export type EventOf<C extends EventName> = z.output<(typeof events)[C]>;

/** An answer as it crosses the border: errors travel as data, so their code and parameters survive. */
export type Answer<T> =
  { ok: true; value: T } | { ok: false; error: z.infer<typeof StickErrorDataSchema> };

/** What the preload script puts on `window.sticksmith`. Named functions only. */
export interface WindowApi {
  request<C extends RequestName>(channel: C, payload: RequestOf<C>): Promise<Answer<ResponseOf<C>>>;
  /** Returns the function that ends the subscription. */
  on<C extends EventName>(channel: C, listener: (payload: EventOf<C>) => void): () => void;
  /** The path of a file that was dropped on the window. */
  pathForFile(file: File): string;
}
