import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildKey, isBuildKey } from './build-key';

const recipe = {
  imageSha256: 'ab'.repeat(32),
  index: 1,
  edits: { a: 1, b: [1, 2] },
  formatVersion: 1,
};

describe('buildKey', () => {
  it('is the same for equal recipes, whatever the order of their fields', () => {
    const turned = {
      formatVersion: 1,
      edits: { b: [1, 2], a: 1 },
      index: 1,
      imageSha256: recipe.imageSha256,
    };
    expect(buildKey(turned)).toBe(buildKey(recipe));
    expect(buildKey({ ...recipe, label: undefined })).toBe(buildKey(recipe));
    expect(isBuildKey(buildKey(recipe))).toBe(true);
  });

  it('is another for every other recipe', () => {
    const others = [
      { ...recipe, index: 2 },
      { ...recipe, imageSha256: 'ac'.repeat(32) },
      { ...recipe, formatVersion: 2 },
      { ...recipe, label: 'Windows' },
      { ...recipe, label: null },
      { ...recipe, edits: { a: 1, b: [2, 1] } },
      { ...recipe, edits: { a: 1, b: [12] } },
      { ...recipe, edits: { a: '1', b: [1, 2] } },
      { ...recipe, edits: { a: 1n, b: [1, 2] } },
      { ...recipe, edits: { a: Buffer.from([1]), b: [1, 2] } },
      { ...recipe, edits: { a: '1n', b: [1, 2] } },
      { ...recipe, edits: { 'a":1,"b': [1, 2] } },
    ];
    const keys = [recipe, ...others].map(buildKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tells apart any two values that JSON tells apart', () => {
    const value = fc.jsonValue().map((json) => JSON.parse(JSON.stringify(json)) as unknown);
    fc.assert(
      fc.property(value, value, (a, b) => {
        const same = buildKey({ ...recipe, edits: a }) === buildKey({ ...recipe, edits: b });
        expect(same).toBe(sorted(a) === sorted(b));
      }),
    );
  });

  it('refuses what has no text of its own', () => {
    for (const edits of [() => 1, new Map(), Number.NaN, Symbol('x'), [undefined]]) {
      expect(() => buildKey({ ...recipe, edits })).toThrow(TypeError);
    }
  });
});

/** JSON with the fields of objects in order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}
