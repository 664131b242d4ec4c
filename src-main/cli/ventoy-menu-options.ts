import { mergeVentoyConfig, parseVentoyJson } from '../../src-shared/ventoy-json';
import type { VentoyRecipe } from '../../src-shared/ventoy-recipe';
import { pair, stickPath } from './option-values';
import type { RecipeOption, RecipeOptionGroup } from './recipe-option';

/*
 * What Ventoy's menu shows and does. Unlike lists, these options add to what a recipe and options before them say.
 */

type WithConfig = Pick<VentoyRecipe, 'config'>;

const options: RecipeOption<WithConfig>[] = [
  {
    flags: '--menu-file <file>',
    help: 'a ventoy.json whose settings are wanted besides',
    fields: ['config'],
    isFile: true,
    set: (recipe, text) =>
      (recipe.config = mergeVentoyConfig(recipe.config, parseVentoyJson(text))),
  },
  {
    flags: '--alias <name=text>',
    help: 'what the menu calls an image, such as debian.iso=Rescue; repeatable',
    fields: ['config'],
    set: (recipe, value) => {
      const [name, alias] = pair('--alias', value, 'NAME.iso=TEXT');
      const entry = { image: `/${stickPath(name)}`, alias };
      recipe.config = mergeVentoyConfig(recipe.config, { menu_alias: [entry] });
    },
  },
];

export const ventoyMenuGroup: RecipeOptionGroup<WithConfig> = {
  title: 'Menu of a Ventoy stick:',
  options,
};
