import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { practiceIso } from '../src-main/cli/testing';
import { readRecoveryKeyFile } from '../src-main/guest';
import { parseRecipe } from '../src-shared/plan';
import { answerDialogs, printedPages } from './stand-ins';
import { keepRecipe, openApp, question, wizardOn } from './wizard';

const PASSWORD = 'river-tooth-splendid-9';

let base: string;

test.beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-protect-'));
});
test.afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

test('An encrypted image file is made; its recovery key is in a file, and is copied and printed from there.', async () => {
  const iso = await practiceIso(join(base, 'iso'));
  const keys = join(base, 'keys');
  const data = join(base, 'data');
  const report = join(base, 'report.json');
  await mkdir(keys);
  const opened = await openApp(data);
  const { app, page } = opened;
  try {
    const wizard = wizardOn(page);
    await wizard.targetImageFile(join(base, 'encrypted.img'), '1 GB');
    await wizard.continue();
    await wizard.openImage(iso);
    await wizard.continue();
    await wizard.goOnWithoutComparing();
    await wizard.continue();
    await wizard.continue();
    await wizard.seeing(question.space);
    await wizard.continue();

    await wizard.seeing(question.protect);
    await page.getByRole('radio', { name: /^Encrypted now/ }).click();
    await expect(wizard.primary).toBeDisabled();
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD);
    await page.getByRole('textbox', { name: 'The same password again' }).fill(PASSWORD);
    await expect(page.getByText('Strength of the password: strong')).toBeVisible();
    await answerDialogs(app, keys);
    await page.getByRole('button', { name: 'Choose another…' }).click();
    await expect(page.getByText(keys, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Skip to review' }).click();

    await wizard.seeing(question.review);
    await expect(
      page.getByText(`The recovery keys, one file for each stick, go to ${keys}`),
    ).toBeVisible();
    const recipe = await keepRecipe(page, 'encrypted', data);
    await wizard.start('Make the image file');
    await wizard.seeing('The image file is ready', { timeout: 150_000 });

    const files = await readdir(keys);
    expect(files).toHaveLength(1);
    const key = readRecoveryKeyFile(await readFile(join(keys, files[0] ?? '')));
    if (key === null) throw new Error('there is no recovery key in its file');
    await expect(page.getByText(key.keyId, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: /^Copy the key of/ }).click();
    await expect(page.getByText(/^The key is in the clipboard/).first()).toBeVisible();
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(key.recoveryPassword);
    expect(await page.content()).not.toContain(key.recoveryPassword);

    const printed = printedPages(app);
    await page.getByRole('button', { name: /^Print the key of/ }).click();
    await expect.poll(printed).toHaveLength(1);
    const [sheet = ''] = await printed();
    expect(sheet).toContain(key.keyId);
    for (const group of key.recoveryPassword.split('-')) expect(sheet).toContain(group);

    await answerDialogs(app, report);
    await page.getByRole('button', { name: 'Save report…' }).click();
    await expect(page.getByText(`Saved as ${report}`).first()).toBeVisible();
    const saved = await readFile(recipe, 'utf8');
    expect(parseRecipe(JSON.parse(saved))).toMatchObject({
      protect: { kind: 'now', recoveryFolder: keys },
    });
    const logs = join(data, 'sticksmith-data', 'logs');
    const log = await readFile(join(logs, 'sticksmith.log'), 'utf8');
    expect(log).toContain('sticksmith');
    for (const text of [saved, await readFile(report, 'utf8'), log]) {
      expect(text).not.toContain(PASSWORD);
      expect(text).not.toContain(key.recoveryPassword);
    }
  } finally {
    await opened.close();
  }
});
