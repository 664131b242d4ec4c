import type { VentoyConfig } from './config';
import { asList, asObject, indexOfSubject, subjectOf, targetNames, withPreferred } from './entries';
import type { JsonObject, JsonValue } from './json';
import { isObject, lastIndex, replacedAt, withMember } from './json';
import type { EntryPlugin } from './plugins';
import {
  entryPlugins,
  isEntryPlugin,
  isPathList,
  keysOf,
  passwordEntries,
  pluginOf,
  tipEntries,
} from './plugins';
import { unusable } from './unusable';

/**
 * What is there, with what is wanted: settings of `control` are replaced by name, entries are completed that are about
 * the same image or folder, paths are added to lists, and everything else stays. Nothing is removed. What is wanted of a
 * plugin applies in its variants for one boot mode too, which would hide it otherwise. Merging twice is merging once.
 * @throws StickError `ventoy/config-invalid` where one of the two isn't what Ventoy takes, so that merging would lose it
 */
export function mergeVentoyConfig(present: VentoyConfig, change: VentoyConfig): VentoyConfig {
  return Object.entries(change).reduce((config, [key, wanted]) => {
    const known = pluginOf(key);
    if (known === null) return withMember(config, key, wanted);
    // A variant for which something of its own is wanted gets that alone.
    const keys =
      known.mode === null
        ? keysOf(present, known.plugin).filter(
            (each) => each === key || !Object.hasOwn(change, each),
          )
        : [key];
    return keys.reduce(
      (merged, each) =>
        withMember(merged, each, mergePlugin(known.plugin, each, merged[each], wanted)),
      config,
    );
  }, present);
}

function mergePlugin(
  plugin: string,
  key: string,
  present: JsonValue | undefined,
  wanted: JsonValue,
): JsonValue {
  if (plugin === 'control') return mergeControl(asList(key, present), asList(key, wanted));
  if (isPathList(plugin)) return mergePaths(asList(key, present), asList(key, wanted));
  if (isEntryPlugin(plugin)) {
    return mergeEntries(entryPlugins[plugin], key, asList(key, present), asList(key, wanted));
  }
  return mergeObject(key, asObject(key, present), asObject(key, wanted), {
    tips: tipEntries,
    menupwd: passwordEntries,
  });
}

/**
 * Settings by name. Ventoy takes the first pair of each object and, where a name comes several times, the last
 * (`ventoy_plugin_control_entry`).
 */
function mergeControl(present: JsonValue[], wanted: JsonValue[]): JsonValue[] {
  return wanted.reduce<JsonValue[]>((control, setting) => {
    if (!isObject(setting)) throw unusable('setting-not-object', {});
    return Object.entries(setting).reduce(
      (settings, [name, value]) => withSetting(settings, name, value),
      control,
    );
  }, present);
}

/** With a setting, at its place if it is there. */
export function withSetting(control: JsonValue[], name: string, value: JsonValue): JsonValue[] {
  const index = lastIndex(control, (setting) => settingName(setting) === name);
  const setting = control[index];
  if (!isObject(setting)) return [...control, { [name]: value }];
  return replacedAt(control, index, withMember(setting, name, value));
}

/** The name that an object in `control` is about. */
export function settingName(setting: JsonValue): string | undefined {
  return isObject(setting) ? Object.keys(setting)[0] : undefined;
}

function mergePaths(present: JsonValue[], wanted: JsonValue[]): JsonValue[] {
  return [...present, ...new Set(wanted.filter((path) => !present.includes(path)))];
}

function mergeEntries(
  plugin: EntryPlugin,
  key: string,
  present: JsonValue[],
  wanted: JsonValue[],
): JsonValue[] {
  const added: JsonObject[] = [];
  let entries = present;
  for (const entry of wanted) {
    if (!isObject(entry) || subjectOf(plugin, entry) === null) {
      throw unusable('no-target', { name: key, targets: targetNames(plugin) });
    }
    const index = indexOfSubject(plugin, entries, entry);
    const there = entries[index];
    if (isObject(there)) {
      entries = replacedAt(entries, index, withMembers(there, entry));
      continue;
    }
    const again = indexOfSubject(plugin, added, entry);
    if (again === -1) added.push(entry);
    else added[again] = withMembers(added[again] ?? {}, entry);
  }
  return withPreferred(plugin, entries, added);
}

/** Members one by one; those that are lists of entries are merged as such. */
function mergeObject(
  key: string,
  present: JsonObject,
  wanted: JsonObject,
  lists: Record<string, EntryPlugin>,
): JsonObject {
  return Object.entries(wanted).reduce((merged, [name, value]) => {
    const plugin = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (plugin === undefined) return withMember(merged, name, value);
    const inside = `${key}.${name}`;
    const entries = mergeEntries(
      plugin,
      inside,
      asList(inside, merged[name]),
      asList(inside, value),
    );
    return withMember(merged, name, entries);
  }, present);
}

function withMembers(object: JsonObject, members: JsonObject): JsonObject {
  return Object.entries(members).reduce(
    (merged, [name, value]) => withMember(merged, name, value),
    object,
  );
}
