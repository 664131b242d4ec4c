import { Option, type Command } from 'commander';
import type { Recipe } from '../../src-shared/plan';
import { usageError } from './context';
import { ventoyKind, windowsKind, type Kind, type RecipeKind } from './recipe-kinds';
import {
  flagOf,
  nothingSupplied,
  type RecipeOption,
  type RecipeOptionGroup,
  type Supplied,
} from './recipe-option';

/** An option as it was given; `value` is empty for one without. */
export interface GivenOption {
  /** Such as `--scheme`. */
  flag: string;
  value: string;
  /** What has to be supplied for the value. */
  needs: RecipeOption<never>['needs'];
}

/** An option as help lists it: once, though several groups may have it. */
interface ListedOption {
  flags: string;
  /** Null: not listed. */
  help: string | null;
  title: string;
  needs: RecipeOption<never>['needs'];
}

/** Adds the options of both kinds to a command. Parsing fills the list, in the order of the command line. */
export function addRecipeOptions(command: Command): GivenOption[] {
  return addOptions(command, [...windowsKind.groups, ...ventoyKind.groups]);
}

/** Adds the options of groups to a command. Parsing fills the list, in the order of the command line. */
export function addOptions(command: Command, groups: RecipeOptionGroup<never>[]): GivenOption[] {
  const given: GivenOption[] = [];
  for (const { flags, help, title, needs } of listedOptions(groups)) {
    const known = new Option(flags, help ?? '').helpGroup(title);
    command.addOption(help === null ? known.hideHelp() : known);
    command.on(`option:${known.name()}`, (value: string | null) => {
      given.push({ flag: flagOf({ flags }), value: value ?? '', needs });
    });
  }
  return given;
}

/** What several groups have gets one row, which says what it means for each. */
function listedOptions(groups: RecipeOptionGroup<never>[]): ListedOption[] {
  const rows = new Map<string, ListedOption>();
  for (const { title, options } of groups) {
    for (const { flags, help, needs } of options) {
      const row = rows.get(flags);
      if (!row) rows.set(flags, { flags, help, title, needs });
      else if (row.help !== help) row.help = `${row.help ?? ''}; ${help ?? ''}`;
    }
  }
  return [...rows.values()];
}

/**
 * The recipe that the options make of another one, or of nothing. Without a kind it is the other recipe's, else a
 * portable Windows. Its values are not checked. Throws `usage`.
 */
export function changedRecipe(
  kind: Kind | undefined,
  base: Recipe | null,
  given: readonly GivenOption[],
  supplied: Supplied = nothingSupplied,
): Recipe {
  if (base && kind !== undefined && base.kind !== kind) {
    throw usageError(`the recipe is of the kind ${base.kind}; --kind can’t change that`);
  }
  if (base) {
    return base.kind === 'ventoy'
      ? changed(ventoyKind, base, given, supplied)
      : changed(windowsKind, base, given, supplied);
  }
  return kind === 'ventoy'
    ? changed(ventoyKind, ventoyKind.empty(), given, supplied)
    : changed(windowsKind, windowsKind.empty(), given, supplied);
}

function changed<R extends Recipe>(
  kind: RecipeKind<R>,
  base: R,
  given: readonly GivenOption[],
  supplied: Supplied,
): R {
  for (const { flag } of given) {
    const isKnown = kind.groups.some(({ options }) => options.some((it) => flagOf(it) === flag));
    if (!isKnown) throw usageError(`${flag} is no option for ${kind.sticks}; see --kind`);
  }
  const recipe = withOptions(kind.groups, base, given, supplied);
  kind.requireComplete(recipe);
  return recipe;
}

/** A recipe, or what the options of the groups need of one, changed by those that were given. Throws `usage`. */
export function withOptions<R>(
  groups: RecipeOptionGroup<R>[],
  base: R,
  given: readonly GivenOption[],
  supplied: Supplied,
): R {
  const recipe = structuredClone(base);
  const begun = new Set<RecipeOption<R>['begin']>();
  for (const { option, value } of inTurn(groups, given)) {
    if (option.begin && !begun.has(option.begin)) option.begin(recipe);
    begun.add(option.begin);
    option.set(recipe, value, supplied);
  }
  return recipe;
}

/** What decides which other fields there are comes first; otherwise options keep their order. */
function inTurn<R>(
  groups: RecipeOptionGroup<R>[],
  given: readonly GivenOption[],
): { option: RecipeOption<R>; value: string }[] {
  const options = groups.flatMap((group) => group.options);
  const known = given.flatMap(({ flag, value }) => {
    const option = options.find((candidate) => flagOf(candidate) === flag);
    return option ? [{ option, value }] : [];
  });
  const decides = ({ option }: (typeof known)[number]): boolean => option.decides === true;
  return [...known.filter(decides), ...known.filter((each) => !decides(each))];
}
