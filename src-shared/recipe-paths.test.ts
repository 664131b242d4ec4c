import { expect, it } from 'vitest';
import { exampleRecipe } from './example-recipe';
import { recipeDefaults } from './windows-recipe';
import { pathsIn } from './recipe-paths';

it('knows every file and folder that a recipe names', () => {
  const { windows } = exampleRecipe;
  const roaming = { ...windows.roaming, domainJoinFile: 'join.txt' };
  expect(pathsIn({ ...exampleRecipe, windows: { ...windows, roaming } }).sort()).toEqual([
    'Wi-Fi-Guests.xml',
    'Win11_English_x64.iso',
    'drivers',
    'join.txt',
    'recovery-keys',
    'unattend.xml',
  ]);
  const plain = {
    ...recipeDefaults,
    image: { path: 'a.iso', sha256: null },
    edition: { index: 1 },
  };
  expect(pathsIn(plain)).toEqual(['a.iso']);
});
