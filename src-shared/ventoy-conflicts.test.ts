import { describe, expect, it } from 'vitest';
import { exampleVentoyRecipe } from './example-recipe';
import { ventoyConflicts } from './ventoy-conflicts';
import { ventoyDefaults, type VentoyRecipe } from './ventoy-recipe';

function withFiles(names: readonly string[], more: Partial<VentoyRecipe> = {}): VentoyRecipe {
  const files = names.map((name) => ({ source: '/x.iso', name, sha256: null }));
  return { ...ventoyDefaults, install: { way: 'none' }, files, ...more };
}

describe('names that can’t be beside each other', () => {
  it.each<[string, VentoyRecipe, (string | number)[]]>([
    ['twice', withFiles(['a.iso', 'A.ISO']), ['files', 1, 'name']],
    ['a file and a folder', withFiles(['a', 'A/b.iso']), ['files', 0, 'name']],
    [
      'a file and a list of hashes',
      withFiles(['a.iso', 'a.iso.sha256'], { checksums: true }),
      ['files', 1, 'name'],
    ],
    [
      'a renamed file and a folder',
      withFiles(['a/b.iso'], { rename: [{ from: 'x', to: 'a' }] }),
      ['rename', 0, 'to'],
    ],
  ])('%s', (_, recipe, field) => {
    expect(ventoyConflicts(recipe)).toEqual([
      { field, message: 'something else would get this name too' },
    ]);
  });

  it('are not those in different folders', () => {
    expect(ventoyConflicts(withFiles(['a/x.iso', 'b/x.iso', 'ab']))).toEqual([]);
    expect(ventoyConflicts(exampleVentoyRecipe)).toEqual([]);
  });
});
