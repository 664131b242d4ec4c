/*
 * The plugins that ventoy.json configures, as Ventoy's boot loader reads them (`ventoy_plugin.c` and `ventoy_def.h` in
 * ventoy/Ventoy, 1.1.17). Entries that Ventoy puts in front of its list win when they come last in the file.
 */

/** A name with such an ending is for one boot mode and there takes the place of the name without. */
export const BOOT_MODES = ['legacy', 'uefi', 'ia32', 'aa64', 'mips'] as const;
export type BootMode = (typeof BOOT_MODES)[number];

export interface EntryTarget {
  member: string;
  /** `name-part` is a part of an image's name, not a path. */
  is: 'file' | 'folder' | 'name-part';
}

export interface EntryFiles {
  member: string;
  /** Whether it may be an array of paths as well. */
  several: boolean;
}

export interface EntryPlugin {
  /** How an entry says what it is about: the first of these that it has counts. */
  targets: readonly EntryTarget[];
  /** Whether `*` in a target stands for any one byte. */
  wildcards: boolean;
  /** What tells entries about one target apart; without it only one of them counts. */
  besides: string | null;
  /** Which entry counts when several fit. */
  wins: 'first' | 'last';
  /** The files that an entry needs. */
  files: readonly EntryFiles[];
  /** Further members, all of them text. */
  texts: readonly { member: string; maxBytes: number }[];
}

const image: EntryTarget = { member: 'image', is: 'file' };
const parent: EntryTarget = { member: 'parent', is: 'folder' };
const folder: EntryTarget = { member: 'dir', is: 'folder' };
const common = { wildcards: true, besides: null, wins: 'last', files: [], texts: [] } as const;

/** Plugins that are lists of entries about an image or a folder. */
export const entryPlugins = {
  menu_alias: {
    ...common,
    targets: [image, folder],
    texts: [{ member: 'alias', maxBytes: 255 }],
  },
  menu_class: {
    ...common,
    targets: [{ member: 'key', is: 'name-part' }, parent, folder],
    wildcards: false,
    wins: 'first',
    texts: [{ member: 'class', maxBytes: 63 }],
  },
  persistence: { ...common, targets: [image], files: [{ member: 'backend', several: true }] },
  auto_install: {
    ...common,
    targets: [image, parent],
    files: [{ member: 'template', several: true }],
  },
  injection: {
    ...common,
    targets: [image, parent],
    files: [{ member: 'archive', several: false }],
  },
  dud: { ...common, targets: [image], files: [{ member: 'dud', several: true }] },
  conf_replace: {
    ...common,
    targets: [{ member: 'iso', is: 'file' }],
    besides: 'org',
    wins: 'first',
    files: [{ member: 'new', several: false }],
  },
  custom_boot: {
    ...common,
    targets: [{ member: 'file', is: 'file' }, folder],
    wildcards: false,
    wins: 'first',
    files: [{ member: 'vcfg', several: false }],
  },
} as const satisfies Record<string, EntryPlugin>;
export type EntryPluginName = keyof typeof entryPlugins;

/** Plugins that are lists of paths. */
export const PATH_LISTS = ['auto_memdisk', 'image_list', 'image_blacklist'] as const;
export type PathListName = (typeof PATH_LISTS)[number];

/** Tips are entries too, one level down. */
export const tipEntries: EntryPlugin = {
  ...common,
  targets: [image, folder],
  // Cut at 999 bytes by `ventoy_plugin_menutip_entry`.
  texts: ['tip', 'tip1', 'tip2'].map((member) => ({ member, maxBytes: 999 })),
};

/** Passwords of single images are entries too, one level down. */
export const passwordEntries: EntryPlugin = {
  ...common,
  targets: [{ member: 'file', is: 'file' }, parent],
  wins: 'first',
  // Its length is part of its form, which `passwordForm` knows.
  texts: [{ member: 'pwd', maxBytes: Infinity }],
};

export type PluginName =
  'control' | 'theme' | 'menu_tip' | 'password' | EntryPluginName | PathListName;
export const PLUGIN_NAMES: readonly PluginName[] = [
  'control',
  'theme',
  'menu_tip',
  'password',
  ...(Object.keys(entryPlugins) as EntryPluginName[]),
  ...PATH_LISTS,
];

export function isEntryPlugin(name: string): name is EntryPluginName {
  return Object.hasOwn(entryPlugins, name);
}

export function isPathList(name: string): name is PathListName {
  return (PATH_LISTS as readonly string[]).includes(name);
}

/** What says nothing, in the shape that Ventoy takes: a list or an object. */
export function emptyPlugin(plugin: PluginName): [] | Record<string, never> {
  return plugin === 'theme' || plugin === 'menu_tip' || plugin === 'password' ? {} : [];
}

/** `control_uefi` is the plugin control, for one mode. Null for a name that Ventoy doesn't know. */
export function pluginOf(key: string): { plugin: PluginName; mode: BootMode | null } | null {
  const mode = BOOT_MODES.find((candidate) => key.endsWith(`_${candidate}`)) ?? null;
  const name = mode === null ? key : key.slice(0, -mode.length - 1);
  const plugin = PLUGIN_NAMES.find((candidate) => candidate === name);
  return plugin === undefined ? null : { plugin, mode };
}

/** The plugin's name and those of its names for one boot mode that are there. */
export function keysOf(config: object, plugin: PluginName): string[] {
  const variants = BOOT_MODES.map((mode) => `${plugin}_${mode}`);
  return [plugin, ...variants.filter((key) => Object.hasOwn(config, key))];
}
