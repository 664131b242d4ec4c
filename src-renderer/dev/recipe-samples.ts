import type { RecipeEntry, RecipeList } from '../../src-shared/recipe-folder';
import { windows11 } from './samples';
import { simulatedInfo } from './simulated-api';

/* Made-up recipes that look like real ones. */

type Usable = Extract<RecipeEntry, { state: 'usable' }>;
type Unusable = Extract<RecipeEntry, { state: 'unusable' }>;

export const loaner: Usable = {
  state: 'usable',
  file: 'Loaner sticks of the library.recipe.json',
  changedAt: '2026-03-02T09:41:00.000Z',
  name: 'Loaner sticks of the library',
  description: 'Windows 11 for a week on any computer, encrypted, with a place for files.',
  kind: 'windows-to-go',
  windows: { image: windows11.path, edition: 6 },
  missing: [],
  isOld: false,
};

export const lacking: Usable = {
  ...loaner,
  file: 'Exam room.recipe.json',
  changedAt: '2025-11-18T15:02:00.000Z',
  name: 'Exam room',
  description: null,
  missing: [
    '/srv/images/Win11_23H2_EnglishInternational_x64.iso',
    '/srv/drivers/Ethernet adapters of the exam room, second delivery',
  ],
  isOld: true,
};

export const rescue: Usable = {
  ...loaner,
  file: 'Rescue and diagnosis.recipe.json',
  name: 'Rescue and diagnosis',
  description: 'Images to start computers with that don’t start any more.',
  kind: 'ventoy',
  windows: null,
};

export const longNamedRecipe: Usable = {
  ...loaner,
  file: 'Vertretungslehrkräfteleihsticks-für-das-Schuljahr.recipe.json',
  name: 'Vertretungslehrkräfteleihsticks-für-das-Schuljahr mit allem, was hineingehört',
  description: 'Who gets one signs for it, and brings it back at the end of the term. '
    .repeat(6)
    .trim(),
};

export const broken: Unusable = {
  state: 'unusable',
  file: 'lab.json',
  changedAt: '2026-02-27T07:15:00.000Z',
  error: {
    code: 'plan/invalid',
    params: {
      message:
        'edition.index: expected a number above 0 (line 9, column 5); more: this field is not known (line 31, column 3)',
    },
    stick: 'untouched',
    detail:
      '/home/mara/.config/sticksmith/recipes/lab.json:9:5: edition.index: expected a number above 0\n/home/mara/.config/sticksmith/recipes/lab.json:31:3: more: this field is not known',
  },
};

export function listOf(recipes: RecipeEntry[]): RecipeList {
  return { folder: simulatedInfo.recipeFolder, recipes };
}

export const someRecipes = listOf([lacking, broken, loaner, rescue, longNamedRecipe]);

export const manyRecipes = listOf([
  ...someRecipes.recipes,
  ...Array.from({ length: 30 }, (_, index): Usable => {
    const name = `Class ${String(index + 1)}`;
    return { ...loaner, name, file: `${name}.recipe.json`, description: null };
  }),
]);
