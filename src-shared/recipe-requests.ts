import { z } from 'zod';
import { RecipeSchema } from './plan';
import { RecipeAboutSchema } from './recipe-about';
import { RecipeListSchema } from './recipe-folder';

const nothing = z.null();
const pathOrNothing = z.string().nullable();
/** Name of a file in the folder for recipes. Requests with one fail with `recipe/not-found`. */
const fileSchema = z.string();

/** What is done where another recipe in the folder has the same name. One that is replaced is kept as a removed one is. */
export const WhenTakenSchema = z.enum(['ask', 'replace', 'keep-both']);
export type WhenTaken = z.infer<typeof WhenTakenSchema>;

export const KeptRecipeSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('kept'), file: fileSchema }),
  /** Nothing was done: there is one of this name, and it was to be asked. */
  z.object({ state: z.literal('taken'), name: z.string() }),
]);
export type KeptRecipe = z.infer<typeof KeptRecipeSchema>;

/** A recipe with what people call it: its own name, or that of its file. */
export const NamedRecipeSchema = z.object({ name: z.string(), recipe: RecipeSchema });
export type NamedRecipe = z.infer<typeof NamedRecipeSchema>;

/** What the window asks about recipes. Those that are about the folder for recipes fail with `recipe/folder`. */
export const recipeRequests = {
  'recipes:list': { request: nothing, response: RecipeListSchema },
  /** Opens one of the folder. Fails with `plan/…`. */
  'recipes:read': { request: fileSchema, response: NamedRecipeSchema },
  /** Puts a recipe into the folder. */
  'recipes:keep': {
    request: z.object({
      recipe: RecipeSchema,
      about: RecipeAboutSchema,
      whenTaken: WhenTakenSchema,
    }),
    response: KeptRecipeSchema,
  },
  /** Puts a copy of a file from elsewhere into the folder. Fails with `plan/…`, which names line and column. */
  'recipes:import': {
    request: z.object({ path: z.string(), whenTaken: WhenTakenSchema }),
    response: KeptRecipeSchema,
  },
  /** Saves a copy of one elsewhere; null when the dialog was closed. */
  'recipes:export': { request: fileSchema, response: pathOrNothing },
  /** Says what one is called and what it is for. Answers its file, which follows its name. */
  'recipes:describe': {
    request: z.object({ file: fileSchema, about: RecipeAboutSchema }),
    response: fileSchema,
  },
  /** Takes one out of the list. Answers the path under which it is kept. */
  'recipes:remove': { request: fileSchema, response: z.string() },
  /** Puts one back that was removed, by that path. Answers its file. */
  'recipes:take-back': { request: z.string(), response: fileSchema },
  /** Shows one in the system's file manager. */
  'recipes:show': { request: fileSchema, response: nothing },
  /** A recipe file to be imported. */
  'choose:recipe': { request: nothing, response: pathOrNothing },
  /** A folder for `Settings.recipeFolder`, in which files can be put. */
  'choose:recipe-folder': { request: nothing, response: pathOrNothing },

  /** Saves a recipe anywhere; null when the dialog was closed. */
  'recipe:save': { request: RecipeSchema, response: pathOrNothing },
  /** Opens one from anywhere; null when the dialog was closed. Fails with `plan/…`. */
  'recipe:open': { request: nothing, response: NamedRecipeSchema.nullable() },
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType }>;
