import { stickError } from '../../../src-shared/errors';
import { exampleRecipe } from '../../../src-shared/example-recipe';
import { isOldRecipe, parseRecipe, recipeProblems } from '../../../src-shared/plan';
import type { WindowsRecipe } from '../../../src-shared/windows-recipe';
import { PLAN_VERSION } from '../../../src-shared/plan-version';
import { problemText } from '../../../src-shared/plan-problems';
import { recipeJsonSchema } from '../../../src-shared/recipe-schema';
import { formatBytes } from '../../../src-shared/units';
import { readRecipeText } from '../../engine';
import type { Context } from '../context';

/** `sticksmith recipe example`: a recipe in which every field says something. */
export function recipeExample({ output }: Context): void {
  output.result({ recipe: exampleRecipe }, jsonLines(exampleRecipe));
}

/** `sticksmith recipe schema`: the JSON Schema, for editors and other programs. */
export function recipeSchema({ output }: Context): void {
  const schema = recipeJsonSchema();
  output.result({ schema }, jsonLines(schema));
}

/** `sticksmith recipe validate FILE`: all that is wrong with it, or what it says. Throws `plan/…`. */
export async function recipeValidate(path: string, { output }: Context): Promise<void> {
  const text = await readRecipeText(path);
  const problems = recipeProblems(text.json).map((problem) => ({
    ...problem,
    ...text.placeOf(problem.field),
  }));
  const [first] = problems;
  if (first) {
    const lines = problems.map(
      (problem) =>
        `${text.path}:${String(problem.line)}:${String(problem.column)}: ${problemText(problem)}`,
    );
    output.result({ path: text.path, valid: false, problems }, lines);
    const place = `line ${String(first.line)}, column ${String(first.column)}`;
    throw stickError('plan/invalid', { message: `${problemText(first)} (${place})` });
  }
  const recipe = parseRecipe(text.json);
  const old = isOldRecipe(text.json);
  output.result({ path: text.path, valid: true, readAs: PLAN_VERSION, recipe }, [
    `${text.path} is a valid recipe.`,
    ...(old ? [`It has version 1 and is read as version ${String(PLAN_VERSION)}.`] : []),
    ...(recipe.kind === 'windows-to-go' ? summary(recipe) : []),
  ]);
}

function jsonLines(value: unknown): string[] {
  return JSON.stringify(value, null, 2).split('\n');
}

function summary({ image, edition, layout, space, windows }: WindowsRecipe): string[] {
  const { answers, lean, roaming } = windows;
  const windowsSize =
    space.windowsBytes === null ? 'all that is left' : formatBytes(space.windowsBytes);
  return [
    `Image    ${image.path}, edition ${String(edition.index)}${image.sha256 === null ? ', without a hash' : ''}`,
    `Layout   ${layout.scheme.toUpperCase()}${layout.container === 'vhdx' ? ', Windows in a virtual disk' : ''}`,
    `Space    Windows ${windowsSize}${sharedText(space)}`,
    `Account  ${answers.account?.name ?? 'Windows asks'}`,
    `Computer ${answers.computerName?.pattern ?? 'Windows makes a name up'}`,
    `Lean     ${lean.preset}`,
    `Wi-Fi    ${roaming.wifi.length === 0 ? 'none' : roaming.wifi.map((choice) => (choice.kind === 'file' ? choice.path : choice.ssid)).join(', ')}`,
  ];
}

function sharedText({ sharedBytes, sharedLabel }: WindowsRecipe['space']): string {
  if (sharedBytes === 0) return '';
  const amount = sharedBytes === 'rest' ? 'the rest' : formatBytes(sharedBytes);
  return `, shared as ${sharedLabel} ${amount}`;
}
