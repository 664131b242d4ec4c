import { StickError } from '../../../src-shared/errors';
import {
  type BootMode,
  type VentoyConfig,
  type VentoyProblem,
  mergeVentoyConfig,
  sameConfig,
  ventoyProblems,
  wellShaped,
  withAlias,
  withAutoInstall,
  withControlSetting,
  withFileNames,
  withInjection,
  withPassword,
  withReplacement,
} from '../../../src-shared/ventoy-json';
import type { VentoyRecipe } from '../../../src-shared/ventoy-recipe';
import { type MenuAnswers, type VentoyAnswers, foundVentoy, keepsFiles } from './answers';
import { type StickImage, filesToRename, stickImages } from './images';
import { DEFAULT_IMAGE } from './settings';

/** Where a plugin has variants for single boot modes, the window shows what counts with 64-bit UEFI. */
export const SHOWN_MODE = 'uefi' satisfies BootMode;

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

/** What a job is told of `ventoy.json`: what is merged into the stick’s, or takes its place. */
export type ConfigChange = Pick<VentoyRecipe, 'config' | 'configReplaces'>;

/** What becomes of `ventoy.json` by the answers. */
export interface MenuConfig {
  /** The stick’s, with the names that its files will have; empty where there is none, or none stays. */
  before: VentoyConfig;
  after: VentoyConfig;
  /** The same for the fields of the window: with all answers, those too that can’t be written. */
  shown: VentoyConfig;
  change: ConfigChange;
  /** What of it Ventoy would not take. */
  problems: VentoyProblem[];
  /** False where an answer can’t be written, because something else stands there than Ventoy takes, and for what no job accepts. */
  isUsable: boolean;
}

export function menuConfig(ventoy: VentoyAnswers): MenuConfig {
  const { config: extra, configReplaces } = ventoy.extra;
  const present = presentConfig(ventoy);
  const begun =
    present === null || configReplaces
      ? extra
      : attempt(present, (config) => mergeVentoyConfig(config, extra));
  let isRefused = begun === null;
  let after = begun ?? present ?? {};
  let wanted = extra;
  let shown = wellShaped(after);
  for (const edit of editsOf(ventoy)) {
    const before = shown;
    shown = edit(shown);
    const changed = attempt(after, edit);
    // Where there is nothing, nothing is taken back.
    if (changed === null) isRefused ||= !sameConfig(shown, before);
    else if (!sameConfig(changed, after)) {
      after = changed;
      wanted = attempt(wanted, edit) ?? wanted;
    }
  }
  const change = changeTo(after, present, { config: wanted, configReplaces });
  return {
    before: present ?? {},
    after,
    shown,
    change,
    problems: [...errorsIn(after), ...(begun === null ? errorsIn(extra) : [])],
    isUsable: !isRefused && errorsIn(change.config).length === 0,
  };
}

function presentConfig(ventoy: VentoyAnswers): VentoyConfig | null {
  const config = keepsFiles(ventoy) ? (foundVentoy(ventoy)?.config ?? null) : null;
  return config === null ? null : withFileNames(config, filesToRename(ventoy));
}

/** Merging takes nothing out: where it would not lead to what is wanted, the whole file is written anew. */
function changeTo(
  after: VentoyConfig,
  present: VentoyConfig | null,
  wanted: ConfigChange,
): ConfigChange {
  if (present === null) return { ...wanted, config: after };
  const merged = attempt(present, (config) => mergeVentoyConfig(config, wanted.config));
  const suffices = !wanted.configReplaces && merged !== null && sameConfig(merged, after);
  return suffices ? wanted : { config: after, configReplaces: true };
}

function errorsIn(config: VentoyConfig): VentoyProblem[] {
  return ventoyProblems(config).filter(({ level }) => level === 'error');
}

type Edit = (config: VentoyConfig) => VentoyConfig;

/** Null where what is there has another shape than Ventoy takes, so that it would be lost. */
export function attempt(config: VentoyConfig, edit: Edit): VentoyConfig | null {
  try {
    return edit(config);
  } catch (thrown) {
    if (thrown instanceof StickError) return null;
    throw thrown;
  }
}

function editsOf(ventoy: VentoyAnswers): Edit[] {
  const { menu } = ventoy;
  const images = stickImages(ventoy);
  const settings = { ...defaultImageSetting(menu, images), ...menu.settings };
  const files = menuFiles(ventoy);
  const { password } = menu;
  return [
    ...Object.entries(settings).map(
      ([name, value]): Edit =>
        (config) =>
          withControlSetting(config, name, value),
    ),
    ...images.flatMap((image) => imageEdits(image, menu, files)),
    ...(password === undefined
      ? []
      : [(config: VentoyConfig) => withPassword(config, 'boot', password)]),
  ];
}

function defaultImageSetting(
  { defaultImage }: MenuAnswers,
  images: readonly StickImage[],
): Record<string, string | null> {
  if (defaultImage === undefined) return {};
  if (defaultImage === null) return { [DEFAULT_IMAGE]: null };
  const image = images.find(({ id }) => id === defaultImage);
  return image === undefined ? {} : { [DEFAULT_IMAGE]: `/${image.name}` };
}

function imageEdits(
  { id, name }: StickImage,
  menu: MenuAnswers,
  files: readonly MenuFile[],
): Edit[] {
  const image = `/${name}`;
  const onStick = (folder: string, source: string): string =>
    `/${files.find((file) => file.source === source && file.name.startsWith(folder))?.name ?? ''}`;
  const edits: Edit[] = [];
  const alias = menu.aliases[id];
  if (alias !== undefined) {
    edits.push((config) => withAlias(config, { image }, alias === '' ? null : alias));
  }
  const templates = menu.templates[id] ?? [];
  if (templates.length > 0) {
    const chosen = templates.map((source) => onStick(folders.template, source));
    const choice = { files: chosen, autosel: null, timeout: null };
    edits.push((config) => withAutoInstall(config, { image }, choice));
  }
  const archive = menu.injections[id];
  if (archive !== undefined) {
    edits.push((config) => withInjection(config, { image }, onStick(folders.injection, archive)));
  }
  // Each is put in front of those that are there.
  for (const { inImage, source } of [...(menu.replacements[id] ?? [])].reverse()) {
    const target = { iso: image, org: inImage };
    edits.push((config) => withReplacement(config, target, onStick(folders.replacement, source)));
  }
  return edits;
}
