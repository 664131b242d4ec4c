import { z } from 'zod';

/** UTF-16 units that the name of a recipe may have, and the text that says what it is for. */
export const LONGEST_RECIPE_NAME = 80;
export const LONGEST_RECIPE_DESCRIPTION = 2000;

export const RecipeNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_RECIPE_NAME)
  .regex(/^\P{Cc}*$/u, 'a name has no control characters');
const RecipeDescriptionSchema = z.string().max(LONGEST_RECIPE_DESCRIPTION);

/** What a person calls a recipe that is kept, and what it is for, or null. */
export const RecipeAboutSchema = z.object({
  name: RecipeNameSchema,
  description: RecipeDescriptionSchema.nullable(),
});
export type RecipeAbout = z.infer<typeof RecipeAboutSchema>;

/**
 * The same in a recipe. Neither changes anything about a stick, so they may be missing, as they are in what was saved
 * before there were any.
 */
export const recipeAboutFields = {
  name: RecipeNameSchema.exactOptional().describe('What people call this recipe.'),
  description: RecipeDescriptionSchema.exactOptional().describe('What it is for.'),
};

/** As a recipe has it: what is missing is left out there. */
export function aboutInRecipe({ name, description }: RecipeAbout): {
  name: string;
  description?: string;
} {
  return { name, ...(description === null ? {} : { description }) };
}
