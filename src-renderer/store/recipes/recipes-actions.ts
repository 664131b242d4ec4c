import type { WindowApi } from '../../../src-shared/ipc';
import { RecipeAboutSchema, type RecipeAbout } from '../../../src-shared/recipe-about';
import type { RecipeEntry, RecipeList } from '../../../src-shared/recipe-folder';
import type { WhenTaken } from '../../../src-shared/recipe-requests';
import { ask } from '../ask';
import { type Loadable, lastKnown } from '../loadable';
import type { Asking } from '../store';
import type { ActionTools } from '../yours-actions';
import { entryName } from './find-recipes';

/** What was done last, which is said on the screen until something else is done. */
export type RecipeAftermath =
  | { kind: 'imported'; name: string }
  | { kind: 'removed'; name: string; kept: string }
  | { kind: 'saved'; path: string };

/** A question about one recipe, over the screen. */
export type RecipeQuestion =
  /** What it shall be called from now on, and what it is for; as typed. */
  | { kind: 'describe'; file: string; name: string; description: string }
  | { kind: 'remove'; file: string; name: string }
  /** There is one called like the file that is to be imported. */
  | { kind: 'taken'; path: string; name: string };

/** Where a person is in “Recipes”. */
export interface RecipesPlace {
  search: string;
  /** File of the recipe that is looked at; null while the list is on screen. */
  opened: string | null;
  /** File of the recipe at which the list is gone on with. */
  cameFrom: string | null;
  aftermath: RecipeAftermath | null;
  importing: Asking;
  question: RecipeQuestion | null;
}

export interface RecipesState {
  /** What is in the folder; looked at only once somebody wants to see it. */
  recipes: Loadable<RecipeList>;
  /** Null while it isn't on screen. */
  recipesPlace: RecipesPlace | null;
}

export const firstRecipesState: RecipesState = {
  recipes: { state: 'loading', last: null },
  recipesPlace: null,
};

const atFirst: RecipesPlace = {
  search: '',
  opened: null,
  cameFrom: null,
  aftermath: null,
  importing: { state: 'idle' },
  question: null,
};

/** What a person does with the recipes that are kept. */
export interface RecipesActions {
  beginRecipes(): void;
  leaveRecipes(): void;
  loadRecipes(): Promise<void>;
  searchRecipes(search: string): void;
  lookAtRecipe(file: string): void;
  closeRecipe(): void;
  /** Leads to the wizard with the answers of a recipe. */
  takeKeptRecipe(file: string): Promise<void>;
  /** Leads to “Make many alike” with a recipe. */
  makeManyOfRecipe(file: string): Promise<void>;
  importRecipe(): Promise<void>;
  /** Imports the file whose name is taken after all. */
  importTaken(how: Exclude<WhenTaken, 'ask'>): Promise<void>;
  exportRecipe(file: string): Promise<void>;
  showRecipe(file: string): Promise<void>;
  askDescription(entry: RecipeEntry): void;
  typeDescription(change: Partial<Record<'name' | 'description', string>>): void;
  describeRecipe(): Promise<void>;
  askRecipeRemoval(entry: RecipeEntry): void;
  removeRecipe(): Promise<void>;
  undoRecipeRemoval(): Promise<void>;
  closeRecipeQuestion(): void;
}

/** What was typed about a recipe; null while its name is none. */
export function typedAbout(typed: { name: string; description: string }): RecipeAbout | null {
  const description = typed.description.trim();
  const about = { name: typed.name, description: description === '' ? null : description };
  return RecipeAboutSchema.safeParse(about).data ?? null;
}

export function recipesActions(
  api: WindowApi,
  { get, set, askOrTell }: ActionTools,
): RecipesActions {
  let listing = 0;

  const change = (part: Partial<RecipesPlace>): void => {
    const { recipesPlace } = get();
    if (recipesPlace !== null) set({ recipesPlace: { ...recipesPlace, ...part } });
  };
  const question = (): RecipeQuestion | null => get().recipesPlace?.question ?? null;

  const importFile = async (path: string, whenTaken: WhenTaken): Promise<void> => {
    change({ question: null, aftermath: null, importing: { state: 'asking' } });
    const reply = await ask(api, 'recipes:import', { path, whenTaken });
    if (!reply.ok) {
      change({ importing: { state: 'failed', error: reply.error } });
      return;
    }
    change({ importing: { state: 'idle' } });
    if (reply.value.state === 'taken') {
      change({ question: { kind: 'taken', path, name: reply.value.name } });
      return;
    }
    const { file } = reply.value;
    await actions.loadRecipes();
    const entry = lastKnown(get().recipes)?.recipes.find((one) => one.file === file);
    if (entry === undefined) return;
    const aftermath = { kind: 'imported', name: entryName(entry) } as const;
    change({ search: '', cameFrom: file, aftermath });
  };

  const actions: RecipesActions = {
    beginRecipes() {
      set({ recipesPlace: atFirst });
      void actions.loadRecipes();
    },
    leaveRecipes() {
      set({ recipesPlace: null });
    },
    async loadRecipes() {
      listing += 1;
      const mine = listing;
      set({ recipes: { state: 'loading', last: lastKnown(get().recipes) } });
      const reply = await ask(api, 'recipes:list', null);
      if (mine !== listing) return;
      set({
        recipes: reply.ok
          ? { state: 'ready', value: reply.value }
          : { state: 'failed', error: reply.error },
      });
    },
    searchRecipes(search) {
      change({ search, aftermath: null, cameFrom: null });
    },
    lookAtRecipe(file) {
      change({ opened: file, cameFrom: file, aftermath: null, importing: { state: 'idle' } });
    },
    closeRecipe() {
      change({ opened: null, aftermath: null });
    },

    async takeKeptRecipe(file) {
      const reply = await askOrTell('recipes:read', file);
      if (!reply.ok) return;
      const { job, leaveJob, closeErrand, takeRecipe } = get();
      closeErrand();
      if (job.state !== 'idle') leaveJob();
      await takeRecipe(reply.value.recipe);
    },
    async makeManyOfRecipe(file) {
      get().openErrand('station');
      await get().openStationKept(file);
    },

    async importRecipe() {
      const reply = await askOrTell('choose:recipe', null);
      if (reply.ok && reply.value !== null) await importFile(reply.value, 'ask');
    },
    async importTaken(how) {
      const asked = question();
      if (asked?.kind === 'taken') await importFile(asked.path, how);
    },
    async exportRecipe(file) {
      const reply = await askOrTell('recipes:export', file);
      if (reply.ok && reply.value !== null) {
        change({ aftermath: { kind: 'saved', path: reply.value } });
      }
    },
    async showRecipe(file) {
      await askOrTell('recipes:show', file);
    },

    askDescription(entry) {
      if (entry.state === 'unusable') return;
      const { file, name, description } = entry;
      const asked = { kind: 'describe', file, name, description: description ?? '' } as const;
      change({ question: asked, aftermath: null });
    },
    typeDescription(typed) {
      const asked = question();
      if (asked?.kind === 'describe') change({ question: { ...asked, ...typed } });
    },
    async describeRecipe() {
      const asked = question();
      const about = asked?.kind === 'describe' ? typedAbout(asked) : null;
      if (asked?.kind !== 'describe' || about === null) return;
      const reply = await askOrTell('recipes:describe', { file: asked.file, about });
      if (!reply.ok) return;
      await actions.loadRecipes();
      change({ question: null, opened: reply.value, cameFrom: reply.value });
    },

    askRecipeRemoval(entry) {
      const { file } = entry;
      change({ question: { kind: 'remove', file, name: entryName(entry) }, aftermath: null });
    },
    async removeRecipe() {
      const asked = question();
      if (asked?.kind !== 'remove') return;
      const { file, name } = asked;
      const reply = await askOrTell('recipes:remove', file);
      const done: Partial<RecipesPlace> = reply.ok
        ? { opened: null, cameFrom: null, aftermath: { kind: 'removed', name, kept: reply.value } }
        : {};
      change({ question: null, ...done });
      await actions.loadRecipes();
    },
    async undoRecipeRemoval() {
      const aftermath = get().recipesPlace?.aftermath;
      if (aftermath?.kind !== 'removed') return;
      const reply = await askOrTell('recipes:take-back', aftermath.kept);
      if (!reply.ok) return;
      await actions.loadRecipes();
      change({ aftermath: null, cameFrom: reply.value });
    },
    closeRecipeQuestion() {
      change({ question: null });
    },
  };
  return actions;
}
