import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleRecipe } from '../../../src-shared/example-recipe';
import { RecipeFolder } from '.';

let base: string;
let folder: string;
let recipes: RecipeFolder;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-recipes-'));
  folder = join(base, 'recipes');
  recipes = new RecipeFolder(() => folder);
});
afterEach(() => rm(base, { recursive: true, force: true }));

async function elsewhere(text: string | Buffer, name = 'a.json'): Promise<string> {
  await writeFile(join(base, name), text);
  return join(base, name);
}

const text = (changes = {}): string => JSON.stringify({ ...exampleRecipe, ...changes });
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error as { code: string }).code,
  );

describe('the folder for recipes', () => {
  it('is empty before it is there', async () => {
    expect(await recipes.list()).toEqual({ folder, recipes: [] });
  });

  it('takes a copy with full paths, lists it, and gives it back unchanged', async () => {
    const file = await recipes.import(await elsewhere(text()));
    expect(file).toBe('Loaner sticks.recipe.json');
    const image = join(base, exampleRecipe.image.path);
    const [entry] = (await recipes.list()).recipes;
    expect(entry).toMatchObject({ state: 'usable', name: 'Loaner sticks', isOld: false });
    expect(entry).toMatchObject({ windows: { image, edition: exampleRecipe.edition.index } });
    expect(entry).toMatchObject({ missing: expect.arrayContaining([image]) as unknown });
    await recipes.export(file, join(base, 'out.json'));
    const out = await readFile(join(base, 'out.json'), 'utf8');
    expect(out).toBe(await readFile(join(folder, file), 'utf8'));
  });

  it('keeps two of one name, renames, duplicates, removes and takes back without losing one', async () => {
    const path = await elsewhere(text());
    const files = [await recipes.import(path), await recipes.import(path)];
    expect(files).toEqual(['Loaner sticks.recipe.json', 'Loaner sticks 2.recipe.json']);
    expect(await recipes.duplicate(files[0] ?? '')).toBe('Loaner sticks 3.recipe.json');
    const renamed = await recipes.describe(files[1] ?? '', {
      name: 'Büro: 内/..',
      description: null,
    });
    expect(renamed).toBe('Büro- 内.recipe.json');
    const kept = await recipes.remove(renamed);
    expect(await codeOf(recipes.read(renamed))).toBe('recipe/not-found');
    expect(await recipes.takeBack(kept)).toBe(renamed);
    expect(await recipes.read(renamed)).toMatchObject({ name: 'Büro: 内/..' });
    expect((await recipes.list()).recipes).toHaveLength(3);
  });

  it('gives a second one of a name a number, however long the name is', async () => {
    const name = '\u{1f4be}'.repeat(40);
    const path = await elsewhere(text({ name }));
    await recipes.import(path);
    const second = await recipes.read(await recipes.import(path));
    expect(second.name).toBe(`${'\u{1f4be}'.repeat(39)} 2`);
  });

  it('says another thing of one in its own file, unless its name changes', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'mine.json'), text());
    const about = { name: 'Loaner sticks', description: 'For the library.' };
    expect(await recipes.describe('mine.json', about)).toBe('mine.json');
    expect(await recipes.read('mine.json')).toMatchObject(about);
    const renamed = await recipes.describe('mine.json', { name: 'Labs', description: null });
    expect(renamed).toBe('Labs.recipe.json');
    expect(await recipes.read(renamed)).not.toHaveProperty('description');
    expect((await recipes.list()).recipes.map(({ file }) => file)).toEqual([renamed]);
  });

  it('replaces one, which is kept among those that were removed', async () => {
    const file = await recipes.import(await elsewhere(text()));
    expect(await recipes.named('LOANER sticks')).toBe(file);
    expect(await recipes.named('Loaner')).toBeNull();
    const next = { ...(await recipes.read(file)), description: 'The next one.' };
    expect(await recipes.replace(file, next)).toBe(file);
    expect(await recipes.read(file)).toMatchObject({ description: 'The next one.' });
    const before: unknown = JSON.parse(await readFile(join(folder, 'removed', file), 'utf8'));
    expect(before).toMatchObject({ description: exampleRecipe.description });
  });

  it.each(['../a.json', '/etc/passwd', '.hidden.json', 'a\\b.json', 'a\0.json', '', 'gone.json'])(
    'knows no recipe of the name %j',
    async (name) => {
      await elsewhere(text());
      await mkdir(folder);
      for (const work of [recipes.read(name), recipes.remove(name), recipes.duplicate(name)]) {
        expect(await codeOf(work)).toBe('recipe/not-found');
      }
      expect(await codeOf(recipes.takeBack(join(base, 'a.json')))).toBe('recipe/not-found');
    },
  );

  it('follows no link, and lists none', async () => {
    await mkdir(folder);
    await symlink(await elsewhere(text()), join(folder, 'link.json'));
    expect((await recipes.list()).recipes).toEqual([]);
    expect(await codeOf(recipes.read('link.json'))).toBe('recipe/not-found');
  });

  it.each<[string, string | Buffer, string, RegExp]>([
    ['is no JSON', '{\n  "version" 2\n}', 'plan/unreadable', /line 2, column 13/],
    ['is no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'plan/unreadable', /UTF-8/],
    ['is huge', ' '.repeat(1024 * 1024 + 1), 'plan/unreadable', /more than such a file can have/],
    ['is nested deeply', '['.repeat(100_000), 'plan/unreadable', /nested too deeply/],
    ['says a name twice', '{"kind": 1, "kind": 2}', 'plan/unreadable', /said twice/],
    [
      'has a prototype',
      text().replace('{', '{"__proto__": {"x": 1},'),
      'plan/invalid',
      /__proto__/,
    ],
    ['is of a later version', text({ version: 3 }), 'plan/version', /version 3/],
    [
      'has several faults',
      '\ufeff' +
        JSON.stringify({ ...exampleRecipe, edition: { index: 0 }, more: 1 }, null, 2).replace(
          /\n/g,
          '\r\n',
        ),
      'plan/invalid',
      /edition\.index.*line \d+, column 5.*; more: .*line \d+, column 3/,
    ],
  ])(
    'takes nothing that %s, and shows such a file with its error',
    async (_, content, code, words) => {
      const path = await elsewhere(content);
      const error = await recipes.import(path).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code });
      expect((error as Error).message).toMatch(words);
      expect(await readdir(base)).not.toContain('recipes');
      await mkdir(folder);
      await writeFile(join(folder, 'b.json'), content);
      const [entry] = (await recipes.list()).recipes;
      expect(entry).toMatchObject({ state: 'unusable', file: 'b.json', error: { code } });
    },
  );

  it('says of a folder that can’t be used why', async () => {
    await writeFile(folder, '');
    expect(await codeOf(recipes.list())).toBe('recipe/folder');
    expect(await codeOf(recipes.import(await elsewhere(text())))).toBe('recipe/folder');
    expect(await codeOf(recipes.requireUsable())).toBe('recipe/folder');
    folder = join(base, 'other');
    expect(await codeOf(recipes.requireUsable())).toBe('recipe/folder');
    await mkdir(folder);
    await recipes.requireUsable();
    expect(await readdir(folder)).toEqual([]);
  });
});
