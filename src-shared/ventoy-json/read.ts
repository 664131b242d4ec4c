import type { VentoyConfig } from './config';
import type { FileChoice, ImageOrFolder, ImageOrParent, Replacement } from './edit';
import { indexOfSubject, sameSubject } from './entries';
import type { JsonObject, JsonValue } from './json';
import { isObject, textMember, withMember } from './json';
import { settingName } from './merge';
import type { PasswordKind } from './password';
import type { BootMode, EntryPluginName, PluginName } from './plugins';
import { emptyPlugin, entryPlugins, keysOf, pluginOf } from './plugins';

/*
 * What a config says of that which edits change, in one boot mode. What isn't of the shape that Ventoy takes says
 * nothing; nothing here throws. Entries are those about just this image or folder: which of all entries counts for an
 * image, wildcards included, is for `ConfigInForce` to find.
 */

/** The variant for the boot mode takes the place of the plugin (`ventoy_parse_plugin_config`). */
export function valueInForce(
  config: VentoyConfig,
  plugin: PluginName,
  mode: BootMode,
): JsonValue | undefined {
  const own = `${plugin}_${mode}`;
  if (Object.hasOwn(config, own)) return config[own];
  return Object.hasOwn(config, plugin) ? config[plugin] : undefined;
}

export function listInForce(config: VentoyConfig, plugin: PluginName, mode: BootMode): JsonValue[] {
  const value = valueInForce(config, plugin, mode);
  return Array.isArray(value) ? value : [];
}

export function objectInForce(
  config: VentoyConfig,
  plugin: PluginName,
  mode: BootMode,
): JsonObject {
  const value = valueInForce(config, plugin, mode);
  return isObject(value) ? value : {};
}

/** With all plugins in the shape that Ventoy takes: what is of another one says nothing, and is made to. */
export function wellShaped(config: VentoyConfig): VentoyConfig {
  return Object.entries(config).reduce((shaped, [key, value]) => {
    const known = pluginOf(key);
    if (known === null) return shaped;
    const nothing = emptyPlugin(known.plugin);
    const isShaped = Array.isArray(nothing) ? Array.isArray(value) : isObject(value);
    if (isShaped) return shaped;
    return withMember(shaped, key, known.mode === null ? undefined : nothing);
  }, config);
}

/** A plugin's variant for one boot mode, which there takes the place of the plugin. */
export interface ModeVariant {
  key: string;
  plugin: PluginName;
  mode: BootMode;
}

/** The variants that are there, in their order. */
export function modeVariants(config: VentoyConfig): ModeVariant[] {
  return Object.keys(config).flatMap((key) => {
    const known = pluginOf(key);
    if (known === null) return [];
    const { plugin, mode } = known;
    return mode === null ? [] : [{ key, plugin, mode }];
  });
}

/**
 * What `control` sets; null if it says nothing, so that the built-in value holds. Of a name that comes several times the
 * last counts (`ventoy_plugin_control_entry`).
 */
export function settingOf(config: VentoyConfig, name: string, mode: BootMode): string | null {
  const said = listInForce(config, 'control', mode).flatMap((setting) =>
    isObject(setting) && settingName(setting) === name ? (textMember(setting, name) ?? []) : [],
  );
  return said.at(-1) ?? null;
}

export function aliasOf(
  config: VentoyConfig,
  target: ImageOrFolder,
  mode: BootMode,
): string | null {
  return textOf(entryOf(config, 'menu_alias', target, mode), 'alias');
}

export function injectionOf(
  config: VentoyConfig,
  target: ImageOrParent,
  mode: BootMode,
): string | null {
  return textOf(entryOf(config, 'injection', target, mode), 'archive');
}

export function autoInstallOf(
  config: VentoyConfig,
  target: ImageOrParent,
  mode: BootMode,
): FileChoice | null {
  return choiceOf(entryOf(config, 'auto_install', target, mode), 'template');
}

/** What is replaced in an image, and the file that takes its place, in the order of the config. */
export function replacementsOf(
  config: VentoyConfig,
  iso: string,
  mode: BootMode,
): { target: Replacement; file: string }[] {
  return listInForce(config, 'conf_replace', mode).flatMap((entry) => {
    if (!isObject(entry) || textMember(entry, 'iso') !== iso) return [];
    const org = textMember(entry, 'org');
    const file = textMember(entry, 'new');
    return org === undefined || file === undefined ? [] : [{ target: { iso, org }, file }];
  });
}

/** In the form of the file; null for none. */
export function passwordOf(
  config: VentoyConfig,
  kind: PasswordKind,
  mode: BootMode,
): string | null {
  return textOf(objectInForce(config, 'password', mode), `${kind}pwd`);
}

/** In whatever boot mode: a file that keeps changes is of no use to one of them only. */
export function persistenceOf(config: VentoyConfig, image: string): FileChoice | null {
  for (const key of keysOf(config, 'persistence')) {
    const entry = entryIn('persistence', config[key], { image });
    if (entry !== null) return choiceOf(entry, 'backend');
  }
  return null;
}

/**
 * Whether of a plugin there is one entry about the target, the same in every boot mode, and with no members but these: so
 * that nothing else is lost when it is taken out.
 */
export function saysOnly(
  config: VentoyConfig,
  plugin: EntryPluginName,
  target: JsonObject,
  members: readonly string[],
): boolean {
  const value = config[plugin];
  if (keysOf(config, plugin).length > 1 || !Array.isArray(value)) return false;
  const [entry, ...more] = value.filter(
    (each): each is JsonObject => isObject(each) && sameSubject(entryPlugins[plugin], each, target),
  );
  const known = [...Object.keys(target), ...members];
  return (
    entry !== undefined &&
    more.length === 0 &&
    Object.keys(entry).every((name) => known.includes(name))
  );
}

function entryOf(
  config: VentoyConfig,
  plugin: EntryPluginName,
  target: JsonObject,
  mode: BootMode,
): JsonObject | null {
  return entryIn(plugin, valueInForce(config, plugin, mode), target);
}

function entryIn(
  plugin: EntryPluginName,
  entries: JsonValue | undefined,
  target: JsonObject,
): JsonObject | null {
  if (!Array.isArray(entries)) return null;
  const entry = entries[indexOfSubject(entryPlugins[plugin], entries, target)];
  return isObject(entry) ? entry : null;
}

function choiceOf(entry: JsonObject | null, member: string): FileChoice | null {
  if (entry === null) return null;
  const named = entry[member];
  const files = (Array.isArray(named) ? named : [named]).filter((file) => typeof file === 'string');
  return { files, autosel: numberOf(entry['autosel']), timeout: numberOf(entry['timeout']) };
}

function textOf(entry: JsonObject | null, member: string): string | null {
  return entry === null ? null : (textMember(entry, member) ?? null);
}

function numberOf(value: JsonValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
