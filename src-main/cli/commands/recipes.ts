import { resolve } from 'node:path';
import type { RecipeEntry } from '../../../src-shared/recipe-folder';
import { StickError } from '../../../src-shared/errors';
import { RecipeFolder } from '../../engine';
import { dataFolder } from '../../io';
import { SettingsStore } from '../../own';
import { usageError, type Context } from '../context';
import { errorTexts, table } from '../output';

export interface RecipesOptions {
  folder?: string;
}

/** The folder that was asked for, else that of the window's settings. Throws `usage` where there is none. */
function recipesIn({ folder }: RecipesOptions): RecipeFolder {
  const path = folder === undefined ? usualFolder() : resolve(folder);
  return new RecipeFolder(() => path);
}

function usualFolder(): string {
  const data = dataFolder(process.env);
  if (data === null) throw usageError('you have no home folder; name a folder with --folder');
  return new SettingsStore(data).recipeFolder;
}

/** `sticksmith recipe list`: the recipes that are kept, and the files among them that are none. */
export async function recipeList(options: RecipesOptions, { output }: Context): Promise<void> {
  const { folder, recipes } = await recipesIn(options).list();
  const lines =
    recipes.length === 0 ? [`There are no recipes in ${folder}.`] : table(recipes.map(row));
  output.result({ folder, recipes }, lines);
}

/** `sticksmith recipe import FILE`: puts a copy of it into the folder. */
export async function recipeImport(
  path: string,
  options: RecipesOptions,
  { output }: Context,
): Promise<void> {
  const file = await recipesIn(options).import(path);
  output.result({ file }, [`It is kept as ${file}.`]);
}

/** `sticksmith recipe export NAME FILE`: saves a copy of a kept one elsewhere. */
export async function recipeExport(
  name: string,
  path: string,
  options: RecipesOptions,
  { output }: Context,
): Promise<void> {
  const to = resolve(path);
  await recipesIn(options).export(name, to);
  output.result({ path: to }, [`Saved as ${to}.`]);
}

/** `sticksmith recipe remove NAME`: takes it out of the list, and says where it is from now on. */
export async function recipeRemove(
  name: string,
  options: RecipesOptions,
  { output }: Context,
): Promise<void> {
  const kept = await recipesIn(options).remove(name);
  output.result({ kept }, [`Removed. It lies in ${kept} until you delete it there.`]);
}

function row(entry: RecipeEntry): string[] {
  const changed = entry.changedAt.slice(0, 10);
  if (entry.state === 'unusable') {
    return [entry.file, changed, 'unusable', errorTexts(new StickError(entry.error)).what];
  }
  const { file, name, kind, missing, isOld } = entry;
  const notes = [
    name,
    ...(missing.length > 0 ? [`not there: ${missing.join(', ')}`] : []),
    ...(isOld ? ['of an earlier version'] : []),
  ];
  return [file, changed, kind, notes.join('; ')];
}
