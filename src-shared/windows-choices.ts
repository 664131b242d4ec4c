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
  z.strictObject({
    kind: z.literal('automatic').describe('Windows decides, and grows it when it needs to.'),
  }),
  z.strictObject({ kind: z.literal('none').describe('There is no page file.') }),
  z.strictObject({
    kind: z.literal('fixed').describe('It always has the same size.'),
    bytes: z
      .number()
      .int()
      .min(16 * 2 ** 20, 'a page file has at least 16 MiB')
      .max(64 * 2 ** 30, 'a page file has at most 64 GiB')
      .multipleOf(2 ** 20, 'a page file has whole MiB')
      .describe('Its size in bytes.'),
  }),
]);
export type PageFile = z.infer<typeof PageFileSchema>;

export const PortableChoicesSchema = z.strictObject({
  internalDisks: z
    .enum(['offline', 'online'])
    .describe(
      'offline: disks inside the computer stay untouched, so that a borrowed computer is left as it was.',
    ),
  hibernation: z
    .boolean()
    .describe(
      'Hibernation and fast start, which would bind Windows to the computer it was last used in.',
    ),
  recovery: z
    .boolean()
    .describe(
      'The recovery environment (WinRE), which acts on the disks of whatever computer the stick is in.',
    ),
  deviceEncryption: z
    .boolean()
    .describe('Windows may encrypt the stick by itself, with a key bound to one computer.'),
  pageFile: PageFileSchema.describe('Where Windows puts what memory has no room for.'),
  compact: z.boolean().describe('Windows compresses its own files at first start (Compact OS).'),
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
  account: z
    .strictObject({
      name: AccountNameSchema.describe('The name that the account signs in with.'),
      administrator: z.boolean().describe('It may change everything about Windows.'),
      askPassword: z
        .boolean()
        .describe(
          'Windows signs the account in by itself once, at the end of its set-up, and has a password chosen at the sign-in after that.',
        ),
    })
    .nullable()
    .describe('A local account made at first start, without a password; null: Windows asks.'),
  computerName: z
    .strictObject({
      pattern: ComputerNamePatternSchema.describe('The name; a run of # stands for the number.'),
      firstNumber: z
        .number()
        .int()
        .min(0)
        .max(999_999)
        .describe('The number of the first stick; it counts up, one for each stick.'),
    })
    .nullable()
    .describe('The name of the computer; null: Windows makes one up.'),
  timeZone: TimeZoneIdSchema.nullable().describe(
    'A time zone as Windows names it, such as “W. Europe Standard Time”; null: as Windows has it.',
  ),
  region: LanguageTagSchema.nullable().describe(
    'Formats of dates, numbers and money, such as de-DE; null: as Windows has them.',
  ),
  keyboard: KeyboardSchema.nullable().describe(
    'The keyboard, such as de-DE or 0407:00000407; null: as Windows has it.',
  ),
  language: LanguageTagSchema.nullable().describe(
    'Language of Windows, one that the edition has; null: its usual one.',
  ),
  skipPages: z
    .boolean()
    .describe(
      'Licence, privacy and other pages of the first start are skipped with the sparing answer.',
    ),
  onlineAccount: z
    .enum(['local', 'windows-decides'])
    .describe('Windows may insist on a Microsoft account; local lets a person go on without one.'),
  answerFile: z
    .string()
    .min(1)
    .nullable()
    .describe(
      'An answer file of one’s own; what it says is kept, and what this recipe says is added to it.',
    ),
});
export type AnswerChoices = z.infer<typeof AnswerChoicesSchema>;

/** An account that nothing is said about yet. */
export const newAccount: NonNullable<AnswerChoices['account']> = {
  name: '',
  administrator: true,
  askPassword: true,
};

export const DriverChoicesSchema = z.strictObject({
  folder: z
    .string()
    .min(1)
    .nullable()
    .describe('A folder with drivers as .inf files, anywhere below it; null for none.'),
});

export const LeanPresetSchema = z.enum(['none', 'light', 'minimal']);
export type LeanPreset = z.infer<typeof LeanPresetSchema>;

/** Names of Windows' own lists: letters, digits and what stands between them. */
const WindowsNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._~-]*$/u)
  .max(256);

export const LeanChoicesSchema = z.strictObject({
  preset: LeanPresetSchema.describe('A choice of apps and features that go.'),
  removeApps: z
    .array(WindowsNameSchema)
    .describe('Provisioned apps by name (Microsoft.BingNews) that go besides those of the preset.'),
  keepApps: z
    .array(WindowsNameSchema)
    .describe('Apps that stay although the preset would remove them.'),
  disableFeatures: z
    .array(WindowsNameSchema)
    .describe('Optional features by name that are switched off besides the preset.'),
  enableFeatures: z
    .array(WindowsNameSchema)
    .describe('Optional features by name that are switched on.'),
  cleanUp: z.boolean().describe('Superseded components are removed at first start.'),
});
export type LeanChoices = z.infer<typeof LeanChoicesSchema>;

export const SpeedChoicesSchema = z.strictObject({
  powerPlan: z
    .enum(['windows-decides', 'balanced', 'high-performance'])
    .describe('The power plan of Windows.'),
  writeCache: z
    .boolean()
    .describe(
      'The write cache of the stick: faster, but unplugging it without shutting down loses data.',
    ),
  scheduledDefragmentation: z
    .boolean()
    .describe('Windows defragments and trims the stick by its schedule.'),
  searchIndexing: z.boolean().describe('Windows keeps an index of files for its search.'),
  prefetch: z.boolean().describe('Prefetch and SysMain, which read ahead and keep books about it.'),
  lastAccessTimes: z.boolean().describe('Windows notes of each file when it was read last.'),
});
export type SpeedChoices = z.infer<typeof SpeedChoicesSchema>;

export const WifiSecuritySchema = z.enum(['open', 'wpa2', 'wpa3']);
export type WifiSecurity = z.infer<typeof WifiSecuritySchema>;

/** A network: entered, with its key in `PlanSecrets.wifiKeys`, or as an XML file that Windows exported. */
export const WifiChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('network').describe('A network by its name; its key is asked for.'),
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
      )
      .describe('Its name, of 1 to 32 bytes in UTF-8 (IEEE 802.11, 9.4.2.2).'),
    security: WifiSecuritySchema.describe('How it is secured.'),
    hidden: z.boolean().describe('It doesn’t tell its name, and is looked for.'),
  }),
  z.strictObject({
    kind: z.literal('file').describe('A network as Windows exports it.'),
    path: z.string().min(1).describe('The XML file.'),
  }),
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
  wifi: z.array(WifiChoiceSchema).max(32).describe('Networks that Windows knows from the start.'),
  profilePath: NetworkPathSchema.nullable().describe(
    'Where on a server Windows keeps the profile of every person; null: on the stick.',
  ),
  redirect: z
    .strictObject({
      path: NetworkPathSchema.describe('Where on a server they lie.'),
      folders: z.array(RedirectedFolderSchema).min(1).describe('Which folders.'),
    })
    .nullable()
    .describe('Folders of every person that lie on a server; null for none.'),
  domainJoinFile: z
    .string()
    .min(1)
    .nullable()
    .describe(
      'A file that “djoin /provision” wrote; it stands for one computer, so for one stick.',
    ),
});
export type RoamingChoices = z.infer<typeof RoamingChoicesSchema>;

export const WindowsChoicesSchema = z.strictObject({
  portable: PortableChoicesSchema.describe('What fits Windows for one computer after another.'),
  answers: AnswerChoicesSchema.describe('What Windows would ask at its first start.'),
  drivers: DriverChoicesSchema.describe('Drivers that Windows hasn’t got.'),
  lean: LeanChoicesSchema.describe('Apps and features that go or come.'),
  speed: SpeedChoicesSchema.describe('What makes Windows faster on a stick.'),
  roaming: RoamingChoicesSchema.describe('Networks, profiles on servers and domains.'),
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
