import fc from 'fast-check';
import { MiB } from '../../src-shared/units';
import type { JsonValue, VentoyConfig } from '../../src-shared/ventoy-json';
import {
  VentoyRecipeSchema,
  type VentoyInstall,
  type VentoyRecipe,
  type VentoyWindows,
} from '../../src-shared/ventoy-recipe';
import { arbitraryChoices, arbitraryPath, arbitrarySha256, orNull } from './arbitrary-recipe';

/* Random valid recipes of Ventoy sticks for tests, with full paths. */

const mebibytes = fc.nat({ max: 2 ** 20 }).map((count) => count * MiB);
const someMebibytes = mebibytes.filter((bytes) => bytes > 0);
const secureBoot = fc.boolean();
const release = fc.record({ path: arbitraryPath, sha256: orNull(arbitrarySha256) });

/** A path on the stick; signs that mean something in options are as likely as letters. */
const stickPath = fc
  .array(
    fc
      .string({ unit: fc.constantFrom('a', 'B', 'ö', '共', '=', '-', '.', ' '), minLength: 1 })
      .filter((part) => part !== '.' && part !== '..'),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join('/'));

const fresh = fc.record({
  way: fc.constant('erase' as const),
  package: release,
  scheme: fc.constantFrom('mbr' as const, 'gpt' as const),
  secureBoot,
  reserveBytes: mebibytes,
  fileSystem: fc.constantFrom('exfat' as const, 'ntfs' as const),
  label: fc.constantFrom('', 'Ventoy', 'Größe', '-x'),
});

const install: fc.Arbitrary<VentoyInstall> = fc.oneof(
  fresh,
  fc.record({ way: fc.constant('beside' as const), package: release, secureBoot }),
  fc.record({
    way: fc.constant('update' as const),
    package: release,
    secureBoot: orNull(secureBoot),
  }),
  fc.constant({ way: 'none' as const }),
);

const windows: fc.Arbitrary<VentoyWindows> = fc.record({
  image: release,
  edition: fc.record({ index: fc.integer({ min: 1, max: 99 }) }),
  windows: arbitraryChoices.map((choices) => ({
    ...choices,
    portable: { ...choices.portable, hibernation: false },
  })),
  name: fc.constantFrom('Windows.vhdx', 'a=b.VHDX', '-.vhdx'),
  bytes: orNull(someMebibytes),
  vhdBoot: arbitraryPath,
});

/** Settings of which nothing is lost when they are merged into none: each image has one entry. */
const config: fc.Arbitrary<VentoyConfig> = fc.record(
  {
    menu_alias: fc
      .uniqueArray(fc.record({ image: stickPath, alias: fc.string() }), {
        selector: ({ image }) => image.toLowerCase(),
        maxLength: 3,
      })
      .map((entries) => entries.map(({ image, alias }) => ({ image: `/${image}`, alias }))),
    // zod leaves out a field of this name, so that nothing gets another prototype.
    'of a Ventoy to come': fc
      .jsonValue()
      .filter((value) => !JSON.stringify(value).includes('"__proto__"'))
      // A file's -0 is written as 0.
      .map((value) => JSON.parse(JSON.stringify(value)) as JsonValue),
  },
  { requiredKeys: [] },
);

const unlikeOthers = (name: string): string => name.toLowerCase();

export const arbitraryVentoyRecipe: fc.Arbitrary<VentoyRecipe> = fc
  .record({
    version: fc.constant(2 as const),
    kind: fc.constant('ventoy' as const),
    install,
    remove: fc.array(stickPath, { maxLength: 3 }),
    removePersistence: fc.boolean(),
    rename: fc.uniqueArray(fc.record({ from: stickPath, to: stickPath }), {
      selector: ({ to }) => unlikeOthers(to),
      maxLength: 3,
    }),
    files: fc.uniqueArray(
      fc.record({ source: arbitraryPath, name: stickPath, sha256: orNull(arbitrarySha256) }),
      { selector: ({ name }) => unlikeOthers(name), maxLength: 4 },
    ),
    checksums: fc.boolean(),
    persistence: fc.uniqueArray(fc.record({ image: stickPath, bytes: someMebibytes }), {
      selector: ({ image }) => unlikeOthers(image),
      maxLength: 3,
    }),
    windows: orNull(windows),
    config,
    configReplaces: fc.boolean(),
  })
  .map(withRoomForWindows)
  .filter((recipe) => VentoyRecipeSchema.safeParse(recipe).success);

/** Windows needs a fresh Ventoy with NTFS; without it few recipes would be left. */
function withRoomForWindows(recipe: VentoyRecipe): VentoyRecipe {
  if (recipe.install.way !== 'erase') return { ...recipe, windows: null };
  return recipe.windows === null
    ? recipe
    : { ...recipe, install: { ...recipe.install, fileSystem: 'ntfs' } };
}
