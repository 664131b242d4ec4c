import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleRecipe } from '../../src-shared/example-recipe';
import { runCli, type CliRun } from './testing';

const NO_JSON = '{\n  "version" 2\n}';

let base: string;
/** Where this user's settings are. */
let config: string;
let loaner: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-kept-recipes-'));
  config = join(base, 'config', 'sticksmith');
  loaner = join(base, 'loaner.json');
  await mkdir(config, { recursive: true });
  await writeFile(loaner, JSON.stringify(exampleRecipe));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

const recipe = (...args: string[]): Promise<CliRun> =>
  runCli(['recipe', ...args], { env: { XDG_CONFIG_HOME: join(base, 'config') } });

async function done(...args: string[]): Promise<Record<string, unknown>> {
  const run = await recipe(...args);
  expect(run.error).toBeUndefined();
  expect(run.code).toBe(0);
  return run.lines.find(({ type }) => type === 'result') ?? {};
}

describe('recipes that are kept, on the command line', () => {
  it('are imported, listed with what is none, exported, and removed without being lost', async () => {
    const folder = join(config, 'recipes');
    expect(await done('list')).toMatchObject({ folder, recipes: [] });
    expect(await done('import', loaner)).toMatchObject({ file: 'Loaner sticks.recipe.json' });
    expect(await done('import', loaner)).toMatchObject({ file: 'Loaner sticks 2.recipe.json' });
    await writeFile(join(folder, 'lab.json'), NO_JSON);
    const image = join(base, exampleRecipe.image.path);
    expect((await done('list'))['recipes']).toMatchObject([
      {
        state: 'unusable',
        file: 'lab.json',
        error: { params: { message: 'line 2, column 13: a colon is expected here' } },
      },
      { state: 'usable', name: 'Loaner sticks', windows: { image } },
      { state: 'usable', name: 'Loaner sticks 2' },
    ]);

    const out = join(base, 'out.json');
    await done('export', 'Loaner sticks.recipe.json', out);
    const exported = await readFile(out, 'utf8');
    expect(JSON.parse(exported)).toMatchObject({ name: 'Loaner sticks', image: { path: image } });
    const validated = await recipe('validate', out);
    expect(validated.code).toBe(0);

    const { kept } = await done('remove', 'Loaner sticks.recipe.json');
    expect(await readFile(String(kept), 'utf8')).toBe(exported);
    expect(await readdir(folder)).not.toContain('Loaner sticks.recipe.json');
    expect((await recipe('remove', 'Loaner sticks.recipe.json')).error?.code).toBe(
      'recipe/not-found',
    );
  });

  it('are those of the folder in the settings, unless another is named', async () => {
    const share = join(base, 'share');
    const settings = { settings: { recipeFolder: share } };
    await writeFile(join(config, 'settings.json'), JSON.stringify(settings));
    await done('import', loaner);
    expect(await readdir(share)).toEqual(['Loaner sticks.recipe.json']);
    expect(await done('list')).toMatchObject({ folder: share, recipes: [{ state: 'usable' }] });
    const other = join(base, 'other');
    expect(await done('list', '--folder', other)).toMatchObject({ folder: other, recipes: [] });
  });

  it('say what is wrong with a file, and with the folder', async () => {
    const bad = join(base, 'bad.json');
    await writeFile(bad, NO_JSON);
    const refused = await recipe('import', bad);
    expect(refused.code).toBe(2);
    expect(refused.error).toMatchObject({
      code: 'plan/unreadable',
      params: { message: 'line 2, column 13: a colon is expected here' },
    });
    expect(await readdir(config)).not.toContain('recipes');
    for (const args of [['list'], ['import', loaner]]) {
      const run = await recipe(...args, '--folder', bad);
      expect(run.error).toMatchObject({ code: 'recipe/folder', params: { folder: bad } });
      expect(run.code).toBe(6);
    }
  });
});
