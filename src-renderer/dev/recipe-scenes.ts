import type { RecipeEntry } from '../../src-shared/recipe-folder';
import type { WizardState } from '../store/store';
import {
  broken,
  lacking,
  listOf,
  loaner,
  longNamedRecipe,
  manyRecipes,
  someRecipes,
} from './recipe-samples';
import type { Scene } from './scenes';
import type { Simulation } from './simulated-api';

const base: Simulation['answers'] = {
  'recipes:list': someRecipes,
  'recipes:export': '/home/mara/Documents/Loaner sticks of the library.recipe.json',
  'recipes:remove': '/home/mara/.config/sticksmith/recipes/removed/lab.json',
  'choose:recipe': '/home/mara/Downloads/Loaner sticks of the library.recipe.json',
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function open(actions: WizardState): Promise<void> {
  actions.openErrand('recipes');
  await settled();
}

const lookingAt = (entry: RecipeEntry): Scene => ({
  answers: base,
  play: async (actions) => {
    await open(actions);
    actions.lookAtRecipe(entry.file);
    await settled();
  },
});

async function importOne(actions: WizardState): Promise<void> {
  await open(actions);
  await actions.importRecipe();
  await settled();
}

/** The recipes that are kept. */
export const recipeScenes = {
  recipes: { answers: base, play: open },
  'recipes-many': { answers: { ...base, 'recipes:list': manyRecipes }, play: open },
  'recipes-none-found': {
    answers: { ...base, 'recipes:list': manyRecipes },
    play: async (actions) => {
      await open(actions);
      actions.searchRecipes('Exam room in the cellar');
      await settled();
    },
  },
  'recipes-empty': { answers: { ...base, 'recipes:list': listOf([]) }, play: open },
  'recipes-loading': { answers: base, silent: ['recipes:list'], play: open },
  'recipes-failed': {
    answers: base,
    errors: {
      'recipes:list': {
        code: 'recipe/folder',
        params: { folder: '/mnt/helpdesk/recipes', message: 'EHOSTDOWN' },
      },
    },
    play: open,
  },
  'recipes-import-failed': {
    answers: base,
    errors: {
      'recipes:import': {
        code: 'plan/unreadable',
        params: {
          path: '/home/mara/Downloads/lab.json',
          message: 'line 2, column 13: a colon is expected here',
        },
      },
    },
    play: importOne,
  },
  'recipes-imported': {
    answers: { ...base, 'recipes:import': { state: 'kept', file: loaner.file } },
    play: importOne,
  },
  'recipes-import-taken': {
    answers: { ...base, 'recipes:import': { state: 'taken', name: loaner.name } },
    play: importOne,
  },
  'recipes-removed': {
    answers: base,
    play: async (actions) => {
      await open(actions);
      actions.lookAtRecipe(broken.file);
      actions.askRecipeRemoval(broken);
      await actions.removeRecipe();
      await settled();
    },
  },
  recipe: lookingAt(loaner),
  'recipe-lacking': lookingAt(lacking),
  'recipe-broken': lookingAt(broken),
  'recipe-long': lookingAt(longNamedRecipe),
  'recipe-exported': {
    answers: base,
    play: async (actions) => {
      await open(actions);
      actions.lookAtRecipe(loaner.file);
      await actions.exportRecipe(loaner.file);
      await settled();
    },
  },
  'recipe-describe': {
    answers: base,
    play: async (actions) => {
      await open(actions);
      actions.lookAtRecipe(loaner.file);
      actions.askDescription(loaner);
    },
  },
  'recipe-remove': {
    answers: base,
    play: async (actions) => {
      await open(actions);
      actions.lookAtRecipe(loaner.file);
      actions.askRecipeRemoval(loaner);
    },
  },
} satisfies Record<string, Scene>;
