import type { VentoyConfig } from './config';
import { asList, asObject, indexOfSubject, sameSubject, withPreferred } from './entries';
import type { JsonObject, JsonValue } from './json';
import { isObject, replacedAt, withMember } from './json';
import { settingName, withSetting } from './merge';
import type { PasswordKind } from './password';
import type { EntryPlugin, EntryPluginName, PluginName } from './plugins';
import { emptyPlugin, entryPlugins, keysOf, passwordEntries, tipEntries } from './plugins';

/*
 * Edits of a config: each gives a new one and keeps what it doesn't know. null takes away. An edit is made in a plugin's
 * variants for one boot mode too, which would hide it otherwise. All throw StickError `ventoy/config-invalid` where what
 * is there isn't what Ventoy takes, so that changing it would lose it.
 */

/** Absolute paths on the data partition, with `/`. */
export type ImageOrFolder = { image: string } | { dir: string };
export type ImageOrParent = { image: string } | { parent: string };
export type ClassTarget = { key: string } | { parent: string } | { dir: string };
export type PasswordTarget = PasswordKind | { file: string } | { parent: string };
export interface Replacement {
  iso: string;
  /** The file in the image. */
  org: string;
}

/** Files of which one is chosen when the image starts. */
export interface FileChoice {
  files: string[];
  /** 1 is the first file, 0 none of them. null: Ventoy asks and marks the first. */
  autosel: number | null;
  /** Seconds until what `autosel` says is taken. null: with `autosel` Ventoy doesn't ask, otherwise it waits. */
  timeout: number | null;
}

/** One text, or one for each of the two lines. */
export type Tip = { tip: string } | { tip1: string; tip2: string };

export function withControlSetting(
  config: VentoyConfig,
  name: string,
  value: string | null,
): VentoyConfig {
  return edited(config, 'control', (control, key) => {
    const settings = asList(key, control);
    if (value !== null) return withSetting(settings, name, value);
    return unlessEmpty(settings.flatMap((setting) => withoutSetting(setting, name)));
  });
}

function withoutSetting(setting: JsonValue, name: string): JsonValue[] {
  if (!isObject(setting) || settingName(setting) !== name) return [setting];
  const rest = withMember(setting, name, undefined);
  return Object.keys(rest).length === 0 ? [] : [rest];
}

/** Both switches, which are built in as on: skipping the requirements, and setting up without a network. */
export function withWindows11Bypass(config: VentoyConfig, on: boolean | null): VentoyConfig {
  const value = on === null ? null : on ? '1' : '0';
  const names = ['VTOY_WIN11_BYPASS_CHECK', 'VTOY_WIN11_BYPASS_NRO'] as const;
  return names.reduce((changed, name) => withControlSetting(changed, name, value), config);
}

export function withAlias(
  config: VentoyConfig,
  target: ImageOrFolder,
  alias: string | null,
): VentoyConfig {
  return withEntry(config, 'menu_alias', target, alias === null ? null : { alias });
}

export function withMenuClass(
  config: VentoyConfig,
  target: ClassTarget,
  name: string | null,
): VentoyConfig {
  return withEntry(config, 'menu_class', target, name === null ? null : { class: name });
}

export function withInjection(
  config: VentoyConfig,
  target: ImageOrParent,
  archive: string | null,
): VentoyConfig {
  return withEntry(config, 'injection', target, archive === null ? null : { archive });
}

export function withReplacement(
  config: VentoyConfig,
  target: Replacement,
  file: string | null,
): VentoyConfig {
  return withEntry(config, 'conf_replace', { ...target }, file === null ? null : { new: file });
}

export function withPersistence(
  config: VentoyConfig,
  image: string,
  choice: FileChoice | null,
): VentoyConfig {
  return withChoice(config, 'persistence', 'backend', { image }, choice);
}

export function withAutoInstall(
  config: VentoyConfig,
  target: ImageOrParent,
  choice: FileChoice | null,
): VentoyConfig {
  return withChoice(config, 'auto_install', 'template', target, choice);
}

export function withTip(
  config: VentoyConfig,
  target: ImageOrFolder,
  tip: Tip | null,
): VentoyConfig {
  const members =
    tip === null ? null : { tip: undefined, tip1: undefined, tip2: undefined, ...tip };
  return withInnerEntry(config, 'menu_tip', 'tips', tipEntries, target, members);
}

/** @param stored as `storedPassword` gives it; a password as it is typed never gets here */
export function withPassword(
  config: VentoyConfig,
  target: PasswordTarget,
  stored: string | null,
): VentoyConfig {
  if (typeof target !== 'string') {
    const members = stored === null ? null : { pwd: stored };
    return withInnerEntry(config, 'password', 'menupwd', passwordEntries, target, members);
  }
  return edited(config, 'password', (value, key) =>
    unlessBare(withMember(asObject(key, value), `${target}pwd`, stored ?? undefined)),
  );
}

type Members = Record<string, JsonValue | undefined>;

function withChoice(
  config: VentoyConfig,
  plugin: EntryPluginName,
  member: string,
  target: JsonObject,
  choice: FileChoice | null,
): VentoyConfig {
  if (choice === null) return withEntry(config, plugin, target, null);
  const { files, autosel, timeout } = choice;
  const [first = '', ...others] = files;
  return withEntry(config, plugin, target, {
    [member]: others.length === 0 ? first : files,
    autosel: autosel ?? undefined,
    timeout: timeout ?? undefined,
  });
}

function withEntry(
  config: VentoyConfig,
  plugin: EntryPluginName,
  target: JsonObject,
  members: Members | null,
): VentoyConfig {
  return edited(config, plugin, (value, key) =>
    unlessEmpty(entriesWith(entryPlugins[plugin], asList(key, value), target, members)),
  );
}

/** The same for a list of entries inside a plugin that is an object. */
function withInnerEntry(
  config: VentoyConfig,
  plugin: 'menu_tip' | 'password',
  list: string,
  facts: EntryPlugin,
  target: JsonObject,
  members: Members | null,
): VentoyConfig {
  return edited(config, plugin, (value, key) => {
    const object = asObject(key, value);
    const entries = asList(`${key}.${list}`, object[list]);
    const changed = unlessEmpty(entriesWith(facts, entries, target, members));
    return unlessBare(withMember(object, list, changed));
  });
}

function entriesWith(
  facts: EntryPlugin,
  entries: JsonValue[],
  target: JsonObject,
  members: Members | null,
): JsonValue[] {
  if (members === null) {
    return entries.filter((entry) => !isObject(entry) || !sameSubject(facts, entry, target));
  }
  const index = indexOfSubject(facts, entries, target);
  const there = entries[index];
  if (isObject(there)) return replacedAt(entries, index, withMembers(there, members));
  return withPreferred(facts, entries, [withMembers(target, members)]);
}

function withMembers(object: JsonObject, members: Members): JsonObject {
  return Object.entries(members).reduce(
    (changed, [name, value]) => withMember(changed, name, value),
    object,
  );
}

/**
 * With the plugin's value changed wherever it stands; undefined takes it out. A variant that has nothing left stays,
 * empty: without it the plugin would count in its mode.
 */
function edited(
  config: VentoyConfig,
  plugin: PluginName,
  change: (value: JsonValue | undefined, key: string) => JsonValue | undefined,
): VentoyConfig {
  return keysOf(config, plugin).reduce((changed, key) => {
    const nothing = key === plugin ? undefined : emptyPlugin(plugin);
    return withMember(changed, key, change(config[key], key) ?? nothing);
  }, config);
}

function unlessEmpty(list: JsonValue[]): JsonValue[] | undefined {
  return list.length === 0 ? undefined : list;
}

function unlessBare(object: JsonObject): JsonObject | undefined {
  return Object.keys(object).length === 0 ? undefined : object;
}
