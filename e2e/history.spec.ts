import { copyFile, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type ElectronApplication, expect, test } from '@playwright/test';
import jsQR from 'jsqr';
import { practiceIso } from '../src-main/cli/testing';
import { answerDialogs, printedPages } from './stand-ins';
import { type OpenApp, chooseTool, openApp, question, screenshot, wizardOn } from './wizard';

let base: string;
let iso: string;
let opened: OpenApp;

test.beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-history-'));
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

test('A stick that was made and one that failed are found in the history, exported, made again, removed and wiped.', async () => {
  const { app, page } = opened;
  const wizard = wizardOn(page);
  const title = page.getByRole('heading', { level: 1 });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const records = join(base, 'data', 'sticksmith-data', 'records');
  const kept = async (): Promise<number> =>
    (await readdir(records)).filter((name) => /^[0-9a-f-]{36}\.json$/.test(name)).length;
  const shot = (name: string): Promise<void> => screenshot(page, name, test.info().outputPath());
  const answerUpToReview = async (target: string, image: string): Promise<void> => {
    await wizard.targetImageFile(target, '1 GB');
    await wizard.continue();
    await wizard.openImage(image);
    await wizard.continue();
    await wizard.goOnWithoutComparing();
    await button(/Review/).click();
    await wizard.seeing(question.review);
  };

  await answerUpToReview(join(base, 'loaner.img'), iso);
  await wizard.start('Make the image file');
  await wizard.seeing('The image file is ready', { timeout: 120_000 });
  await button('How long each part took').click();
  await expect(page.getByText(/took longest/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Time and speed of each part' })).toContainText(
    'Unpack Windows',
  );
  await button('Make another like this').click();

  // An image that is cut off after it was looked at.
  const cut = join(base, 'images', 'cut.iso');
  await copyFile(iso, cut);
  await answerUpToReview(join(base, 'second.img'), cut);
  await expect(button('Make the image file')).toBeEnabled();
  await truncate(cut, 1_000_000);
  await wizard.start('Make the image file');
  await expect(title).toHaveText('The stick was not made', { timeout: 120_000 });

  await chooseTool(page, 'History…');
  await expect(title).toHaveText('History');
  await expect(page.getByText('2 records', { exact: true })).toBeVisible();
  const torn = '2b8f1c52-6d0e-4f3a-9a44-1d2c3b4a5e6f.json';
  await writeFile(join(records, torn), '{"torn');
  await page.getByRole('textbox', { name: 'Search' }).fill('.img');
  await expect(page.getByText(new RegExp(torn))).toBeVisible();
  await button('Set them aside').click();
  await expect(page.getByText(`Moved to ${join(records, 'set-aside')}`)).toBeVisible();
  await expect(page.getByText(new RegExp(torn))).toBeHidden();
  expect(await readdir(join(records, 'set-aside'))).toHaveLength(1);
  await page.getByRole('textbox', { name: 'Search' }).fill('');
  await shot('history');
  const rows = page.getByRole('main').getByRole('button', { name: /\.img/ });
  await expect(rows).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Result' }).selectOption('failed');
  await expect(rows).toHaveCount(1);
  await rows.click();
  await expect(title).toHaveText('second.img');
  await expect(page.getByRole('heading', { name: 'What went wrong' })).toBeVisible();
  await button('All records').click();
  await expect(rows).toBeFocused();
  await page.getByRole('combobox', { name: 'Result' }).selectOption('');
  await page.getByRole('combobox', { name: 'Time' }).selectOption('days');
  await page.getByLabel('Until').fill('2020-01-01');
  await expect(page.getByText('0 of 2 records match')).toBeVisible();
  await page.getByLabel('From').fill('2020-01-02');
  await expect(page.getByText('It is before the first day')).toBeVisible();
  await page.getByLabel('Until').fill('');
  await expect(rows).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Time' }).selectOption('any');
  await page.getByRole('textbox', { name: 'Search' }).fill('LOANER.IMG practice');
  await expect(page.getByText('1 of 2 records match')).toBeVisible();

  const table = join(base, 'records.csv');
  for (const path of [table, join(base, 'records.html')]) {
    await answerDialogs(app, path);
    await button('Export 1 record…').click();
    await expect(page.getByText(`Saved as ${path}`).first()).toBeVisible();
    const exported = await readFile(path, 'utf8');
    expect(exported).toContain('loaner.img');
    expect(exported).toContain('Windows 11');
    expect(exported).not.toContain('second.img');
  }

  await rows.click();
  await expect(title).toHaveText('loaner.img');
  await expect(page.getByText('Portable Windows')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await shot('history-record');
  await button('Print a label…').click();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await shot('history-label');
  const labelFile = join(base, 'label.html');
  await answerDialogs(app, labelFile);
  const labelDialog = page.getByRole('alertdialog');
  await labelDialog.getByRole('button', { name: 'Save as a page…' }).click();
  await expect(page.getByText(`Saved as ${labelFile}`).first()).toBeVisible();
  const printed = printedPages(app);
  await labelDialog.getByRole('button', { name: 'Print…' }).click();
  await expect.poll(printed).toHaveLength(1);
  const label = await readFile(labelFile, 'utf8');
  expect((await printed())[0]).toContain(label);
  const drawn = await drawnLabel(app, label);
  expect(drawn.pages).toEqual(['62 × 29 mm']);
  await expect(labelDialog).toContainText(drawn.code);
  await labelDialog.getByRole('button', { name: 'Close' }).click();
  await expect(button('Print a label…')).toBeFocused();
  await button('Remove this record').click();
  await expect(page.getByText('The record of loaner.img was removed.')).toBeVisible();
  expect(await kept()).toBe(1);
  await expect(button('Undo')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  expect(await kept()).toBe(2);

  await rows.click();
  await button('Make another like this').click();
  await expect(page.getByText('The recipe’s answers were taken over.').first()).toBeVisible();
  await wizard.seeing(question.drive);

  await chooseTool(page, 'History…');
  await button('Remove all…').click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('All 2 records');
  await expect(dialog.getByRole('button', { name: 'Erase all records' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /no way back/ }).click();
  await dialog.getByRole('button', { name: 'Erase all records' }).click();
  await expect(page.getByText('2 records were removed.')).toBeVisible();
  await expect(page.getByText('Nothing was made yet')).toBeVisible();
  expect(await kept()).toBe(0);
});

const MM_PER_POINT = 25.4 / 72;

/** The label as Chromium prints and draws it: the sizes of its pages, and what somebody else's program reads in its code. */
async function drawnLabel(
  app: ElectronApplication,
  html: string,
): Promise<{ pages: string[]; code: string }> {
  const drawn = await app.evaluate(async ({ BrowserWindow }, page) => {
    const size = { width: 1200, height: 600 };
    const window = new BrowserWindow(size);
    try {
      await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(page)}`);
      const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true });
      window.webContents.setZoomFactor(4);
      const image = await window.webContents.capturePage();
      return {
        pdf: pdf.toString('latin1'),
        ...image.getSize(),
        pixels: image.toBitmap().toString('base64'),
      };
    } finally {
      window.destroy();
    }
  }, html);
  const boxes = drawn.pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  const pages = [...boxes].map((box) => {
    const [width, height] = box.slice(1).map((points) => Math.round(Number(points) * MM_PER_POINT));
    return `${String(width)} × ${String(height)} mm`;
  });
  const pixels = new Uint8ClampedArray(Buffer.from(drawn.pixels, 'base64'));
  return { pages, code: jsQR(pixels, drawn.width, drawn.height)?.data ?? 'no code' };
}
