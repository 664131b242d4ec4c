import { dirname, resolve } from 'node:path';
import { messageOf, stickError } from '../../src-shared/errors';
import { readJson, type TextPlace } from '../../src-shared/json-text';
import { parseRecipe, type Recipe } from '../../src-shared/plan';
import { withPaths } from '../../src-shared/recipe-paths';
import { readSmallFile } from '../io';

/** A recipe file as JSON, before anybody looks at what it says. */
export interface RecipeText {
  path: string;
  json: unknown;
  placeOf: (field: readonly (string | number)[]) => TextPlace;
}

/** Reads a recipe file; paths in it are relative to its folder. Throws `plan/unreadable` and what parseRecipe does. */
export async function readRecipeFile(path: string): Promise<Recipe> {
  const text = await readRecipeText(path);
  return withPaths(parseRecipe(text.json), (named) => resolve(dirname(text.path), named));
}

/** Throws `plan/unreadable`, for a file that is no JSON with line and column. */
export async function readRecipeText(path: string): Promise<RecipeText> {
  const full = resolve(path);
  let text: string;
  try {
    text = await readSmallFile(full);
  } catch (cause) {
    throw stickError('plan/unreadable', { path: full, message: messageOf(cause) }, { cause });
  }
  const read = readJson(text);
  if (read.ok) return { path: full, json: read.value, placeOf: read.placeOf };
  const { line, column } = read.place;
  const message = `line ${String(line)}, column ${String(column)}: ${read.message}`;
  throw stickError('plan/unreadable', { path: full, message });
}
