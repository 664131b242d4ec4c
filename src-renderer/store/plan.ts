import type { Recipe, StickPlan } from '../../src-shared/plan';
import { type Answers, windowsPlanOf, windowsRecipeOf } from './answers';
import { ventoyPlanOf, ventoyRecipeOf } from './ventoy/recipe';

/** The recipe that the answers of the chosen kind make; null while something is missing. */
export function recipeOf(answers: Answers): Recipe | null {
  return answers.kind === 'ventoy' ? ventoyRecipeOf(answers) : windowsRecipeOf(answers);
}

export function planOf(answers: Answers): StickPlan | null {
  return answers.kind === 'ventoy' ? ventoyPlanOf(answers) : windowsPlanOf(answers);
}
