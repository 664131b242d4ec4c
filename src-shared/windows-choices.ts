import { z } from 'zod';
import { AccountNameSchema } from './account-name';
import { ComputerNamePatternSchema } from './computer-name';
import { BitLockerPasswordSchema } from './protect';
import { TimeZoneIdSchema } from './time-zones';
import { WifiKeySchema } from './wifi-key';

/*
 * What goes into the Windows on the stick: the answers of “Make it yours”. They are part of a recipe, so they
 * hold no secret; keys and passwords travel in `PlanSecrets`.
 */

/** Sizes are bytes. */
export const PageFileSchema = z.discriminatedUnion('kind', [
  /** Windows decides, and grows it when it needs to. */
  z.strictObject({ kind: z.literal('automatic') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('fixed'),
    bytes: z
      .number()
      .int()
      .min(16 * 2 ** 20, 'a page file has at least 16 MiB')
      .max(64 * 2 ** 30, 'a page file has at most 64 GiB')
      .multipleOf(2 ** 20, 'a page file has whole MiB'),
  }),
]);
export type PageFile = z.infer<typeof PageFileSchema>;

export const PortableChoicesSchema = z.strictObject({
  /** Disks inside the computer stay offline, so that a borrowed computer is left as it was. */
  internalDisks: z.enum(['offline', 'online']),
  /** Hibernation and fast start, which would bind Windows to the computer it was last used in. */
  hibernation: z.boolean(),
  /** The recovery environment (WinRE), which acts on the disks of whatever computer the stick is in. */
  recovery: z.boolean(),
  /** Windows may encrypt the stick by itself, with a key bound to one computer. */
  deviceEncryption: z.boolean(),
  pageFile: PageFileSchema,
  /** Windows compresses its own files at first start (Compact OS). */
  compact: z.boolean(),
});
export type PortableChoices = z.infer<typeof PortableChoicesSchema>;

/** A BCP 47 tag such as `de-DE`. */
const LanguageTagSchema = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language looks like en-US');

/** As Windows takes it: a language tag, or language and layout as `0407:00000407`. */
const KeyboardSchema = z.union([
  LanguageTagSchema,
  z
    .string()
    .regex(/^[0-9A-Fa-f]{4}:[0-9A-Fa-f]{8}$/, 'a keyboard looks like de-DE or 0407:00000407'),
]);

export const AnswerChoicesSchema = z.strictObject({
  /** A local account made at first start, without a password. Null: Windows asks. */
  account: z
    .strictObject({
      name: AccountNameSchema,
      administrator: z.boolean(),
      /**
       * Windows signs the account in by itself once, at the end of its set-up, and has a password chosen at the
       * sign-in after that.
       */
      askPassword: z.boolean(),
    })
    .nullable(),
  /** Null: Windows makes a name up. A run of `#` counts up from `firstNumber`, one for each stick. */
  computerName: z
    .strictObject({
      pattern: ComputerNamePatternSchema,
      firstNumber: z.number().int().min(0).max(999_999),
    })
    .nullable(),
  /** A time zone as Windows names it, such as `W. Europe Standard Time`. */
  timeZone: TimeZoneIdSchema.nullable(),
  /** Formats of dates, numbers and money. */
  region: LanguageTagSchema.nullable(),
  keyboard: KeyboardSchema.nullable(),
  /** Language of Windows; one that the edition has. */
  language: LanguageTagSchema.nullable(),
  /** Licence, privacy and other pages of the first start are skipped with the sparing answer. */
  skipPages: z.boolean(),
  /** Windows may insist on a Microsoft account; `local` lets a person go on without one. */
  onlineAccount: z.enum(['local', 'windows-decides']),
  /** An answer file of the person's own; what it says is kept, and ours is added to it. */
  answerFile: z.string().min(1).nullable(),
});
export type AnswerChoices = z.infer<typeof AnswerChoicesSchema>;

/** An account that nothing is said about yet. */
export const newAccount: NonNullable<AnswerChoices['account']> = {
  name: '',
  administrator: true,
  askPassword: true,
};

export const DriverChoicesSchema = z.strictObject({
  /** A folder with drivers as .inf files, anywhere below it. */
  folder: z.string().min(1).nullable(),
});

export const LeanPresetSchema = z.enum(['none', 'light', 'minimal']);
export type LeanPreset = z.infer<typeof LeanPresetSchema>;

/** Names of Windows' own lists: letters, digits and what stands between them. */
const WindowsNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._~-]*$/u)
  .max(256);

export const LeanChoicesSchema = z.strictObject({
  preset: LeanPresetSchema,
  /** Provisioned apps by name (`Microsoft.BingNews`) that go besides those of the preset. */
  removeApps: z.array(WindowsNameSchema),
  /** Apps that stay although the preset would remove them. */
  keepApps: z.array(WindowsNameSchema),
  /** Optional features by name, switched off or on besides the preset. */
  disableFeatures: z.array(WindowsNameSchema),
  enableFeatures: z.array(WindowsNameSchema),
  /** Superseded components are removed at first start. */
  cleanUp: z.boolean(),
});
export type LeanChoices = z.infer<typeof LeanChoicesSchema>;

export const SpeedChoicesSchema = z.strictObject({
  powerPlan: z.enum(['windows-decides', 'balanced', 'high-performance']),
  /** The stick's write cache: faster, but unplugging it without shutting down loses data. */
  writeCache: z.boolean(),
  scheduledDefragmentation: z.boolean(),
  searchIndexing: z.boolean(),
  /** Prefetch and SysMain, which read ahead and keep books about it. */
  prefetch: z.boolean(),
  lastAccessTimes: z.boolean(),
});
export type SpeedChoices = z.infer<typeof SpeedChoicesSchema>;

export const WifiSecuritySchema = z.enum(['open', 'wpa2', 'wpa3']);
export type WifiSecurity = z.infer<typeof WifiSecuritySchema>;

/** A network: entered, with its key in `PlanSecrets.wifiKeys`, or as an XML file that Windows exported. */
export const WifiChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('network'),
    /** 1 to 32 bytes of UTF-8 (IEEE 802.11, 9.4.2.2). */
    ssid: z
      .string()
      .min(1)
      .refine(
        (ssid) => new TextEncoder().encode(ssid).length <= 32,
        'the name of a network has at most 32 bytes',
      )
      .refine(
        (ssid) => !/[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/u.test(ssid),
        'the name has an invisible character',
      ),
    security: WifiSecuritySchema,
    hidden: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1) }),
]);
export type WifiChoice = z.infer<typeof WifiChoiceSchema>;

/** A place on a server: `\\server\share`, with folders and variables such as `%USERNAME%`. */
const NetworkPathSchema = z
  .string()
  .max(240)
  .regex(
    /^\\\\[^\\/:*?"<>|\p{Cc}]+(\\[^\\/:*?"<>|\p{Cc}]+)+$/u,
    'a network path looks like \\\\server\\share',
  );

export const RedirectedFolderSchema = z.enum([
  'desktop',
  'documents',
  'downloads',
  'music',
  'pictures',
  'videos',
]);

export const RoamingChoicesSchema = z.strictObject({
  wifi: z.array(WifiChoiceSchema).max(32),
  /** Where Windows keeps every person's profile, or null. */
  profilePath: NetworkPathSchema.nullable(),
  /** Folders of every person that lie on a server, or null. */
  redirect: z
    .strictObject({ path: NetworkPathSchema, folders: z.array(RedirectedFolderSchema).min(1) })
    .nullable(),
  /** A file that `djoin /provision` wrote; it stands for one computer, so for one stick. */
  domainJoinFile: z.string().min(1).nullable(),
});
export type RoamingChoices = z.infer<typeof RoamingChoicesSchema>;

export const WindowsChoicesSchema = z.strictObject({
  portable: PortableChoicesSchema,
  answers: AnswerChoicesSchema,
  drivers: DriverChoicesSchema,
  lean: LeanChoicesSchema,
  speed: SpeedChoicesSchema,
  roaming: RoamingChoicesSchema,
});
export type WindowsChoices = z.infer<typeof WindowsChoicesSchema>;

export const defaultWindowsChoices: WindowsChoices = {
  portable: {
    internalDisks: 'offline',
    hibernation: false,
    recovery: false,
    deviceEncryption: false,
    pageFile: { kind: 'automatic' },
    compact: false,
  },
  answers: {
    account: null,
    computerName: null,
    timeZone: null,
    region: null,
    keyboard: null,
    language: null,
    skipPages: false,
    onlineAccount: 'local',
    answerFile: null,
  },
  drivers: { folder: null },
  lean: {
    preset: 'none',
    removeApps: [],
    keepApps: [],
    disableFeatures: [],
    enableFeatures: [],
    cleanUp: false,
  },
  speed: {
    powerPlan: 'windows-decides',
    writeCache: false,
    scheduledDefragmentation: false,
    searchIndexing: true,
    prefetch: false,
    lastAccessTimes: false,
  },
  roaming: { wifi: [], profilePath: null, redirect: null, domainJoinFile: null },
};

/**
 * What a plan needs besides its recipe and what must never be kept: neither in a recipe nor in a log, a report, a
 * kept build, an argument or an environment variable.
 */
export const PlanSecretsSchema = z.strictObject({
  /** As on the label: five groups of five. */
  productKey: z
    .string()
    .regex(/^[A-Z0-9]{5}(-[A-Z0-9]{5}){4}$/i, 'a product key has five groups of five characters')
    .transform((key) => key.toUpperCase())
    .nullable(),
  /** Keys of the networks that were entered, by SSID. */
  wifiKeys: z.record(z.string(), WifiKeySchema),
  /** What opens a stick that is encrypted now; the same for all sticks of a job. */
  bitLockerPassword: BitLockerPasswordSchema.nullable(),
});
export type PlanSecrets = z.infer<typeof PlanSecretsSchema>;

export const noSecrets: PlanSecrets = { productKey: null, wifiKeys: {}, bitLockerPassword: null };
