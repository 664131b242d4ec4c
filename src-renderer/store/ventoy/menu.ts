import type { VentoyRecipe } from '../../../src-shared/ventoy-recipe';
import {
  type MenuAnswers,
  type VentoyAnswers,
  firstMenu,
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
  const config = Object.fromEntries(
    Object.entries(lists).filter(([, list]) => Array.isArray(list) && list.length > 0),
  );
  return menu.password === null ? config : { ...config, password: { bootpwd: menu.password } };
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

/**
 * The answers that a `ventoy.json` stands for, as far as this window asks for them. What else it says stays on
 * the stick, since nothing of it is replaced.
 * @param images those that the file can name, by their paths on the stick
 */
export function menuFrom(config: Config, images: readonly StickImage[]): MenuAnswers {
  const idOf = (path: Json | undefined): string | null =>
    images.find(({ name }) => `/${name}` === path)?.id ?? null;
  const settings: Record<string, string> = {};
  let defaultImage: string | null = null;
  for (const setting of entries(config['control'])) {
    for (const [name, value] of Object.entries(setting)) {
      if (name === 'VTOY_DEFAULT_IMAGE') defaultImage = idOf(value);
      else if (typeof value === 'string') settings[name] = value;
    }
  }
  const aliases: Record<string, string> = {};
  for (const { image, alias } of entries(config['menu_alias'])) {
    const id = idOf(image);
    if (id !== null && typeof alias === 'string') aliases[id] = alias;
  }
  const { bootpwd } = isObject(config['password']) ? config['password'] : {};
  return {
    ...firstMenu,
    settings,
    defaultImage,
    aliases,
    password: typeof bootpwd === 'string' ? bootpwd : null,
  };
}

function entries(list: Json | undefined): Record<string, Json>[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function isObject(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A line of the boot menu as it will look. */
export interface MenuLine {
  id: string;
  /** What the menu shows: the name that was given, or the file’s. */
  text: string;
  sizeBytes: number;
  /** Marked when the menu appears. */
  marked: boolean;
  /** What is asked before it starts. */
  asks: ('persistence' | 'template')[];
}

/** The menu as Ventoy lists it by default: all images in one list, by their names. */
export function menuLines(ventoy: VentoyAnswers): MenuLine[] {
  const { menu } = ventoy;
  const images = stickImages(ventoy);
  const lines = images.map(({ id, name, sizeBytes }) => {
    const asks: MenuLine['asks'] = [];
    if ((menu.templates[id] ?? []).length > 0) asks.push('template');
    if ((ventoy.persistence[id] ?? 0) > 0) asks.push('persistence');
    const alias = menu.aliases[id] ?? '';
    const file = /[^/]*$/.exec(name)?.[0] ?? name;
    return { id, text: alias === '' ? file : alias, sizeBytes, marked: false, asks };
  });
  const marked = Math.max(
    0,
    lines.findIndex(({ id }) => id === menu.defaultImage),
  );
  return lines.map((line, index) => ({ ...line, marked: index === marked }));
}
