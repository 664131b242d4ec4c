import { basename } from 'node:path';
import { shell, type BrowserWindow } from 'electron';
import type { Recipe } from '../../src-shared/plan';
import { aboutInRecipe } from '../../src-shared/recipe-about';
import { recipeFileName } from '../../src-shared/recipe-folder';
import type {
  KeptRecipe,
  NamedRecipe,
  recipeRequests,
  WhenTaken,
} from '../../src-shared/recipe-requests';
import { readNamedRecipe, RecipeFolder, requireVentoyHost } from '../engine';
import type { Host } from '../host';
import { saveFile } from '../io';
import { chooseFile, chooseFolder, chooseNewFile } from './dialogs';
import type { Handlers } from './ipc';

export interface RecipeHandlerTools {
  window: BrowserWindow;
  host: Pick<Host, 'platform'>;
  /** In which recipes are kept. */
  folder: () => string;
  /** Is told of each recipe that is opened to be used. */
  onOpen: (opened: NamedRecipe) => void;
}

const filter = { name: 'recipes', extensions: ['json'] } as const;

/** What the window asks about recipes: those that are kept in the folder, and single files anywhere. */
export function recipeHandlers(
  tools: RecipeHandlerTools,
): Pick<Handlers, keyof typeof recipeRequests> {
  const { window, host } = tools;
  const folder = new RecipeFolder(tools.folder);

  async function keep(
    recipe: Recipe & { name: string },
    whenTaken: WhenTaken,
  ): Promise<KeptRecipe> {
    const other = whenTaken === 'keep-both' ? null : await folder.named(recipe.name);
    if (other === null) return { state: 'kept', file: await folder.add(recipe) };
    if (whenTaken === 'ask') return { state: 'taken', name: recipe.name };
    return { state: 'kept', file: await folder.replace(other, recipe) };
  }

  function opened(recipe: Recipe & { name: string }): NamedRecipe {
    if (recipe.kind === 'ventoy') requireVentoyHost(host);
    const named = { name: recipe.name, recipe };
    tools.onOpen(named);
    return named;
  }

  return {
    'recipes:list': () => folder.list(),
    'recipes:read': async (file) => opened(await folder.read(file)),
    'recipes:keep': ({ recipe, about, whenTaken }) =>
      keep({ ...recipe, ...aboutInRecipe(about) }, whenTaken),
    'recipes:import': async ({ path, whenTaken }) => keep(await readNamedRecipe(path), whenTaken),
    'recipes:export': async (file) => {
      const path = await chooseNewFile(window, file, filter);
      if (path !== null) await folder.export(file, path);
      return path;
    },
    'recipes:describe': ({ file, about }) => folder.describe(file, about),
    'recipes:remove': (file) => folder.remove(file),
    'recipes:take-back': (kept) => folder.takeBack(kept),
    'recipes:show': async (file) => {
      shell.showItemInFolder(await folder.pathOf(file));
      return null;
    },
    'choose:recipe': () => chooseFile(window, 'recipe'),
    'choose:recipe-folder': async () => {
      const chosen = await chooseFolder(window);
      if (chosen !== null) await new RecipeFolder(() => chosen).requireUsable();
      return chosen;
    },
    'recipe:save': async (recipe) => {
      const path = await chooseNewFile(window, recipeFileName(proposedName(recipe)), filter);
      if (path !== null) await saveFile(path, `${JSON.stringify(recipe, null, 2)}\n`);
      return path;
    },
    'recipe:open': async () => {
      const path = await chooseFile(window, 'recipe');
      return path === null ? null : opened(await readNamedRecipe(path));
    },
  };
}

function proposedName(recipe: Recipe): string {
  if (recipe.name !== undefined) return recipe.name;
  return recipe.kind === 'ventoy' ? 'ventoy' : basename(recipe.image.path).replace(/\.\w+$/, '');
}
