import { basename } from 'node:path';
import { RecipeSchema, type Recipe, type StickPlan } from '../../../src-shared/plan';
import type { MadeRecord } from '../../../src-shared/records';

/** Ventoy's passwords, which may stand there in the clear: `password`, and `password_uefi` and the like for one firmware. */
const PASSWORDS = /^password(_|$)/i;

/** The recipe in a plan, without where it goes and without its secrets. */
export function recipeOfPlan(plan: StickPlan): Recipe {
  const { targets: _targets, secrets: _secrets, ...rest } = plan;
  const { way: _way, ...recipe } = 'way' in rest ? rest : { ...rest, way: null };
  return RecipeSchema.parse(recipe);
}

/** What a record keeps of a recipe. The schema of recipes has no place for a secret but for Ventoy's settings, which may hold anything. */
export function recordedRecipe(plan: StickPlan): Pick<MadeRecord, 'recipe' | 'leftOut'> {
  const recipe = recipeOfPlan(plan);
  if (recipe.kind !== 'ventoy') return { recipe: asJson(recipe), leftOut: [] };
  const settings = Object.entries(recipe.config);
  const kept = settings.filter(([name]) => !PASSWORDS.test(name));
  const leftOut = settings.map(([name]) => name).filter((name) => PASSWORDS.test(name));
  return {
    recipe: asJson({ ...recipe, config: Object.fromEntries(kept) }),
    leftOut: leftOut.map((name) => `config.${name}`),
  };
}

function asJson(recipe: Recipe): MadeRecord['recipe'] {
  return JSON.parse(JSON.stringify(recipe)) as MadeRecord['recipe'];
}

/** What a recipe's file calls it: `/srv/loaner.recipe.json` → `loaner`. */
export function recipeName(path: string): string {
  return basename(path).replace(/(\.recipe)?\.json$/i, '');
}
