import type { Recipe } from '../../src-shared/plan';
import type { VentoyRecipe } from '../../src-shared/ventoy-recipe';
import type { WindowsRecipe } from '../../src-shared/windows-recipe';
import type { RecipeOptionGroup } from './recipe-option';
import { emptyVentoyRecipe, requireCompleteVentoy, ventoyOptionGroups } from './ventoy-options';
import { emptyWindowsRecipe, requireCompleteWindows, windowsOptionGroups } from './windows-options';

export type Kind = Recipe['kind'];

/** As `--kind` takes them. */
export const RECIPE_KINDS: readonly Kind[] = ['windows-to-go', 'ventoy'];

/** How options make a recipe of one kind. */
export interface RecipeKind<R extends Recipe> {
  groups: RecipeOptionGroup<R>[];
  /** A recipe without what has no default. */
  empty: () => R;
  /** Throws `usage` where an option is missing. */
  requireComplete: (recipe: R) => void;
  /** For messages, as in “an option for …”. */
  sticks: string;
}

export const windowsKind: RecipeKind<WindowsRecipe> = {
  groups: windowsOptionGroups,
  empty: emptyWindowsRecipe,
  requireComplete: requireCompleteWindows,
  sticks: 'sticks with a portable Windows',
};

export const ventoyKind: RecipeKind<VentoyRecipe> = {
  groups: ventoyOptionGroups,
  empty: emptyVentoyRecipe,
  requireComplete: requireCompleteVentoy,
  sticks: 'Ventoy sticks',
};
