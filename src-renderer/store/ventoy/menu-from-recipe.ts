import {
  type JsonObject,
  type VentoyConfig,
  aliasOf,
  autoInstallOf,
  injectionOf,
  modeVariants,
  replacementsOf,
  saysOnly,
  settingOf,
  withAlias,
  withAutoInstall,
  withControlSetting,
  withInjection,
  withReplacement,
} from '../../../src-shared/ventoy-json';
import { type MenuAnswers, type Replacement, firstMenu } from './answers';
import type { StickImage } from './images';
import { type MenuFile, SHOWN_MODE, attempt } from './menu';
import { DEFAULT_IMAGE } from './settings';

/** A recipe’s `ventoy.json` in two parts. */
export interface ReadMenu {
  /** What is about images, which may yet get other names, and files of this computer. */
  menu: MenuAnswers;
  /** All else, and entries that say more than an answer does. */
  rest: VentoyConfig;
}

/**
 * The answers that a recipe’s `ventoy.json` stands for.
 * @param images those that it can name, by their paths on the stick
 * @param files those on this computer that become what it names
 */
export function menuFrom(
  config: VentoyConfig,
  images: readonly StickImage[],
  files: readonly MenuFile[],
): ReadMenu {
  const sourceOf = (path: string): string | null =>
    files.find(({ name }) => `/${name}` === path)?.source ?? null;
  const aliases: Record<string, string> = {};
  const templates: Record<string, string[]> = {};
  const injections: Record<string, string> = {};
  const replacements: Record<string, Replacement[]> = {};
  const [defaultImage, unmarked] = defaultImageFrom(config, images);
  let rest = unmarked;

  for (const { id, name } of images) {
    const target = { image: `/${name}` };
    const says = (plugin: Parameters<typeof saysOnly>[1], about: JsonObject, member: string) =>
      saysOnly(rest, plugin, about, [member]);

    const alias = aliasOf(rest, target, SHOWN_MODE);
    if (alias !== null && says('menu_alias', target, 'alias')) {
      aliases[id] = alias;
      rest = withAlias(rest, target, null);
    }
    const chosen = autoInstallOf(rest, target, SHOWN_MODE)?.files.map(sourceOf) ?? [];
    const sources = chosen.filter((source) => source !== null);
    if (
      sources.length > 0 &&
      sources.length === chosen.length &&
      says('auto_install', target, 'template')
    ) {
      templates[id] = sources;
      rest = withAutoInstall(rest, target, null);
    }
    const archive = sourceOf(injectionOf(rest, target, SHOWN_MODE) ?? '');
    if (archive !== null && says('injection', target, 'archive')) {
      injections[id] = archive;
      rest = withInjection(rest, target, null);
    }
    for (const { target: replaced, file } of replacementsOf(rest, `/${name}`, SHOWN_MODE)) {
      const source = sourceOf(file);
      if (source === null || !says('conf_replace', { ...replaced }, 'new')) continue;
      replacements[id] = [...(replacements[id] ?? []), { inImage: replaced.org, source }];
      rest = withReplacement(rest, replaced, null);
    }
  }
  const menu = { ...firstMenu, aliases, templates, injections, replacements, defaultImage };
  return { menu, rest };
}

/** The id of the image that is marked when the menu appears, and the config without it. */
function defaultImageFrom(
  config: VentoyConfig,
  images: readonly StickImage[],
): [id: string | undefined, rest: VentoyConfig] {
  const marked = settingOf(config, DEFAULT_IMAGE, SHOWN_MODE);
  const id = images.find(({ name }) => `/${name}` === marked)?.id;
  const differs = modeVariants(config).some(({ plugin }) => plugin === 'control');
  const rest = differs
    ? null
    : attempt(config, (all) => withControlSetting(all, DEFAULT_IMAGE, null));
  return id === undefined || rest === null ? [undefined, config] : [id, rest];
}
