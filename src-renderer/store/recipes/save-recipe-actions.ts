import type { WindowApi } from '../../../src-shared/ipc';
import type { Recipe } from '../../../src-shared/plan';
import { aboutInRecipe } from '../../../src-shared/recipe-about';
import type { WhenTaken } from '../../../src-shared/recipe-requests';
import { chosenEdition } from '../answers';
import { ask } from '../ask';
import { recipeOf } from '../plan';
import type { Asking, WizardState } from '../store';
import type { ActionTools } from '../yours-actions';
import { typedAbout } from './recipes-actions';

/** The wizard's answers on their way to a recipe: what it shall be called, and what it is for, as typed. */
export interface SavingRecipe {
  name: string;
  description: string;
  /** There is one of this name: nothing was saved yet. */
  isTaken: boolean;
  asking: Asking;
}

export interface SaveRecipeState {
  /** Null while nobody wants to. */
  savingRecipe: SavingRecipe | null;
  /** What the recipe that was taken over last is called: the next one may be the same, changed. */
  takenOver: Pick<Recipe, 'kind' | 'name' | 'description'> | null;
}

export const firstSaveRecipeState: SaveRecipeState = { savingRecipe: null, takenOver: null };

/** How a person saves the wizard's answers as a recipe. */
export interface SaveRecipeActions {
  /** Asks what it shall be called. */
  saveRecipe(): void;
  typeRecipe(change: Partial<Record<'name' | 'description', string>>): void;
  /** Puts it into the folder for recipes. */
  keepRecipe(whenTaken: WhenTaken): Promise<void>;
  /** Saves it in a file anywhere. */
  saveRecipeElsewhere(): Promise<void>;
  /** Leads from the question about a taken name back to the name, or closes it all. */
  backFromSavingRecipe(): void;
}

export function saveRecipeActions(
  api: WindowApi,
  { get, set, askOrTell, tell }: ActionTools,
): SaveRecipeActions {
  const change = (part: Partial<SavingRecipe>): void => {
    const { savingRecipe } = get();
    if (savingRecipe !== null) set({ savingRecipe: { ...savingRecipe, ...part } });
  };

  return {
    saveRecipe() {
      const state = get();
      if (recipeOf(state.answers) === null) return;
      set({
        savingRecipe: { ...proposed(state), isTaken: false, asking: { state: 'idle' } },
      });
    },
    typeRecipe(typed) {
      change({ ...typed, asking: { state: 'idle' } });
    },
    async keepRecipe(whenTaken) {
      const { savingRecipe, answers } = get();
      const recipe = recipeOf(answers);
      const about = savingRecipe && typedAbout(savingRecipe);
      if (about === null || recipe === null || savingRecipe?.asking.state === 'asking') return;
      change({ asking: { state: 'asking' } });
      const reply = await ask(api, 'recipes:keep', { recipe, about, whenTaken });
      if (!reply.ok) {
        change({ isTaken: false, asking: { state: 'failed', error: reply.error } });
      } else if (reply.value.state === 'taken') {
        change({ isTaken: true, asking: { state: 'idle' } });
      } else {
        set({ savingRecipe: null, takenOver: { kind: recipe.kind, ...aboutInRecipe(about) } });
        tell({ kind: 'recipe-kept', name: about.name });
      }
    },
    async saveRecipeElsewhere() {
      const { savingRecipe, answers } = get();
      const recipe = recipeOf(answers);
      if (recipe === null || savingRecipe === null) return;
      const about = typedAbout(savingRecipe);
      const named = about === null ? recipe : { ...recipe, ...aboutInRecipe(about) };
      const reply = await askOrTell('recipe:save', named);
      if (!reply.ok || reply.value === null) return;
      set({ savingRecipe: null });
      tell({ kind: 'saved', path: reply.value });
    },
    backFromSavingRecipe() {
      const { savingRecipe } = get();
      if (savingRecipe?.asking.state === 'asking') return;
      if (savingRecipe?.isTaken === true) change({ isTaken: false });
      else set({ savingRecipe: null });
    },
  };
}

/** What a recipe of these answers may be called. */
function proposed({ answers, takenOver }: WizardState): { name: string; description: string } {
  if (takenOver?.name !== undefined && takenOver.kind === answers.kind) {
    return { name: takenOver.name, description: takenOver.description ?? '' };
  }
  const name = answers.kind === 'ventoy' ? 'Ventoy' : (chosenEdition(answers)?.name ?? 'Windows');
  return { name, description: '' };
}
