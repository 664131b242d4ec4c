import { Option, type Command } from 'commander';
import { recipeDefaults, type WindowsRecipe } from '../../src-shared/windows-recipe';
import { usageError } from './context';
import { recipeOptionGroups, type RecipeOption } from './recipe-options';

/** An option as it was given; `value` is empty for one without. */
export interface GivenOption {
  option: RecipeOption;
  value: string;
}

/** Adds the options of all fields to a command. Parsing fills the list, in the order of the command line. */
export function addRecipeOptions(command: Command): GivenOption[] {
  const given: GivenOption[] = [];
  for (const { title, options } of recipeOptionGroups) {
    for (const option of options) {
      const known = new Option(option.flags, option.help ?? '').helpGroup(title);
      command.addOption(option.help === null ? known.hideHelp() : known);
      command.on(`option:${known.name()}`, (value: string | null) => {
        given.push({ option, value: value ?? '' });
      });
    }
  }
  return given;
}

/** The recipe that the options make of another one, or of nothing. Its values are not checked. Throws `usage`. */
export function changedRecipe(
  base: WindowsRecipe | null,
  given: readonly GivenOption[],
): WindowsRecipe {
  const recipe = structuredClone(base ?? emptyRecipe());
  const begun = new Set<RecipeOption['begin']>();
  for (const { option, value } of given) {
    if (option.begin && !begun.has(option.begin)) option.begin(recipe);
    begun.add(option.begin);
    option.set(recipe, value);
  }
  requireComplete(recipe);
  return recipe;
}

/** Image and edition have no default; without them a recipe is incomplete. */
function emptyRecipe(): WindowsRecipe {
  return { ...recipeDefaults, image: { path: '', sha256: null }, edition: { index: 0 } };
}

function requireComplete({ image, edition, windows: { answers, roaming } }: WindowsRecipe): void {
  if (image.path === '') throw usageError('make needs --image or --recipe');
  if (edition.index === 0) throw usageError('make needs --edition, a number from “inspect”');
  if (answers.account?.name === '') {
    throw usageError('--account-type and --ask-password need an --account');
  }
  if (answers.computerName?.pattern === '') {
    throw usageError('--first-number needs a --computer-name');
  }
  const { redirect } = roaming;
  if (redirect && (redirect.path === '' || redirect.folders.length === 0)) {
    throw usageError('--redirect-to and --redirect go together');
  }
}
