import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleRecipe, exampleVentoyRecipe } from './example-recipe';
import { parseRecipe, RecipeSchema } from './plan';
import { recipeJsonSchema } from './recipe-schema';
import { ventoyProblems } from './ventoy-json';

describe('the JSON Schema of recipes', () => {
  it('is the one in docs/recipe.schema.json', () => {
    const published = readFileSync(join(__dirname, '../docs/recipe.schema.json'), 'utf8');
    // To renew it: sticksmith recipe schema > docs/recipe.schema.json
    expect(JSON.parse(published)).toEqual(recipeJsonSchema());
  });

  it('lists every field and no other', () => {
    expect(recipeJsonSchema()['oneOf']).toEqual(
      RecipeSchema.options.map((kind): unknown =>
        expect.objectContaining({
          required: Object.keys(kind.shape),
          additionalProperties: false,
        }),
      ),
    );
  });
});

describe('the examples', () => {
  it.each([exampleRecipe, exampleVentoyRecipe])('are valid recipes: $kind', (example) => {
    expect(parseRecipe(example)).toEqual(example);
  });

  it('have settings that Ventoy takes', () => {
    expect(ventoyProblems(exampleVentoyRecipe.config)).toEqual([]);
  });

  it('have every field', () => {
    const kinds = RecipeSchema.options.map((kind) => Object.keys(kind.shape));
    expect([exampleRecipe, exampleVentoyRecipe].map((example) => Object.keys(example))).toEqual(
      kinds,
    );
  });
});
