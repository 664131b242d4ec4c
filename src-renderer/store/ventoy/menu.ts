import { removeFromConfig, renameInConfig } from '../../../src-shared/ventoy-json';
import { isObject } from '../../../src-shared/ventoy-json/json';
import type { VentoyRecipe } from '../../../src-shared/ventoy-recipe';
import {
  type MenuAnswers,
  type Replacement,
  type VentoyAnswers,
  foundVentoy,
  keepsFiles,
} from './answers';
import { type StickImage, stickImages } from './images';

type Json = VentoyRecipe['config'][string];
type Config = VentoyRecipe['config'];

/** A file that `ventoy.json` names, and that is copied for it. */
export interface MenuFile {
  source: string;
  /** Path on the stick, from its root folder. */
  name: string;
}

const folders = {
  template: 'ventoy/templates',
  injection: 'ventoy/injection',
  replacement: 'ventoy/replacement',
} as const;

/** The files that the menu needs, each once, with names that are all different. */
export function menuFiles({ menu }: VentoyAnswers): MenuFile[] {
  const files: MenuFile[] = [];
  const add = (folder: string, source: string): void => {
    const there = files.some((file) => file.source === source && file.name.startsWith(folder));
    if (there) return;
    const base = /[^/\\]*$/.exec(source)?.[0] ?? source;
    const taken = (name: string): boolean =>
      files.some((file) => file.name.toLowerCase() === name.toLowerCase());
    let name = `${folder}/${base}`;
    for (let number = 2; taken(name); number += 1) name = `${folder}/${String(number)}-${base}`;
    files.push({ source, name });
  };
  for (const sources of Object.values(menu.templates)) {
    for (const source of sources) add(folders.template, source);
  }
  for (const source of Object.values(menu.injections)) add(folders.injection, source);
  for (const list of Object.values(menu.replacements)) {
    for (const { source } of list) add(folders.replacement, source);
  }
  return files;
}

/** What the answers want in `ventoy.json`; empty when all is as Ventoy has it, or as it is on the stick. */
export function menuConfig(ventoy: VentoyAnswers): Config {
  const { menu } = ventoy;
  const files = menuFiles(ventoy);
  const onStick = (folder: string, source: string): string =>
    `/${files.find((file) => file.source === source && file.name.startsWith(folder))?.name ?? ''}`;
  const images = stickImages(ventoy);
  const each = (entry: (image: StickImage) => Json[]): Json[] => images.flatMap(entry);
  const pathOf = (id: string): string | null => {
    const image = images.find((candidate) => candidate.id === id);
    return image === undefined ? null : `/${image.name}`;
  };

  const first = menu.defaultImage === null ? null : pathOf(menu.defaultImage);
  const lists: Config = {
    control: [
      ...(first === null ? [] : [{ VTOY_DEFAULT_IMAGE: first }]),
      ...Object.entries(menu.settings).map(([name, value]) => ({ [name]: value })),
    ],
    menu_alias: each(({ id, name }) => {
      const alias = menu.aliases[id] ?? '';
      return alias === '' ? [] : [{ image: `/${name}`, alias }];
    }),
    auto_install: each(({ id, name }) => {
      const sources = menu.templates[id] ?? [];
      const template = sources.map((source) => onStick(folders.template, source));
      return template.length === 0 ? [] : [{ image: `/${name}`, template }];
    }),
    injection: each(({ id, name }) => {
      const source = menu.injections[id];
      const archive = source === undefined ? null : onStick(folders.injection, source);
      return archive === null ? [] : [{ image: `/${name}`, archive }];
    }),
    conf_replace: each(({ id, name }) =>
      (menu.replacements[id] ?? []).map(({ inImage, source }) => ({
        iso: `/${name}`,
        org: inImage,
        new: onStick(folders.replacement, source),
      })),
    ),
  };
  const password: Config = menu.password === null ? {} : { password: { bootpwd: menu.password } };
  const wanted = Object.entries({ ...lists, ...password }).filter(([, value]) => !isEmpty(value));
  return wanted.reduce(
    (config, [name, value]) => ({ ...config, [name]: joined(config[name], value) }),
    ventoy.extra.config,
  );
}

function isEmpty(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}

function joined(before: Json | undefined, value: Json): Json {
  if (Array.isArray(before) && Array.isArray(value)) return [...before, ...value];
  return isObject(before) && isObject(value) ? { ...before, ...value } : value;
}

/** What is to be merged into the stick’s `ventoy.json`, or takes its place. */
export interface ConfigChange {
  config: Config;
  configReplaces: boolean;
}

/** Merging takes nothing out, so where something was taken back the whole file is written anew. */
export function configChange(ventoy: VentoyAnswers): ConfigChange {
  const present = keepsFiles(ventoy) ? (foundVentoy(ventoy)?.config ?? null) : null;
  const { configReplaces } = ventoy.extra;
  if (configReplaces || present === null) {
    return { config: menuConfig(ventoy), configReplaces };
  }
  const { removed, renamed } = ventoy;
  const untouched = { ...ventoy, removed: [], renamed: {} };
  const { menu, rest } = menuFrom(present, stickImages(untouched));
  if (!isTakenBack(menu, ventoy)) return { config: changedConfig(ventoy), configReplaces: false };
  const without = removed.reduce((config, path) => removeFromConfig(config, `/${path}`), rest);
  const others = Object.entries(renamed).reduce(
    (config, [from, to]) => renameInConfig(config, `/${from}`, `/${to}`),
    without,
  );
  const config = Object.entries(menuConfig(ventoy)).reduce<Config>(
    (whole, [name, value]) => ({ ...whole, [name]: joined(whole[name], value) }),
    others,
  );
  return { config, configReplaces: true };
}

/** Whether something that the stick’s menu had is in the answers no more, though its image is. */
function isTakenBack(before: MenuAnswers, ventoy: VentoyAnswers): boolean {
  const { menu } = ventoy;
  const stays = new Set(stickImages(ventoy).map(({ id }) => id));
  const isMissing = (had: object, has: object): boolean =>
    Object.keys(had).some((key) => !Object.hasOwn(has, key));
  const aliases = Object.entries(before.aliases).filter(([id]) => stays.has(id));
  const first = before.defaultImage;
  return (
    isMissing(before.settings, menu.settings) ||
    isMissing(Object.fromEntries(aliases), menu.aliases) ||
    (first !== null && stays.has(first) && menu.defaultImage === null) ||
    (before.password !== null && menu.password === null)
  );
}

/** What of `menuConfig` the stick’s own `ventoy.json` doesn’t say already. */
export function changedConfig(ventoy: VentoyAnswers): Config {
  const wanted = menuConfig(ventoy);
  const present = keepsFiles(ventoy) ? (foundVentoy(ventoy)?.config ?? {}) : {};
  const changes = Object.entries(wanted).flatMap(([name, value]): [string, Json][] => {
    const there = present[name];
    if (Array.isArray(value) && Array.isArray(there)) {
      const known = new Set(there.map((entry) => JSON.stringify(entry)));
      const added = value.filter((entry) => !known.has(JSON.stringify(entry)));
      return added.length === 0 ? [] : [[name, added]];
    }
    const kept = isObject(there) && isObject(value) && isPartOf(value, there);
    return kept ? [] : [[name, value]];
  });
  return Object.fromEntries(changes);
}

function isPartOf(part: Record<string, Json>, whole: Record<string, Json>): boolean {
  return Object.entries(part).every(([key, value]) => whole[key] === value);
}

/** A `ventoy.json` in two parts. */
export interface ReadMenu {
  /** What this window asks for. */
  menu: MenuAnswers;
  /** All the rest. */
  rest: Config;
}

/**
 * The answers that a `ventoy.json` stands for.
 * @param images those that the file can name, by their paths on the stick
 * @param files those on this computer that become what the file names
 */
export function menuFrom(
  config: Config,
  images: readonly StickImage[],
  files: readonly MenuFile[] = [],
): ReadMenu {
  const idOf = (path: Json | undefined): string | null =>
    images.find(({ name }) => `/${name}` === path)?.id ?? null;
  const sourceOf = (path: Json | undefined): string | null =>
    files.find(({ name }) => `/${name}` === path)?.source ?? null;
  const menu = {
    aliases: {} as Record<string, string>,
    templates: {} as Record<string, string[]>,
    injections: {} as Record<string, string>,
    replacements: {} as Record<string, Replacement[]>,
    settings: {} as Record<string, string>,
  };
  let defaultImage: string | null = null;

  /** Each takes an entry into the answers; false for one that says something else. */
  const takers: Record<string, (entry: Record<string, Json>) => boolean> = {
    control: (entry) => {
      const [setting, ...more] = Object.entries(entry);
      if (setting === undefined || more.length > 0) return false;
      const [name, value] = setting;
      if (typeof value !== 'string') return false;
      if (name === 'VTOY_DEFAULT_IMAGE') {
        defaultImage = idOf(value) ?? defaultImage;
        return idOf(value) !== null;
      }
      menu.settings[name] = value;
      return true;
    },
    menu_alias: ({ image, alias, ...more }) => {
      const id = idOf(image);
      if (id === null || typeof alias !== 'string' || !isNothing(more)) return false;
      menu.aliases[id] = alias;
      return true;
    },
    auto_install: ({ image, template, ...more }) => {
      const id = idOf(image);
      const sources = (Array.isArray(template) ? template : [template]).map(sourceOf);
      if (id === null || sources.includes(null) || !isNothing(more)) return false;
      menu.templates[id] = sources.filter((source) => source !== null);
      return true;
    },
    injection: ({ image, archive, ...more }) => {
      const id = idOf(image);
      const source = sourceOf(archive);
      if (id === null || source === null || !isNothing(more)) return false;
      menu.injections[id] = source;
      return true;
    },
    conf_replace: ({ iso, org, new: replacement, ...more }) => {
      const id = idOf(iso);
      const source = sourceOf(replacement);
      if (id === null || source === null || typeof org !== 'string' || !isNothing(more)) {
        return false;
      }
      menu.replacements[id] = [...(menu.replacements[id] ?? []), { inImage: org, source }];
      return true;
    },
  };

  const rest = Object.entries(config).flatMap(([name, value]): [string, Json][] => {
    const take = Object.hasOwn(takers, name) ? takers[name] : undefined;
    if (take === undefined || !Array.isArray(value)) return [[name, value]];
    const others = value.filter((entry) => !isObject(entry) || !take(entry));
    return others.length === 0 ? [] : [[name, others]];
  });
  const { password: locks, ...others } = Object.fromEntries(rest);
  const { bootpwd, ...otherLocks } = isObject(locks) ? locks : {};
  const password = typeof bootpwd === 'string' ? bootpwd : null;
  const keptLocks = password === null ? locks : isNothing(otherLocks) ? undefined : otherLocks;
  return {
    menu: { ...menu, defaultImage, password },
    rest: keptLocks === undefined ? others : { ...others, password: keptLocks },
  };
}

function isNothing(members: Record<string, Json>): boolean {
  return Object.keys(members).length === 0;
}
