import { AxeBuilder } from '@axe-core/playwright';
import { type Locator, expect, test } from '@playwright/test';
import { sceneNames } from '../../src-renderer/dev/scenes';
import { type Preview, openPreview } from './preview';

/** Each theme is looked at in another size of window, the usual one and the smallest. */
const looks = [
  { theme: 'light', width: 1040, height: 720 },
  { theme: 'dark', width: 900, height: 640 },
] as const;

// A trace of each of so many screens costs more time than the screens themselves.
test.use({ trace: 'off' });

let preview: Preview;
let complaints: string[];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  preview = await openPreview();
  preview.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  preview.page.on('pageerror', (error) => {
    complaints.push(error.message);
  });
});
test.beforeEach(() => {
  complaints = [];
});
test.afterAll(async () => {
  await preview.close();
});

for (const scene of sceneNames) {
  for (const { theme, width, height } of looks) {
    test(`The screen ${scene} is accessible and fits its window in the ${theme} theme.`, async () => {
      await preview.resize(width, height);
      await preview.show(scene, theme);
      await expectGoodScreen(`${scene}-${theme}`);
    });
  }
}

for (const scene of [
  'drive-many',
  'drive-eight',
  'test-ask',
  'test-running',
  'tested-slow',
  'tested-too-small',
  'settings-many',
  'image-chosen',
  'verify-unknown',
  'space-shared',
  'review-many',
  'review-direct',
  'make-writing',
  'make-eight',
  'make-failed',
  'done',
  'done-mixed',
] as const) {
  test(`The screen ${scene} bears text that is half as long again.`, async () => {
    await preview.resize(900, 640);
    await preview.show(scene, 'light', 'long');
    await expectGoodScreen(`${scene}-long`);
  });

  test(`The screen ${scene} can be used with text at 200 %, in half the window.`, async () => {
    await preview.resize(520, 360);
    await preview.show(scene, 'light');
    await expectGoodScreen(`${scene}-double`);
    const primary = preview.page.locator('.bar button').last();
    await expect(primary).toBeInViewport({ ratio: 1 });
  });
}

test('The settings are accessible, close with Escape, and give the focus back.', async () => {
  const { page } = preview;
  for (const { theme, width, height } of looks) {
    await preview.resize(width, height);
    await preview.show('drive-many', theme);
    const opener = page.getByRole('button', { name: 'Settings' });
    await opener.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await expectGoodScreen(`settings-${theme}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
});

test('Cancelling a job asks first, and Enter keeps it going.', async () => {
  const { page } = preview;
  for (const { theme, width, height } of looks) {
    await preview.resize(width, height);
    await preview.show('make-writing', theme);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await expectGoodScreen(`cancel-${theme}`);
    await expect(page.getByRole('button', { name: 'Keep going' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
  }
});

test('Drives that are not offered are listed with the reason in words.', async () => {
  const { page } = preview;
  await preview.resize(1040, 720);
  await preview.show('drive-many', 'light');
  await page.getByRole('button', { name: 'Why is my drive missing?' }).click();
  await expect(page.getByText('This computer runs from it.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /WDC PC SN530/ })).toHaveCount(0);
  await page.getByText('Old Stick').scrollIntoViewIfNeeded();
  await expectGoodScreen('drive-missing');
});

test('The wizard can be gone through with the keyboard alone, and each step takes the focus.', async () => {
  const { page } = preview;
  await preview.resize(1040, 720);
  await preview.show('drive-one', 'light');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeFocused();
  await tabTo(page.getByRole('checkbox', { name: /Kingston/ }));
  await page.keyboard.press('Space');
  await tabTo(page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Which Windows goes on it?');
  await expect(heading).toBeFocused();
  await tabTo(page.getByRole('textbox', { name: 'Path of the image' }));
  await page.keyboard.type('/home/mara/win.iso');
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is the image it should be')).toBeVisible();
  await tabTo(page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('radio', { name: /Windows 11 Pro/ }));
  // Held as a finger does: the choice follows the focus while the key is down.
  await page.keyboard.down('ArrowUp');
  await expect(page.getByRole('radio', { name: /Windows 11 Education/ })).toBeChecked();
  await page.keyboard.up('ArrowUp');
  await tabTo(page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('slider', { name: 'Shared partition' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('textbox', { name: 'Its size' })).not.toHaveValue('0');
  for (const next of ['Protect what is on it?', 'Is this what you want?']) {
    await tabTo(page.getByRole('button', { name: 'Continue' }));
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText(next);
  }
  await tabTo(page.getByRole('textbox', { name: /Type Kingston/ }));
  await page.keyboard.type('kingston datatraveler 3.0');
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Enter');
  const start = page.getByRole('button', {
    name: 'Erase Kingston DataTraveler 3.0 (57.7 GB) and make the stick',
  });
  await expect(start).toBeEnabled();
  await tabTo(start);
});

/** Presses Tab until something has the focus, as a person would. */
async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await preview.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()}`);
}

/** Takes a picture, and expects that nothing is cut off, inaccessible or complained about. */
async function expectGoodScreen(name: string): Promise<void> {
  const { page } = preview;
  await page.evaluate(finishAnimations);
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
  expect(await page.evaluate(sidewaysOverflow)).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map((node) => `${node.html}\n${node.failureSummary ?? ''}`),
  }));
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
}

/** Runs in the page: takes every animation that ends to its end, so that colours are final. */
function finishAnimations(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}

/** Runs in the page: what is wider than its box, or sticks out of the window. */
function sidewaysOverflow(): string[] {
  return [...document.querySelectorAll('.scroll, .bar, .rail, .dialog, button, .card, .panel')]
    .filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).display !== 'inline',
    )
    .map((element) => `${element.className}: ${element.textContent.slice(0, 60)}`);
}
