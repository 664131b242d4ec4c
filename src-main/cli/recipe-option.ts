import type { VentoyConfig } from '../../src-shared/ventoy-json';

/*
 * Fields of a recipe as options of `make`: help, reading and tests come from tables of these. Options change a recipe
 * in the order in which they are given. What one option begins and another completes (an account without a name) is
 * empty until then; what is still empty at the end is found by the kind's `requireComplete`.
 */

/** One option. `R` is the recipe that it changes, or the part of it that it needs. */
export interface RecipeOption<R> {
  /** As commander takes it: `--scheme <gpt|mbr>`. */
  flags: string;
  /** One sentence without its full stop. Null: an option that takes another one back, not listed. */
  help: string | null;
  /** The fields it sets, as `windows.roaming.wifi[].ssid`. */
  fields: string[];
  /** It decides which other fields there are, and is carried out before the others. */
  decides?: true;
  /** What has to be supplied for its value before it can be set. */
  needs?: 'file' | 'password';
  /** For an option that adds to a list: empties it, once, before the first of them. */
  begin?: (recipe: R) => void;
  /** `value` is empty for an option without one. Throws `usage`. */
  set(recipe: R, value: string, supplied: Supplied): void;
}

/** What options need that isn't on the command line. */
export interface Supplied {
  /** Settings of Ventoy by the path of their file, as it was given. */
  configs: ReadonlyMap<string, VentoyConfig>;
  /** Passwords by what they are for, as they stand in `ventoy.json`: never as they are typed. */
  passwords: ReadonlyMap<string, string>;
}

export const nothingSupplied: Supplied = { configs: new Map(), passwords: new Map() };

export interface RecipeOptionGroup<R> {
  title: string;
  options: RecipeOption<R>[];
}

/** `--scheme` of `--scheme <gpt|mbr>`. */
export function flagOf({ flags }: { flags: string }): string {
  return flags.split(' ')[0] ?? flags;
}

/** `--name` and `--no-name`; the second is listed only where it has a help of its own. */
export function yesOrNo<R>(
  flag: `--${string}`,
  help: string,
  field: string,
  put: (recipe: R, yes: boolean) => void,
  helpForNo: string | null = null,
): RecipeOption<R>[] {
  return [
    {
      flags: flag,
      help,
      fields: [field],
      set: (recipe) => {
        put(recipe, true);
      },
    },
    {
      flags: flag.replace(/^--/, '--no-'),
      help: helpForNo,
      fields: [field],
      set: (recipe) => {
        put(recipe, false);
      },
    },
  ];
}

/** An option that isn't listed and puts a field back to nothing. */
export function takenBack<R>(
  flags: `--no-${string}`,
  field: string,
  set: (recipe: R) => void,
): RecipeOption<R> {
  return { flags, help: null, fields: [field], set };
}
