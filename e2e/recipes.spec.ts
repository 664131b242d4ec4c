import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { practiceIso } from '../src-main/cli/testing';
import { parseRecipe } from '../src-shared/plan';
import { type OpenApp, chooseTool, openApp, question, screenshot, wizardOn } from './wizard';

let base: string;
let iso: string;
let opened: OpenApp;

test.beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-recipes-'));
  iso = await practiceIso(join(base, 'images'));
});
test.afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});
test.beforeEach(async () => {
  opened = await openApp(join(base, 'data'));
});
test.afterEach(async () => {
  await opened.close();
});

test('A recipe is saved in the wizard, found again, used, exported, described and removed; a broken one is refused.', async () => {
  const { app, page } = opened;
  const wizard = wizardOn(page);
  const title = page.getByRole('heading', { level: 1 });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const folder = join(base, 'data', 'sticksmith-data', 'recipes');
  const dialog = page.getByRole('alertdialog');
  const row = (name: RegExp) =>
    page.getByRole('list', { name: 'Recipes' }).getByRole('button', { name });
  const shot = (name: string): Promise<void> => screenshot(page, name, test.info().outputPath());
  const choose = (path: string): Promise<void> =>
    app.evaluate(({ dialog: dialogs }, chosen) => {
      dialogs.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      dialogs.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, path);
  const accessible = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  };

  await wizard.targetImageFile(join(base, 'loaner.img'), '1 GB');
  await wizard.continue();
  await wizard.openImage(iso);
  await wizard.continue();
  await wizard.goOnWithoutComparing();
  await button(/Review/).click();
  await wizard.seeing(question.review);
  await button('Save as recipe…').click();
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await expect(name).not.toHaveValue('');
  await name.fill('Loaner sticks');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('For a week.');
  await accessible();
  await shot('recipes-save');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Loaner sticks is kept with your recipes.').first()).toBeVisible();
  await expect(button('Save as recipe…')).toBeFocused();
  const saved: unknown = JSON.parse(
    await readFile(join(folder, 'Loaner sticks.recipe.json'), 'utf8'),
  );
  expect(parseRecipe(saved)).toMatchObject({ name: 'Loaner sticks', image: { path: iso } });

  await chooseTool(page, 'Recipes…');
  await expect(title).toHaveText('Recipes');
  await expect(title).toBeFocused();
  const broken = join(base, 'broken.json');
  await writeFile(broken, '{\n  "version" 2\n}');
  await choose(broken);
  await button('Import…').click();
  await expect(page.getByRole('alert')).toContainText(
    'line 2, column 13: a colon is expected here',
  );
  await accessible();
  await shot('recipes-import');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'lab.json'), JSON.stringify({ version: 2, kind: 'windows-to-go' }));

  const colleague = join(base, 'colleague.json');
  await writeFile(colleague, JSON.stringify({ ...(saved as object), description: 'Hers' }));
  await choose(colleague);
  await button('Import…').click();
  await expect(dialog).toContainText('There is a recipe “Loaner sticks” already');
  await expect(dialog.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button('Import…')).toBeFocused();
  await button('Import…').click();
  await dialog.getByRole('button', { name: 'Keep both' }).click();
  await expect(row(/^Loaner sticks 2/)).toBeFocused();
  await expect(row(/^lab\.json.*line 1, column \d+.*Can’t be used/)).toBeVisible();
  await shot('recipes');

  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Loaner sticks 2');
  await button('Name and description…').click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Exam room');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(title).toHaveText('Exam room');
  await accessible();
  await shot('recipe');
  const out = join(base, 'out.json');
  await choose(out);
  await button('Export…').click();
  await expect(page.getByText(`Saved as ${out}`)).toBeVisible();
  expect(parseRecipe(JSON.parse(await readFile(out, 'utf8')))).toMatchObject({
    name: 'Exam room',
    description: 'Hers',
  });

  await button('All recipes').click();
  await expect(row(/^Exam room/)).toBeFocused();
  await row(/^Exam room/).click();
  await button('Remove…').click();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(button('Remove…')).toBeFocused();
  await button('Remove…').click();
  await dialog.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText('Exam room was removed.')).toBeVisible();
  await expect(button('Undo')).toBeFocused();
  expect(await readdir(join(folder, 'removed'))).toContain('Exam room.recipe.json');
  await expect(row(/^Exam room/)).toHaveCount(0);

  await row(/^Loaner sticks/).click();
  await button('Make many alike…').click();
  await expect(title).toHaveText('Is this what every stick shall be?', { timeout: 60_000 });
  await expect(page.getByText('All sticks are made by “Loaner sticks”.')).toBeVisible();
  await button('Another recipe').click();
  await expect(page.getByRole('combobox', { name: 'Recipe' })).toHaveValue(
    'Loaner sticks.recipe.json',
  );

  await chooseTool(page, 'Recipes…');
  await row(/^Loaner sticks/).click();
  await button('Use in the wizard').click();
  await expect(page.getByText('The recipe’s answers were taken over.').first()).toBeVisible();
});

test('The folder for recipes is chosen in the settings, and set back; one that can’t be used is refused.', async () => {
  const { app, page } = opened;
  const share = join(base, 'share');
  await mkdir(share, { recursive: true });
  await writeFile(join(base, 'no folder'), '');
  const choose = (path: string): Promise<void> =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Storage' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const described = { description: 'Recipes' };
  const chooser = settings.getByRole('button', { name: 'Choose…', ...described });
  await choose(join(base, 'no folder'));
  await chooser.click();
  await expect(
    page.getByText(/The folder for recipes, .*no folder, can’t be used/).first(),
  ).toBeVisible();
  await choose(share);
  await chooser.click();
  await expect(settings.getByText(share, { exact: true })).toBeVisible();
  await settings.getByRole('button', { name: 'Use the usual place', ...described }).click();
  await expect(settings.getByText(share, { exact: true })).toHaveCount(0);
});
