import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleRecipe, exampleVentoyRecipe } from '../../src-shared/example-recipe';
import type { NamedRecipe } from '../../src-shared/recipe-requests';
import { recipeHandlers } from './recipe-handlers';

/** What the person chooses next, the names that dialogs proposed, and what was shown. */
const person = vi.hoisted(() => ({
  chooses: null as string | null,
  proposed: [] as string[],
  shown: [] as string[],
}));
vi.mock('electron', () => ({
  shell: {
    showItemInFolder: (path: string) => {
      person.shown.push(path);
    },
  },
}));
vi.mock('./dialogs', () => ({
  chooseFile: () => Promise.resolve(person.chooses),
  chooseFolder: () => Promise.resolve(person.chooses),
  chooseNewFile: (_window: unknown, name: string) => {
    person.proposed.push(name);
    return Promise.resolve(person.chooses);
  },
}));

let base: string;
let folder: string;
let opened: NamedRecipe[];
let handlers: ReturnType<typeof recipeHandlers>;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'recipe-handlers-'));
  folder = join(base, 'recipes');
  opened = [];
  Object.assign(person, { chooses: null, proposed: [], shown: [] });
  const window: Partial<BrowserWindow> = {};
  handlers = recipeHandlers({
    window: window as BrowserWindow,
    host: { platform: 'win32' },
    folder: () => folder,
    onOpen: (recipe) => {
      opened.push(recipe);
    },
  });
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

const about = { name: 'Labs', description: null };
const keep = (whenTaken: 'ask' | 'replace' | 'keep-both') =>
  handlers['recipes:keep']({ recipe: exampleRecipe, about, whenTaken });
const files = async (): Promise<string[]> => (await readdir(folder)).sort();

describe('what the window may do with recipes', () => {
  it('is to keep one, and to say what becomes of another of its name', async () => {
    expect(await keep('ask')).toEqual({ state: 'kept', file: 'Labs.recipe.json' });
    expect(await keep('ask')).toEqual({ state: 'taken', name: 'Labs' });
    expect(await files()).toEqual(['Labs.recipe.json']);
    expect(await keep('keep-both')).toEqual({ state: 'kept', file: 'Labs 2.recipe.json' });
    expect(await keep('replace')).toEqual({ state: 'kept', file: 'Labs.recipe.json' });
    expect(await readdir(join(folder, 'removed'))).toEqual(['Labs.recipe.json']);
    const { recipes } = await handlers['recipes:list'](null);
    expect(recipes).toMatchObject([
      { name: 'Labs', description: exampleRecipe.description },
      { name: 'Labs 2' },
    ]);
  });

  it('is to import one by the name of its file where it has none, and to hear what is wrong', async () => {
    const { name: _, ...nameless } = exampleRecipe;
    const path = join(base, 'exam.recipe.json');
    await writeFile(path, JSON.stringify(nameless));
    await handlers['recipes:import']({ path, whenTaken: 'ask' });
    const again = await handlers['recipes:import']({ path, whenTaken: 'ask' });
    expect(again).toEqual({ state: 'taken', name: 'exam' });
    await writeFile(path, '{\n  "version" 2\n}');
    await expect(handlers['recipes:import']({ path, whenTaken: 'replace' })).rejects.toMatchObject({
      code: 'plan/unreadable',
      params: { message: 'line 2, column 13: a colon is expected here' },
    });
    expect(await files()).toEqual(['exam.recipe.json']);
  });

  it('is to open one, which is noted with its name; not one that this computer can’t make', async () => {
    await keep('ask');
    const named = await handlers['recipes:read']('Labs.recipe.json');
    expect(named.name).toBe('Labs');
    person.chooses = join(base, 'ventoy.json');
    await writeFile(person.chooses, JSON.stringify(exampleVentoyRecipe));
    await expect(handlers['recipe:open'](null)).rejects.toMatchObject({ code: 'host/cannot' });
    expect(opened).toEqual([named]);
  });

  it('is to export, describe, show, remove and take back one', async () => {
    await keep('ask');
    const file = 'Labs.recipe.json';
    expect(await handlers['recipes:export'](file)).toBeNull();
    person.chooses = join(base, 'out.json');
    expect(await handlers['recipes:export'](file)).toBe(person.chooses);
    expect(person.proposed).toEqual([file, file]);
    expect(JSON.parse(await readFile(person.chooses, 'utf8'))).toMatchObject({ name: 'Labs' });
    const other = { name: 'Exam', description: 'In the cellar' };
    expect(await handlers['recipes:describe']({ file, about: other })).toBe('Exam.recipe.json');
    await handlers['recipes:show']('Exam.recipe.json');
    expect(person.shown).toEqual([join(folder, 'Exam.recipe.json')]);
    const kept = await handlers['recipes:remove']('Exam.recipe.json');
    expect((await handlers['recipes:list'](null)).recipes).toEqual([]);
    expect(await handlers['recipes:take-back'](kept)).toBe('Exam.recipe.json');
  });

  it('is to choose a folder that can be used, and no other', async () => {
    expect(await handlers['choose:recipe-folder'](null)).toBeNull();
    person.chooses = join(base, 'no folder');
    await writeFile(person.chooses, '');
    await expect(handlers['choose:recipe-folder'](null)).rejects.toMatchObject({
      code: 'recipe/folder',
    });
    person.chooses = join(base, 'share');
    await mkdir(person.chooses);
    expect(await handlers['choose:recipe-folder'](null)).toBe(person.chooses);
  });

  it('is to save one anywhere, under the name that it has or its image', async () => {
    await handlers['recipe:save'](exampleRecipe);
    const { name: _, ...nameless } = exampleRecipe;
    await handlers['recipe:save'](nameless);
    expect(person.proposed).toEqual(['Loaner sticks.recipe.json', 'Win11_English_x64.recipe.json']);
  });
});
