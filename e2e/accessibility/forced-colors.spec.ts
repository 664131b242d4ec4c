import { type Locator, type Page, expect, test } from '@playwright/test';
import type { SceneName } from '../../src-renderer/dev/scenes';
import { finishAnimations } from '../screens/layout';
import { type Preview, openPreview } from '../screens/preview';

test.use({ trace: 'off' });

let preview: Preview;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  preview = await openPreview();
  await preview.resize(1040, 720);
  await preview.page.emulateMedia({ forcedColors: 'active' });
});
test.afterAll(async () => {
  await preview.close();
});

/** Two things of one shape that differ in their state only, neither of which has the focus. */
const pairs: readonly { what: string; scene: SceneName; one: string; other: string }[] = [
  {
    what: 'a drive that is chosen from one that is not',
    scene: 'drive-many',
    one: '.card[data-state="checked"] > .card-mark',
    other: '.card[data-state="unchecked"]:enabled > .card-mark',
  },
  {
    what: 'the chosen edition from another',
    scene: 'edition',
    one: '[role="radio"][data-state="checked"] > .card-mark',
    other: '[role="radio"][data-state="unchecked"] > .card-mark',
  },
  {
    what: 'the current step from one that is done',
    scene: 'space-shared',
    one: '.rail-step[data-state="current"] > .rail-mark',
    other: '.rail-step[data-state="done"] > .rail-mark',
  },
  {
    what: 'the phase that goes on from one to come',
    scene: 'make-writing',
    one: '.phases > [data-state="current"] > .phase-mark',
    other: '.phases > [data-state="closed"] > .phase-mark',
  },
  {
    what: 'what is written from what is free, in what explains the picture',
    scene: 'make-writing',
    one: '.swatch[data-role="written"]',
    other: '.swatch[data-role="free"]',
  },
  {
    what: 'Windows from the files for every computer, in what explains the picture',
    scene: 'space-shared',
    one: '.swatch[data-role="windows"]',
    other: '.swatch[data-role="shared"]',
  },
  {
    what: 'a stick that is finished from one that failed',
    scene: 'make-eight',
    one: '.target[data-state="finished"] > .target-mark',
    other: '.target[data-state="failed"] > .target-mark',
  },
  {
    what: 'a tick that is set from one that is not',
    scene: 'yours-apps-many',
    one: '.tick-box[data-state="checked"]',
    other: '.tick-box[data-state="unchecked"]',
  },
];

for (const { what, scene, one, other } of pairs) {
  test(`With forced colours one still tells ${what}.`, async () => {
    const { page } = preview;
    await preview.show(scene, 'light');
    await page.evaluate(finishAnimations);
    await page.screenshot({ path: test.info().outputPath(`${scene}.png`) });
    const images = [
      await pictureOf(page.locator(one).first()),
      await pictureOf(page.locator(other).first()),
    ];
    expect(await differing(page, images)).toBeGreaterThan(0.05);
  });
}

test('With forced colours a bar shows how far it is.', async () => {
  const { page } = preview;
  await preview.show('make-eight', 'light');
  await page.evaluate(finishAnimations);
  const bars = page.locator('.target .progress');
  const images = [await pictureOf(bars.nth(0)), await pictureOf(bars.nth(3))];
  expect(await differing(page, images)).toBeGreaterThan(0.1);
});

test('With forced colours one sees which part of the settings is open, which choice is made, and where the menu is.', async () => {
  const { page } = preview;
  await preview.show('settings-general', 'light');
  await page.evaluate(finishAnimations);
  const lineOf = (part: string): Promise<string> =>
    page
      .locator(part)
      .first()
      .evaluate((tab) => getComputedStyle(tab).borderBottomColor);
  expect(await lineOf('.tab[data-state="active"]')).not.toBe(
    await lineOf('.tab[data-state="inactive"]'),
  );
  const outlineOf = (choice: string): Promise<string> =>
    page
      .locator(choice)
      .first()
      .evaluate((one) => getComputedStyle(one).outlineStyle);
  expect(await outlineOf('.choice[data-state="checked"]')).toBe('solid');
  expect(await outlineOf('.choice[data-state="unchecked"]')).toBe('none');
  await preview.show('drive-many', 'light');
  await page.getByRole('button', { name: 'Tools' }).press('Enter');
  const entry = page.getByRole('menuitem', { name: 'History…' });
  await expect(entry).toBeVisible();
  const before = await pictureOf(entry);
  await page.keyboard.press('End');
  expect(await differing(page, [before, await pictureOf(entry)])).toBeGreaterThan(0.2);
});

async function pictureOf(element: Locator): Promise<string> {
  await element.scrollIntoViewIfNeeded();
  return (await element.screenshot()).toString('base64');
}

/** The share of pixels that differ clearly between two pictures, as far as both go. */
function differing(page: Page, images: string[]): Promise<number> {
  return page.evaluate(async (pngs) => {
    const bitmaps = await Promise.all(
      pngs.map((png) => {
        const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
        return createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      }),
    );
    const width = Math.min(...bitmaps.map((bitmap) => bitmap.width));
    const height = Math.min(...bitmaps.map((bitmap) => bitmap.height));
    const [one = [], other = []] = bitmaps.map((bitmap) => {
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return [...(context?.getImageData(0, 0, width, height).data ?? [])];
    });
    const CLEARLY = 64;
    const channels = one.filter((value, index) => Math.abs(value - (other[index] ?? 0)) > CLEARLY);
    return channels.length / one.length;
  }, images);
}
