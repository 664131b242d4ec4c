import fc from 'fast-check';
import { accountNameProblem } from '../../src-shared/account-name';
import { computerNameProblem } from '../../src-shared/computer-name';
import { recipeConflicts } from '../../src-shared/plan-conflicts';
import type { Protect } from '../../src-shared/protect';
import { WindowsRecipeSchema, type WindowsRecipe } from '../../src-shared/windows-recipe';
import { MiB } from '../../src-shared/units';
import type { WindowsChoices } from '../../src-shared/windows-choices';

/* Random valid recipes of a portable Windows for tests, with full paths, and the parts that other kinds have too. */

export const arbitraryPath = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 20 })
  .filter((text) => !/[\u0000/\p{Surrogate}]/u.test(text) && text !== '.' && text !== '..')
  .map((name) => `/${name}`);
const sectors = fc.nat({ max: 2 ** 32 }).map((count) => count * 512);
const tag = fc.constantFrom('de-DE', 'en-US', 'zh-Hans-CN', 'fil', 'ca-ES-valencia');
export const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const windowsNames = fc.uniqueArray(
  fc
    .string({ minLength: 1, maxLength: 20 })
    .filter((name) => /^[A-Za-z0-9][A-Za-z0-9._~-]*$/.test(name)),
  { maxLength: 4 },
);
const serverPath = fc.constantFrom('\\\\server\\share', '\\\\s\\p\\%USERNAME%', '\\\\büro\\a b\\c');
const ssid = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 32 })
  .filter(
    (name) => new TextEncoder().encode(name).length <= 32 && !/[\p{Cc}\p{Surrogate}]/u.test(name),
  );

const wifi = fc.uniqueArray(
  fc.oneof(
    fc.record({
      kind: fc.constant('network' as const),
      ssid,
      security: fc.constantFrom('open' as const, 'wpa2' as const, 'wpa3' as const),
      hidden: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('file' as const), path: arbitraryPath }),
  ),
  { maxLength: 4, selector: (choice) => (choice.kind === 'file' ? choice.path : choice.ssid) },
);

const portable = fc.record({
  internalDisks: fc.constantFrom('offline' as const, 'online' as const),
  hibernation: fc.boolean(),
  recovery: fc.boolean(),
  deviceEncryption: fc.boolean(),
  pageFile: fc.oneof(
    fc.constant({ kind: 'automatic' as const }),
    fc.constant({ kind: 'none' as const }),
    fc.integer({ min: 16, max: 64 * 1024 }).map((mebibytes) => ({
      kind: 'fixed' as const,
      bytes: mebibytes * MiB,
    })),
  ),
  compact: fc.boolean(),
});

const answers = fc.record({
  account: orNull(
    fc.record({
      name: fc
        .string({ unit: 'grapheme', maxLength: 20 })
        .filter((name) => accountNameProblem(name) === null),
      administrator: fc.boolean(),
      askPassword: fc.boolean(),
    }),
  ),
  computerName: orNull(
    fc.record({
      pattern: fc
        .string({
          unit: fc.constantFrom('A', 'B', 'z', '0', '9', '-', '#'),
          minLength: 1,
          maxLength: 15,
        })
        .filter((pattern) => computerNameProblem(pattern) === null),
      firstNumber: fc.nat({ max: 12 }),
    }),
  ),
  timeZone: orNull(fc.constantFrom('UTC', 'W. Europe Standard Time')),
  region: orNull(tag),
  keyboard: orNull(fc.oneof(tag, fc.constantFrom('0407:00000407', '0C0C:00011009'))),
  language: orNull(tag),
  skipPages: fc.boolean(),
  onlineAccount: fc.constantFrom('local' as const, 'windows-decides' as const),
  answerFile: orNull(arbitraryPath),
});

const roaming = fc.record({
  wifi,
  profilePath: orNull(serverPath),
  redirect: orNull(
    fc.record({
      path: serverPath,
      folders: fc.subarray(
        ['desktop', 'documents', 'downloads', 'music', 'pictures', 'videos'] as const,
        { minLength: 1 },
      ),
    }),
  ),
  domainJoinFile: orNull(arbitraryPath),
});

export const arbitrarySha256 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));

export const arbitraryChoices: fc.Arbitrary<WindowsChoices> = fc.record({
  portable,
  answers,
  drivers: fc.record({ folder: orNull(arbitraryPath) }),
  lean: fc.record({
    preset: fc.constantFrom('none' as const, 'light' as const, 'minimal' as const),
    removeApps: windowsNames,
    keepApps: windowsNames,
    disableFeatures: windowsNames,
    enableFeatures: windowsNames,
    cleanUp: fc.boolean(),
  }),
  speed: fc.record({
    powerPlan: fc.constantFrom(
      'windows-decides' as const,
      'balanced' as const,
      'high-performance' as const,
    ),
    writeCache: fc.boolean(),
    scheduledDefragmentation: fc.boolean(),
    searchIndexing: fc.boolean(),
    prefetch: fc.boolean(),
    lastAccessTimes: fc.boolean(),
  }),
  roaming,
});

const protection = {
  cipher: fc.constantFrom('xts-aes-128' as const, 'xts-aes-256' as const),
  escrow: fc.constantFrom('none' as const, 'active-directory' as const, 'entra-id' as const),
};

const arbitraryProtect: fc.Arbitrary<Protect> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({
    kind: fc.constant('now' as const),
    ...protection,
    recoveryFolder: arbitraryPath,
    clearFreeSpace: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('after-writing' as const),
    ...protection,
    recoveryFolder: arbitraryPath,
    usedSpaceOnly: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('first-start' as const),
    ...protection,
    recoveryFolder: orNull(fc.constantFrom('\\\\server\\keys', '\\\\10.0.0.1\\a b\\ü')),
  }),
);

export const arbitraryRecipe: fc.Arbitrary<WindowsRecipe> = fc
  .record({
    version: fc.constant(2 as const),
    kind: fc.constant('windows-to-go' as const),
    image: fc.record({
      path: arbitraryPath,
      sha256: orNull(arbitrarySha256),
    }),
    edition: fc.record({ index: fc.integer({ min: 1, max: 99 }) }),
    layout: fc.record({
      scheme: fc.constantFrom('gpt' as const, 'mbr' as const),
      container: fc.constantFrom('none' as const, 'vhdx' as const),
    }),
    space: fc.record({
      windowsBytes: orNull(sectors.filter((bytes) => bytes > 0)),
      sharedBytes: fc.oneof(sectors, fc.constant('rest' as const)),
      sharedLabel: fc.constantFrom('', 'SHARED', 'Größe', '共享', '-x', '😀😀😀😀😀'),
    }),
    protect: arbitraryProtect,
    windows: arbitraryChoices,
  })
  .map((recipe) => withoutConflicts(recipe))
  .filter((recipe) => WindowsRecipeSchema.safeParse(recipe).success);

/** Takes back what excludes each other, so that few recipes have to be thrown away. */
function withoutConflicts(recipe: WindowsRecipe): WindowsRecipe {
  const fields = recipeConflicts(recipe).map(({ field }) => field.join('.'));
  const { space, windows } = recipe;
  for (const field of fields) {
    if (field === 'space.sharedBytes') space.sharedBytes = 0;
    else if (field === 'protect.kind') recipe.protect = { kind: 'none' };
    else if (field === 'windows.portable.hibernation') windows.portable.hibernation = false;
    else if (field === 'windows.portable.deviceEncryption') {
      windows.portable.deviceEncryption = false;
    } else if (field.startsWith('windows.answers')) windows.answers.computerName = null;
    else if (field.startsWith('windows.lean.keepApps')) windows.lean.keepApps = [];
    else if (field.startsWith('windows.lean.enableFeatures')) windows.lean.enableFeatures = [];
  }
  return recipe;
}
