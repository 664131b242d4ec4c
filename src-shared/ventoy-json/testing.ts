import fc from 'fast-check';
import type { VentoyConfig } from './config';
import type { JsonObject, JsonValue } from './json';
import { isObject } from './json';
import { BOOT_MODES, PATH_LISTS, entryPlugins } from './plugins';
import type { EntryPlugin } from './plugins';
import { VENTOY_SETTINGS } from './settings';

/* Arbitrary contents of ventoy.json for property tests. */

const folder = fc.constantFrom('', '/iso');
const name = fc.constantFrom('a.iso', 'B.iso', 'c d.img', 'é.iso', 'x.dat');
export const anyPath = fc.tuple(folder, name).map((parts) => parts.join('/'));

/** Members that no plugin knows, some with names that objects have by themselves. */
const STRANGE_NAMES = ['x-note', 'zz', '__proto__', 'constructor', '1'];
const strangers: fc.Arbitrary<JsonObject> = fc
  .dictionary(fc.constantFrom(...STRANGE_NAMES), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 })
  // Without -0, which JSON doesn't keep.
  .map((members) => JSON.parse(JSON.stringify(members)) as JsonObject);
const none = fc.constant<JsonObject>({});

/** Every member with a strange name, from the outside in. */
export function strangersIn(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(strangersIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    STRANGE_NAMES.includes(name) ? [JSON.stringify([name, member])] : strangersIn(member),
  );
}

const text = fc.string({ minLength: 1, maxLength: 12 });

function anyEntry(plugin: EntryPlugin, unknown: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonValue> {
  const target = fc.tuple(fc.constantFrom(...plugin.targets), anyPath);
  const members: Record<string, fc.Arbitrary<JsonValue>> = {};
  for (const { member, several } of plugin.files) {
    members[member] = several
      ? fc.oneof(anyPath, fc.array(anyPath, { minLength: 1, maxLength: 3 }))
      : anyPath;
  }
  for (const { member } of plugin.texts) members[member] = text;
  if (plugin.besides !== null) members[plugin.besides] = anyPath;
  return fc
    .tuple(target, fc.record(members), unknown)
    .map(([[{ member }, value], known, strange]) => ({ [member]: value, ...known, ...strange }));
}

const control = fc.array(
  fc
    .tuple(fc.constantFrom(...VENTOY_SETTINGS.map((setting) => setting.name)), text)
    .map(([setting, value]): JsonValue => ({ [setting]: value })),
  { minLength: 1, maxLength: 4 },
);

function plugins(unknown: fc.Arbitrary<JsonObject>): fc.Arbitrary<[string, JsonValue]>[] {
  return [
    control.map((value) => ['control', value]),
    ...Object.entries(entryPlugins).map(([plugin, facts]) =>
      fc
        .array(anyEntry(facts, unknown), { minLength: 1, maxLength: 4 })
        .map((value): [string, JsonValue] => [plugin, value]),
    ),
    ...PATH_LISTS.map((plugin) =>
      fc
        .uniqueArray(anyPath, { minLength: 1, maxLength: 4 })
        .map((value): [string, JsonValue] => [plugin, value]),
    ),
  ];
}

function configs(unknown: fc.Arbitrary<JsonObject>): fc.Arbitrary<VentoyConfig> {
  const suffix = fc.constantFrom('', '', ...BOOT_MODES.map((mode) => `_${mode}`));
  return fc
    .tuple(fc.array(fc.tuple(fc.oneof(...plugins(unknown)), suffix), { maxLength: 5 }), unknown)
    .map(([known, strange]) => ({
      ...strange,
      ...Object.fromEntries(known.map(([[plugin, value], mode]) => [plugin + mode, value])),
    }));
}

/** Of the right shape, with variants for single boot modes and with strange members at each depth. */
export const anyConfig = configs(strangers);
/** The same without strange members. */
export const plainConfig = configs(none);
