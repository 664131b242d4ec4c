import { dirname, resolve } from 'node:path';
import { messageOf, stickError } from '../../src-shared/errors';
import { readJson, type TextPlace } from '../../src-shared/json-text';
import { isOldRecipe, parseRecipe, recipeProblems, type Recipe } from '../../src-shared/plan';
import { problemText, type PlanProblem } from '../../src-shared/plan-problems';
import { withPaths } from '../../src-shared/recipe-paths';
import { MiB } from '../../src-shared/units';
import { readSmallBytes } from '../io';

/** Recipes are texts that people read; a larger file is something else. Bytes. */
const LARGEST_RECIPE = MiB;
/** So many problems are told in one error; whoever has more begins with these. */
const TOLD_PROBLEMS = 8;

/** A recipe file as JSON, before anybody looks at what it says. */
export interface RecipeText {
  path: string;
  json: unknown;
  placeOf: (field: readonly (string | number)[]) => TextPlace;
}

/** One thing that is wrong with a recipe file, and where. */
export type PlacedProblem = PlanProblem & TextPlace;

/** A recipe as it was read. Paths in it are full ones. */
export interface ReadRecipe {
  recipe: Recipe;
  /** It was saved by an earlier version, and says what that meant. */
  isOld: boolean;
}

/** Reads a recipe file; paths in it are relative to its folder. Throws what `openRecipe` throws. */
export async function readRecipeFile(path: string): Promise<Recipe> {
  return (await openRecipe(path)).recipe;
}

/**
 * Reads a recipe file, and says whether it is of an earlier version. Throws `plan/unreadable`, `plan/version`, and `plan/invalid`,
 * which tells several problems with the line and column of each.
 */
export async function openRecipe(path: string): Promise<ReadRecipe> {
  const text = await readRecipeText(path);
  const problems = problemsIn(text);
  if (problems.length > 0) throw invalidRecipe(text.path, problems);
  const recipe = parseRecipe(text.json);
  const full = withPaths(recipe, (named) => resolve(dirname(text.path), named));
  return { recipe: full, isOld: isOldRecipe(text.json) };
}

/** Throws `plan/unreadable`, for a file that is no JSON with line and column. */
export async function readRecipeText(path: string): Promise<RecipeText> {
  const full = resolve(path);
  const unreadable = (message: string, cause?: unknown): Error =>
    stickError('plan/unreadable', { path: full, message }, { cause });
  let text: string;
  try {
    const bytes = await readSmallBytes(full, LARGEST_RECIPE);
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(isNoText(cause) ? 'it is no text in UTF-8' : messageOf(cause), cause);
  }
  const read = readJson(text);
  if (read.ok) return { path: full, json: read.value, placeOf: read.placeOf };
  const { line, column } = read.place;
  throw unreadable(`line ${String(line)}, column ${String(column)}: ${read.message}`);
}

/** All that is wrong with what a recipe file says, in the order of the file. Throws `plan/version`. */
export function problemsIn({ json, placeOf }: RecipeText): PlacedProblem[] {
  return recipeProblems(json)
    .map((problem) => ({ ...problem, ...placeOf(problem.field) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** `/home/me/loaner.json:12:7: edition.index: …`, as compilers say it and editors understand it. */
export function problemLine(path: string, problem: PlacedProblem): string {
  return `${path}:${String(problem.line)}:${String(problem.column)}: ${problemText(problem)}`;
}

/** The error for a recipe file with problems: the first ones in its message, all of them in its detail. */
export function invalidRecipe(path: string, problems: readonly PlacedProblem[]): Error {
  const told = problems.slice(0, TOLD_PROBLEMS).map((problem) => {
    const { line, column } = problem;
    return `${problemText(problem)} (line ${String(line)}, column ${String(column)})`;
  });
  const more = problems.length - told.length;
  if (more > 0) told.push(`and ${String(more)} more`);
  const detail = problems.map((problem) => problemLine(path, problem)).join('\n');
  return stickError('plan/invalid', { message: told.join('; ') }, { detail });
}

function isNoText(error: unknown): boolean {
  return error instanceof TypeError;
}
