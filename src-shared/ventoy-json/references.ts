import type { VentoyConfig } from './config';
import { subjectOf } from './entries';
import type { JsonObject, JsonValue } from './json';
import { isObject, textMember, withMember } from './json';
import type { EntryPlugin, PluginName } from './plugins';
import {
  emptyPlugin,
  entryPlugins,
  isEntryPlugin,
  isPathList,
  passwordEntries,
  pluginOf,
  tipEntries,
} from './plugins';
import { settingName } from './merge';
import { ventoySetting } from './settings';

/**
 * The config after a file or folder got another name: whatever mentions it, or something in it, follows. Patterns with `*`
 * and parts of names stay as they are.
 * @param from an absolute path on the data partition
 */
export function renameInConfig(config: VentoyConfig, from: string, to: string): VentoyConfig {
  return withPaths(config, (path) => {
    if (path === from) return to;
    return path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
  });
}

/**
 * The config after a file or folder is gone: entries about it go too, and lists of files lose it. An entry that has no
 * file left goes as well. Patterns with `*` and the folder that is searched stay.
 */
export function removeFromConfig(config: VentoyConfig, gone: string): VentoyConfig {
  return withPaths(config, (path) => (path === gone || path.startsWith(`${gone}/`) ? null : path));
}

/**
 * The config after files are removed, and then others renamed.
 * @param names paths from the root of the data partition, without a `/` in front
 */
export function withFileNames(
  config: VentoyConfig,
  names: { remove: readonly string[]; rename: readonly { from: string; to: string }[] },
): VentoyConfig {
  const without = names.remove.reduce((left, name) => removeFromConfig(left, `/${name}`), config);
  return names.rename.reduce(
    (changed, { from, to }) => renameInConfig(changed, `/${from}`, `/${to}`),
    without,
  );
}

/** What a path is now; null when it is gone. */
type PathChange = (path: string) => string | null;

function withPaths(config: VentoyConfig, change: PathChange): VentoyConfig {
  const unlessPattern: PathChange = (path) => (path.includes('*') ? path : change(path));
  return Object.entries(config).reduce((changed, [key, value]) => {
    const known = pluginOf(key);
    if (known === null) return changed;
    // An emptied variant stays: without it the plugin would count in its mode.
    const nothing = known.mode === null ? undefined : emptyPlugin(known.plugin);
    return withMember(changed, key, pluginWith(known.plugin, value, unlessPattern) ?? nothing);
  }, config);
}

/** Undefined for a plugin that has nothing left. What isn't of the right shape stays. */
function pluginWith(
  plugin: PluginName,
  value: JsonValue,
  change: PathChange,
): JsonValue | undefined {
  if (Array.isArray(value)) {
    if (plugin === 'control') return listWith(value, (item) => settingWith(item, change));
    if (isEntryPlugin(plugin)) {
      return listWith(value, (item) => entryWith(entryPlugins[plugin], item, change));
    }
    if (!isPathList(plugin)) return value;
    const paths = listWith(value, (item) => textWith(item, change));
    // An empty image_list hides every image, no image_list hides none.
    return plugin === 'image_list' ? (paths ?? []) : paths;
  }
  if (!isObject(value)) return value;
  if (plugin === 'menu_tip') return innerWith(value, 'tips', tipEntries, change);
  if (plugin === 'password') return innerWith(value, 'menupwd', passwordEntries, change);
  return plugin === 'theme' ? themeWith(value, change) : value;
}

function settingWith(setting: JsonValue, change: PathChange): JsonValue | undefined {
  const name = settingName(setting);
  if (name === undefined || !isObject(setting)) return setting;
  const value = textMember(setting, name);
  const kind = ventoySetting(name)?.values.kind;
  if (!value?.startsWith('/')) return setting;
  if (kind === 'image') {
    const path = change(value);
    if (path !== null) return withMember(setting, name, path);
    const rest = withMember(setting, name, undefined);
    return Object.keys(rest).length === 0 ? undefined : rest;
  }
  if (kind !== 'folder') return setting;
  const slash = value.length > 1 && value.endsWith('/') ? '/' : '';
  const path = change(value.slice(0, value.length - slash.length));
  return path === null ? setting : withMember(setting, name, path + slash);
}

function entryWith(
  plugin: EntryPlugin,
  entry: JsonValue,
  change: PathChange,
): JsonValue | undefined {
  if (!isObject(entry)) return entry;
  let changed = entry;
  const subject = subjectOf(plugin, entry);
  if (subject !== null && subject.target.is !== 'name-part') {
    const path = change(subject.value);
    if (path === null) return undefined;
    changed = withMember(changed, subject.target.member, path);
  }
  for (const { member } of plugin.files) {
    const files = entry[member];
    if (files === undefined) continue;
    const left = Array.isArray(files)
      ? listWith(files, (item) => textWith(item, change))
      : textWith(files, change);
    if (left === undefined) return undefined;
    changed = withMember(changed, member, left);
    if (Array.isArray(files)) changed = withChosen(changed, files, change);
  }
  return changed;
}

/** The choice by number still means the same file; when that is gone, Ventoy asks. */
function withChosen(entry: JsonObject, files: JsonValue[], change: PathChange): JsonObject {
  const chosen = entry['autosel'];
  if (typeof chosen !== 'number' || chosen < 1 || chosen > files.length) return entry;
  const isGone = (file: JsonValue): boolean => textWith(file, change) === undefined;
  if (isGone(files[chosen - 1] ?? null)) return withMember(entry, 'autosel', undefined);
  const before = files.slice(0, chosen - 1).filter(isGone).length;
  return withMember(entry, 'autosel', chosen - before);
}

function innerWith(
  object: JsonObject,
  list: string,
  plugin: EntryPlugin,
  change: PathChange,
): JsonObject | undefined {
  const entries = object[list];
  if (!Array.isArray(entries)) return object;
  const changed = withMember(
    object,
    list,
    listWith(entries, (item) => entryWith(plugin, item, change)),
  );
  return Object.keys(changed).length === 0 ? undefined : changed;
}

/** A theme's files may be named from the folder of ventoy.json. */
function themeWith(theme: JsonObject, change: PathChange): JsonObject {
  const file = (item: JsonValue): JsonValue | undefined =>
    typeof item === 'string' && !item.startsWith('/')
      ? relativeWith(item, change)
      : textWith(item, change);
  const changes = { file, fonts: (item: JsonValue) => textWith(item, change) };
  return Object.entries(changes).reduce((changed, [name, changeItem]) => {
    const value = theme[name];
    if (value === undefined) return changed;
    const left = Array.isArray(value) ? listWith(value, changeItem) : changeItem(value);
    return withMember(changed, name, left);
  }, theme);
}

function relativeWith(path: string, change: PathChange): string | undefined {
  const folder = '/ventoy/';
  const changed = change(folder + path);
  if (changed === null) return undefined;
  return changed.startsWith(folder) ? changed.slice(folder.length) : changed;
}

function textWith(value: JsonValue, change: PathChange): JsonValue | undefined {
  return typeof value === 'string' ? (change(value) ?? undefined) : value;
}

/** Undefined for a list that has lost its last item. */
function listWith(
  list: JsonValue[],
  change: (item: JsonValue) => JsonValue | undefined,
): JsonValue[] | undefined {
  const changed = list.map(change).filter((item) => item !== undefined);
  return changed.length === 0 && list.length > 0 ? undefined : changed;
}
