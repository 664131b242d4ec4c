import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleRecipe, exampleVentoyRecipe } from './example-recipe';
import { parseRecipe, RecipeSchema } from './plan';
import { recipeAboutFields } from './recipe-about';
import { recipeJsonSchema } from './recipe-schema';
import { ventoyProblems } from './ventoy-json';

const PUBLISHED = join(__dirname, '../docs/recipe.schema.json');

describe('the JSON Schema of recipes', () => {
  it('is the one in docs/recipe.schema.json', () => {
    const published = readFileSync(PUBLISHED, 'utf8');
    // To renew it: sticksmith recipe schema > docs/recipe.schema.json, then prettier --write
    expect(JSON.parse(published)).toEqual(recipeJsonSchema());
  });

  it('describes every property, however deep it lies', () => {
    const published: unknown = JSON.parse(readFileSync(PUBLISHED, 'utf8'));
    expect(JSON.stringify(published).match(/"properties":/g)?.length).toBeGreaterThan(20);
    expect(undescribed(published, 'recipe')).toEqual([]);
    const without = {
      oneOf: [{ properties: { a: { description: 'A.', properties: { b: {} } } } }],
    };
    expect(undescribed(without, 'recipe')).toEqual(['recipe.oneOf.0.properties.a.b']);
  });

  it('lists every field and no other', () => {
    expect(recipeJsonSchema()['oneOf']).toEqual(
      RecipeSchema.options.map((kind): unknown =>
        expect.objectContaining({
          required: Object.keys(kind.shape).filter((name) => !(name in recipeAboutFields)),
          properties: expect.objectContaining(
            Object.fromEntries(Object.keys(kind.shape).map((name) => [name, expect.anything()])),
          ) as unknown,
          additionalProperties: false,
        }),
      ),
    );
  });
});

/** Paths of the properties below a part of a JSON Schema that say nothing of themselves. */
function undescribed(part: unknown, path: string): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const found = Object.entries(part).flatMap(([key, below]) =>
    undescribed(below, `${path}.${key}`),
  );
  const { properties = {} } = part as { properties?: Record<string, { description?: string }> };
  const silent = Object.entries(properties).filter(
    ([, { description = '' }]) => description === '',
  );
  return [...found, ...silent.map(([name]) => `${path}.${name}`)];
}

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
