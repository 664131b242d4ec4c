import type { RecipeEntry } from '../../../src-shared/recipe-folder';

/** With more recipes than this a search is offered. */
export const MOST_WITHOUT_SEARCH = 10;

/** Those in which every word stands, in whatever case: in name, description, file or image. */
export function matchingRecipes(recipes: readonly RecipeEntry[], text: string): RecipeEntry[] {
  const words = text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return recipes.filter((entry) => {
    const said = saidBy(entry).toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** What people know a recipe by: its name, or that of a file that is none. */
export function entryName(entry: RecipeEntry): string {
  return entry.state === 'usable' ? entry.name : entry.file;
}

function saidBy(entry: RecipeEntry): string {
  if (entry.state === 'unusable') return entry.file;
  const { file, name, description, windows } = entry;
  return [file, name, description ?? '', windows?.image ?? ''].join('\n');
}
