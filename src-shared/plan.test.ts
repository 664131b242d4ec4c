import { describe, expect, it } from 'vitest';
import { StickError } from './errors';
import { parsePlan, parseRecipe as parseAnyRecipe } from './plan';
import { recipeDefaults, type WindowsRecipe } from './windows-recipe';
import { defaultWindowsChoices } from './windows-choices';

function parseRecipe(json: unknown): WindowsRecipe {
  const read = parseAnyRecipe(json);
  if (read.kind !== 'windows-to-go') throw new Error(`this is a ${read.kind}`);
  return read;
}

const recipe = {
  ...recipeDefaults,
  image: { path: '/images/Windows 11.iso', sha256: 'AB'.repeat(32) },
  edition: { index: 6 },
};

function refusal(act: () => unknown): StickError {
  try {
    act();
  } catch (error) {
    if (error instanceof StickError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parseRecipe', () => {
  it('reads a recipe and writes the hash in lower case', () => {
    expect(parseRecipe(recipe)).toEqual({
      version: 2,
      kind: 'windows-to-go',
      image: { path: '/images/Windows 11.iso', sha256: 'ab'.repeat(32) },
      edition: { index: 6 },
      layout: { scheme: 'gpt', container: 'none' },
      space: { windowsBytes: null, sharedBytes: 0, sharedLabel: 'SHARED' },
      protect: { kind: 'none' },
      windows: defaultWindowsChoices,
    });
  });

  it('reads one of version 1, which means what it meant', () => {
    const { layout: _, ...old } = recipe;
    const read = parseRecipe({
      ...old,
      version: 1,
      space: { sharedBytes: 64e6, sharedLabel: 'OLD' },
      windows: { hideInternalDisks: false },
    });
    expect(read.space).toEqual({ windowsBytes: null, sharedBytes: 64e6, sharedLabel: 'OLD' });
    expect(read.windows.portable.internalDisks).toBe('online');
    expect(read).toEqual(parseRecipe(read));
  });

  it('refuses what Windows leaves while Windows takes everything', () => {
    const space = { ...recipe.space, sharedBytes: 'rest' };
    const error = refusal(() => parseRecipe({ ...recipe, space }));
    expect(error.params['message']).toMatch(/^space\.sharedBytes: /);
  });

  it('names the version it found when the recipe is of another one', () => {
    const error = refusal(() => parseRecipe({ ...recipe, version: 7 }));
    expect(error.toData()).toEqual({
      code: 'plan/version',
      params: { found: 7, known: 2 },
      stick: 'untouched',
    });
  });

  it('names the field that is wrong', () => {
    const error = refusal(() => parseRecipe({ ...recipe, edition: { index: 0 } }));
    expect(error.code).toBe('plan/invalid');
    expect(error.params['message']).toMatch(/^edition\.index: /);
  });

  it.each(['', 'SHARED', 'Größe', '共享', '😀😀😀😀😀', '-x'])(
    'takes the label %j',
    (sharedLabel) => {
      const space = { ...recipe.space, sharedLabel };
      expect(parseRecipe({ ...recipe, space }).space.sharedLabel).toBe(sharedLabel);
    },
  );

  it.each(['a/b', 'a\u0000b', 'a\nb', '\u001b[2J', 'a\ud800', 'ABCDEFGHIJKL', '😀😀😀😀😀😀'])(
    'refuses the label %j, which exFAT can’t have',
    (sharedLabel) => {
      const error = refusal(() =>
        parseRecipe({ ...recipe, space: { ...recipe.space, sharedLabel } }),
      );
      expect(error.params['message']).toMatch(/^space\.sharedLabel: /);
    },
  );

  it.each([null, 3, 'text', [], {}])('refuses %j', (json) => {
    expect(refusal(() => parseRecipe(json)).code).toBe('plan/invalid');
  });

  it('refuses fields it does not know, so that a misspelt one is not silently lost', () => {
    const error = refusal(() => parseRecipe({ ...recipe, passwort: 'x' }));
    expect(error.params['message']).toContain('passwort');
  });
});

describe('parsePlan', () => {
  it('needs at least one target', () => {
    expect(refusal(() => parsePlan({ ...recipe, targets: [] })).params['message']).toMatch(
      /^targets: /,
    );
  });

  it('takes an image file and a drive as they were confirmed', () => {
    const identity = {
      path: '/dev/sdb',
      sizeBytes: 64e9,
      serial: 'A1',
      model: 'DataTraveler',
      bus: 'usb' as const,
    };
    const targets = [
      { kind: 'file' as const, path: '/tmp/a b.img', sizeBytes: 16e9 },
      { kind: 'drive' as const, identity, unmount: true },
    ];
    expect(parsePlan({ ...recipe, targets }).targets).toEqual(targets);
  });
});
