import { exampleRecipe, exampleVentoyRecipe } from '../../../src-shared/example-recipe';
import { isOldRecipe, parseRecipe } from '../../../src-shared/plan';
import { PLAN_VERSION } from '../../../src-shared/plan-version';
import { recipeJsonSchema } from '../../../src-shared/recipe-schema';
import { invalidRecipe, problemLine, problemsIn, readRecipeText } from '../../engine';
import type { Context } from '../context';
import { oneOf } from '../option-values';
import { RECIPE_KINDS } from '../recipe-kinds';
import { recipeLines } from '../recipe-lines';

/** `sticksmith recipe example`: a recipe in which every field says something. */
export function recipeExample(options: { kind: string }, { output }: Context): void {
  const kind = oneOf('--kind', options.kind, RECIPE_KINDS);
  const recipe = kind === 'ventoy' ? exampleVentoyRecipe : exampleRecipe;
  output.result({ recipe }, jsonLines(recipe));
}

/** `sticksmith recipe schema`: the JSON Schema, for editors and other programs. */
export function recipeSchema({ output }: Context): void {
  const schema = recipeJsonSchema();
  output.result({ schema }, jsonLines(schema));
}

/** `sticksmith recipe validate FILE`: all that is wrong with it, or what it says. Throws `plan/…`. */
export async function recipeValidate(path: string, { output }: Context): Promise<void> {
  const text = await readRecipeText(path);
  const problems = problemsIn(text);
  if (problems.length > 0) {
    const lines = problems.map((problem) => problemLine(text.path, problem));
    output.result({ path: text.path, valid: false, problems }, lines);
    throw invalidRecipe(text.path, problems);
  }
  const recipe = parseRecipe(text.json);
  const old = isOldRecipe(text.json);
  output.result({ path: text.path, valid: true, readAs: PLAN_VERSION, recipe }, [
    `${text.path} is a valid recipe.`,
    ...(old ? [`It has version 1 and is read as version ${String(PLAN_VERSION)}.`] : []),
    ...recipeLines(recipe),
  ]);
}

function jsonLines(value: unknown): string[] {
  return JSON.stringify(value, null, 2).split('\n');
}
