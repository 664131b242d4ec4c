import type { VentoyConfig } from './config';
import { subjectOf } from './entries';
import type { JsonObject, JsonValue } from './json';
import { isObject, textMember } from './json';
import { liesIn, matchesPattern } from './matching';
import { passwordForm } from './password';
import type { BootMode, EntryPlugin, EntryPluginName, PluginName } from './plugins';
import { entryPlugins, passwordEntries, tipEntries } from './plugins';
import { listInForce, objectInForce, settingOf } from './read';
import type { VentoySettingName } from './settings';
import { ventoySetting } from './settings';

export interface ImageList {
  /** Whether only these are shown, or these are hidden. */
  shows: boolean;
  patterns: string[];
}

/** A config as Ventoy looks things up in it, in one boot mode. */
export class ConfigInForce {
  readonly imageList: ImageList | null;
  /** The folder where Ventoy begins to look for images; empty for the root. */
  readonly searchRoot: string;

  constructor(
    private readonly config: VentoyConfig,
    private readonly mode: BootMode,
  ) {
    this.imageList = imageListIn(config, mode);
    const root = this.setting('VTOY_DEFAULT_SEARCH_ROOT') ?? '';
    this.searchRoot = root.startsWith('/') ? root.replace(/\/$/, '') : '';
  }

  private list(plugin: PluginName): JsonValue[] {
    return listInForce(this.config, plugin, this.mode);
  }

  private object(plugin: PluginName): JsonObject {
    return objectInForce(this.config, plugin, this.mode);
  }

  /** What is set, or built in; null for neither. */
  setting(name: VentoySettingName): string | null {
    return settingOf(this.config, name, this.mode) ?? ventoySetting(name)?.builtIn ?? null;
  }

  isOn(name: VentoySettingName): boolean {
    return this.setting(name) === '1';
  }

  isInMemory(path: string): boolean {
    return this.list('auto_memdisk').some(
      (pattern) => typeof pattern === 'string' && matchesPattern(pattern, path),
    );
  }

  /** The entries about an image, the one that counts first. Those about its folder count after all others. */
  entriesFor(plugin: EntryPluginName, path: string): JsonObject[] {
    return entriesAbout(entryPlugins[plugin], this.list(plugin), path);
  }

  tipFor(path: string, isFolder: boolean): JsonObject | undefined {
    const tips = this.object('menu_tip')['tips'];
    if (!Array.isArray(tips)) return undefined;
    return isFolder
      ? folderEntry(tipEntries, tips, path, matchesPattern)
      : entriesAbout(tipEntries, tips, path)[0];
  }

  folderAlias(path: string): string | null {
    const facts = entryPlugins.menu_alias;
    const entry = folderEntry(facts, this.list('menu_alias'), path, matchesPattern);
    return entry === undefined ? null : (textMember(entry, 'alias') ?? null);
  }

  folderClass(path: string): string | null {
    const equals = (one: string, other: string): boolean => one === other;
    const entry = folderEntry(entryPlugins.menu_class, this.list('menu_class'), path, equals);
    return entry === undefined ? null : (textMember(entry, 'class') ?? null);
  }

  /** By a part of the name first, then by the folder (`ventoy_plugin_get_menu_class`). */
  imageClass(path: string, name: string): string | null {
    const entries = this.list('menu_class').filter(
      (entry) => isObject(entry) && textMember(entry, 'class') !== undefined,
    );
    const holds = (entry: JsonValue, member: string, test: (value: string) => boolean): boolean => {
      const subject = isObject(entry) ? subjectOf(entryPlugins.menu_class, entry) : null;
      return subject?.target.member === member && test(subject.value);
    };
    const byName = (value: string): boolean => value.length < name.length && name.includes(value);
    const entry =
      entries.find((each) => holds(each, 'key', byName)) ??
      entries.find((each) => holds(each, 'parent', (value) => liesIn(value, path)));
    return isObject(entry) ? (textMember(entry, 'class') ?? null) : null;
  }

  /** Whether a password is asked for before anything else. One that is written wrongly locks nothing. */
  isLocked(): boolean {
    return isPassword(textMember(this.object('password'), 'bootpwd'));
  }

  /** Whether a password is asked for before this image starts. */
  asksPassword(path: string, type: string): boolean {
    const passwords = this.object('password');
    const own = passwords['menupwd'];
    const ofImage = Array.isArray(own) ? entriesAbout(passwordEntries, own, path) : [];
    return (
      ofImage.some((entry) => isPassword(textMember(entry, 'pwd'))) ||
      isPassword(textMember(passwords, `${type}pwd`))
    );
  }
}

/** Both kinds of list fill the same table in Ventoy, so that the one it reads last counts. */
function imageListIn(config: VentoyConfig, mode: BootMode): ImageList | null {
  const names = ['image_list', 'image_blacklist'];
  const variants = names.map((name) => `${name}_${mode}`);
  const keys = Object.keys(config);
  const isAlone = (key: string): boolean =>
    names.includes(key) && !Object.hasOwn(config, `${key}_${mode}`);
  const inOrder = [...keys.filter((key) => variants.includes(key)), ...keys.filter(isAlone)];
  const last = inOrder.filter((key) => Array.isArray(config[key])).at(-1);
  const value = last === undefined ? undefined : config[last];
  if (last === undefined || !Array.isArray(value)) return null;
  const patterns = value.filter((item) => typeof item === 'string');
  return { shows: last.startsWith('image_list'), patterns };
}

function isPassword(stored: string | undefined): boolean {
  return stored !== undefined && passwordForm(stored) !== null;
}

function entriesAbout(plugin: EntryPlugin, list: readonly JsonValue[], path: string): JsonObject[] {
  const about: JsonObject[] = [];
  const inFolder: JsonObject[] = [];
  for (const entry of list) {
    if (!isObject(entry)) continue;
    const subject = subjectOf(plugin, entry);
    if (subject?.target.is === 'file' && matchesPattern(subject.value, path)) about.push(entry);
    const isParent = subject?.target.member === 'parent';
    if (isParent && liesIn(subject.value, path)) inFolder.push(entry);
  }
  if (plugin.wins === 'last') for (const entries of [about, inFolder]) entries.reverse();
  return [...about, ...inFolder];
}

function folderEntry(
  plugin: EntryPlugin,
  list: readonly JsonValue[],
  path: string,
  matches: (pattern: string, path: string) => boolean,
): JsonObject | undefined {
  const found = list.filter((entry): entry is JsonObject => {
    const subject = isObject(entry) ? subjectOf(plugin, entry) : null;
    return subject?.target.member === 'dir' && matches(subject.value, path);
  });
  return plugin.wins === 'first' ? found[0] : found.at(-1);
}
