import { expect, test } from '@playwright/test';
import type { SceneName } from '../../src-renderer/dev/scenes';
import { type Preview, openPreview } from '../screens/preview';
import { currentFocus, hasFocus, tabTo } from './focus';

test.use({ trace: 'off' });

let preview: Preview;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  preview = await openPreview();
  await preview.resize(1040, 720);
});
test.afterAll(async () => {
  await preview.close();
});

/** Each button that opens a dialog, on a screen where it stands. */
const openers: readonly { scene: SceneName; opener: string | RegExp; dialog: string | RegExp }[] = [
  { scene: 'drive-many', opener: 'Settings', dialog: 'Settings' },
  { scene: 'drive-many', opener: 'Explain an error…', dialog: 'Explain an error' },
  { scene: 'drive-many', opener: /^Test Kingston/, dialog: /^Test Kingston/ },
  { scene: 'make-writing', opener: 'Cancel', dialog: 'Stop making the stick?' },
  { scene: 'done-problem', opener: /^What does this mean/, dialog: 'Explain an error' },
  { scene: 'check-problem', opener: 'Repair…', dialog: /^Repair/ },
  { scene: 'boot-results', opener: /^Enlarge/, dialog: /screen/ },
  { scene: 'record-finished', opener: 'Print a label…', dialog: /label/i },
  { scene: 'history', opener: 'Remove all…', dialog: /all/ },
  { scene: 'station-six', opener: 'End the series…', dialog: 'End the series?' },
  { scene: 'station-six', opener: 'Break off LOANER-03', dialog: 'Break off LOANER-03?' },
];

for (const { scene, opener, dialog } of openers) {
  test(`On ${scene}, Enter on “${String(opener)}” opens its dialog, and Escape gives the focus back.`, async () => {
    const { page } = preview;
    await preview.show(scene, 'light');
    const button = page.getByRole('button', { name: opener }).first();
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    const opened = page
      .getByRole('dialog', { name: dialog })
      .or(page.getByRole('alertdialog', { name: dialog }));
    await expect(opened).toBeVisible();
    await expect(opened.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(opened).toHaveCount(0);
    await expect(button).toBeFocused();
  });
}

const errands = [
  'Make many alike…',
  'Recipes…',
  'Check or repair a stick…',
  'Make a stick an ordinary drive again…',
  'History…',
];

for (const entry of errands) {
  test(`“${entry}” is gone into and left with the keyboard alone.`, async () => {
    const { page } = preview;
    await preview.show('drive-many', 'light');
    const tools = page.getByRole('button', { name: 'Tools' });
    await tabTo(page, tools);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(tools).toBeFocused();
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: entry });
    for (let press = 0; press < 6 && !(await hasFocus(item)); press += 1) {
      await page.keyboard.press('ArrowDown');
    }
    expect((await page.evaluate(currentFocus)).unseen).toBeNull();
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).not.toHaveText('Which drive becomes the stick?');
    await expect(heading).toBeFocused();
    await tabTo(page, page.getByRole('button', { name: 'Back to the wizard' }));
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText('Which drive becomes the stick?');
    await expect(heading).toBeFocused();
  });
}
