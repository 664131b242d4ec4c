import { z } from 'zod';
import { StickErrorDataSchema } from './errors';

const fileFields = {
  /** Name of the file in the folder. */
  file: z.string(),
  /** ISO 8601. */
  changedAt: z.string(),
};

/** A recipe in the folder for recipes, or a file there that is none. */
export const RecipeEntrySchema = z.discriminatedUnion('state', [
  z.object({
    ...fileFields,
    state: z.literal('usable'),
    /** Its own name, or that of its file. */
    name: z.string(),
    description: z.string().nullable(),
    kind: z.enum(['windows-to-go', 'ventoy']),
    /** The Windows that it puts on a stick; null for a Ventoy stick without one. */
    windows: z.object({ image: z.string(), edition: z.number() }).nullable(),
    /** Files and folders that it names and that aren't there now. */
    missing: z.array(z.string()),
    /** It was saved by an earlier version. */
    isOld: z.boolean(),
  }),
  z.object({ ...fileFields, state: z.literal('unusable'), error: StickErrorDataSchema }),
]);
export type RecipeEntry = z.infer<typeof RecipeEntrySchema>;

export const RecipeListSchema = z.object({
  folder: z.string(),
  /** By name. */
  recipes: z.array(RecipeEntrySchema),
});
export type RecipeList = z.infer<typeof RecipeListSchema>;

/** With what the name of a recipe's file ends. */
export const RECIPE_ENDING = '.recipe.json';

/** Windows has devices of these names in every folder. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST_NAME = 60;

/** The name of a file for a recipe of this name, which every file system takes: letters, digits, blanks, `-` and `_`. */
export function recipeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} _-]+/gu, '-')
    .replace(/^[-_ ]+|[-_ ]+$/g, '');
  // Not in the middle of a character.
  const short = [...plain].slice(0, LONGEST_NAME).join('').trim();
  const base = short === '' || RESERVED.test(short) ? `recipe ${short}`.trim() : short;
  return `${base}${RECIPE_ENDING}`;
}
