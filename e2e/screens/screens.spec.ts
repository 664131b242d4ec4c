import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { sceneNames } from '../../src-renderer/dev/scenes';
import { tabTo } from '../accessibility/focus';
import { dialogs, screens } from '../accessibility/places';
import { unlessIn } from '../thorough';
import { finishAnimations, sidewaysOverflow } from './layout';
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
  preview = await openPreview({ axe: true });
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

/** Each step, place and dialog once. */
const places: readonly string[] = [...screens, ...dialogs];

test('Every state of every screen can be shown in the smallest window.', async () => {
  test.setTimeout(600_000);
  await preview.resize(900, 640);
  for (const [index, scene] of sceneNames.entries()) {
    await preview.show(scene, index % 2 === 0 ? 'light' : 'dark');
    expect.soft(await preview.page.evaluate(sidewaysOverflow), scene).toEqual([]);
    expect.soft(complaints, scene).toEqual([]);
    complaints = [];
  }
});

// Look by look: changing the window's size takes longer than changing the scene.
for (const { theme, width, height } of looks) {
  for (const scene of sceneNames) {
    const details = unlessIn(places, scene);
    test(
      `The screen ${scene} is accessible and fits its window in the ${theme} theme.`,
      details,
      async () => {
        await preview.resize(width, height);
        await preview.show(scene, theme);
        await expectGoodScreen(`${scene}-${theme}`);
      },
    );
  }
}

const crowdedScenes = [
  'drive-many',
  'drive-eight',
  'test-ask',
  'test-running',
  'tested-slow',
  'tested-too-small',
  'settings-general',
  'settings-many',
  'settings-trusted',
  'settings-support',
  'explain-code',
  'explain-empty',
  'image-chosen',
  'verify-unknown',
  'space-shared',
  'space-open',
  'protect-now-wrong',
  'protect-after-writing',
  'protect-first-start-share',
  'yours-changed',
  'yours-problems',
  'yours-answers-several',
  'yours-drivers-found',
  'yours-apps-many',
  'yours-apps-on-windows',
  'yours-network-problems',
  'ventoy-images',
  'ventoy-stick-images',
  'ventoy-package-update',
  'ventoy-space-windows',
  'ventoy-menu',
  'ventoy-review',
  'ventoy-done',
  'review-yours',
  'review-encrypted',
  'review-after-writing',
  'review-many',
  'review-direct',
  'make-writing',
  'make-eight',
  'make-failed',
  'done',
  'done-diary',
  'done-encrypted-many',
  'done-mixed',
  'check-choose',
  'check-notes',
  'check-problem',
  'check-computers',
  'boot-results',
  'done-booted',
  'repair-ask',
  'repair-done',
  'station-choose-answers',
  'station-recipe-secrets',
  'station-confirm-any',
  'station-confirm-wrong',
  'station-twelve',
  'station-failed',
  'station-long-names',
  'station-refused',
  'station-ended',
  'history',
  'record-finished',
  'record-timings',
  'record-label',
  'recipes',
  'recipes-many',
  'recipes-import-failed',
  'recipes-import-taken',
  'recipe-lacking',
  'recipe-long',
  'recipe-describe',
  'review-save-recipe',
  'review-recipe-taken',
] as const;

for (const scene of crowdedScenes) {
  const details = unlessIn(places, scene);
  test(`The screen ${scene} bears text that is half as long again.`, details, async () => {
    await preview.resize(900, 640);
    await preview.show(scene, 'light', 'long');
    await expectGoodScreen(`${scene}-long`);
  });
}

for (const scene of crowdedScenes) {
  const details = unlessIn(places, scene);
  test(
    `The screen ${scene} can be used with text at 200 %, in half the window.`,
    details,
    async () => {
      await preview.resize(520, 360);
      await preview.show(scene, 'light');
      await expectGoodScreen(`${scene}-double`);
      const primary = preview.page.locator('.bar button').last();
      await expect(primary).toBeInViewport({ ratio: 1 });
    },
  );
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

test('An error is explained with the keyboard alone, while its code is typed.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('drive-many', 'light');
  const opener = page.getByRole('button', { name: 'Explain an error…' });
  await opener.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Explain an error' });
  const field = dialog.getByRole('textbox', { name: 'A code or a message from the screen' });
  await expect(field).toBeFocused();
  await page.keyboard.type('oxc0000');
  await expect(dialog.getByRole('status')).not.toContainText('1 explanation');
  await page.keyboard.type('225');
  await expect(dialog.getByRole('status')).toContainText('1 explanation');
  await expect(dialog.getByText('The stick was copied or partitioned anew')).toBeVisible();
  await tabTo(preview.page, dialog.getByRole('button', { name: 'How this is known' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('documented: Microsoft: NTSTATUS values')).toBeVisible();
  await expectGoodScreen('explain-sources');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('F1 opens the explanations, but not over another dialog.', async () => {
  const { page } = preview;
  await preview.show('drive-many', 'light');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Explain an error' })).toBeVisible();
  await page.getByRole('button', { name: 'No bootable device' }).click();
  await expect(page.getByText('The computer finds nothing to start')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('A check that failed leads to what a computer may show, and a failure to what Ventoy said.', async () => {
  const { page } = preview;
  await preview.show('done-problem', 'light');
  const opener = page.getByRole('button', { name: 'What does this mean? bcd.device' });
  await expect(page.getByRole('button', { name: /^What does this mean/ })).toHaveCount(1);
  await opener.click();
  await expect(page.getByRole('textbox', { name: /^A code/ })).toHaveValue('bcd.device');
  await expect(page.getByText('The partition with Windows was not found')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await preview.show('make-failed', 'light');
  await expect(page.getByRole('button', { name: /^What does this mean/ })).toHaveCount(0);
  await preview.show('make-failed-ventoy', 'light');
  await page.getByRole('button', { name: 'What does this mean? ventoy/install-failed' }).click();
  await expect(page.getByText('A program of Ventoy’s does not run here')).toBeVisible();
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

test('A drive test is reached with the keyboard, asks first, and Enter alone never starts it.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('drive-many', 'light');
  const opener = page.getByRole('button', { name: 'Test Kingston DataTraveler 3.0 (/dev/sdb)' });
  const start = page.getByRole('button', { name: 'Erase and test' });
  await tabTo(preview.page, opener);
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alertdialog')).toHaveCount(press % 2 === 0 ? 1 : 0);
  }
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(start).toBeDisabled();
  await tabTo(preview.page, page.getByRole('textbox', { name: /Type Kingston/ }));
  await page.keyboard.type('Kingston DataTraveler 3.0');
  await expect(start).toBeEnabled();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog', { name: /^Test Kingston/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('A running drive test stays on screen when Escape is pressed.', async () => {
  const { page } = preview;
  await preview.show('test-running', 'light');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Writing at random places')).toBeVisible();
  await page.getByRole('button', { name: 'Stop the test' }).click();
  await expect(page.getByText('Stopping…')).toBeVisible();
});

test('A tested drive says what was found, and one that holds too little can’t be ticked.', async () => {
  const { page } = preview;
  await preview.show('tested-fine', 'light');
  await expect(page.getByText(/^Fine: about 6 minutes for a Windows stick$/)).toBeVisible();
  const again = page.getByRole('button', { name: /^Test Kingston/ });
  await again.click();
  await page.getByRole('textbox', { name: /Type Kingston/ }).fill('Kingston DataTraveler 3.0');
  await page.getByRole('button', { name: 'Erase and test' }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(again).toBeFocused();
  await page.getByRole('button', { name: 'Measured speeds' }).click();
  await expect(page.getByText(/Writes 96.4.MB a second/)).toBeVisible();
  await expectGoodScreen('tested-speeds');
  await preview.show('tested-too-small', 'light');
  const drive = page.getByRole('checkbox', { name: /Kingston/ });
  await expect(drive).toBeDisabled();
  await expect(drive).not.toBeChecked();
  await expect(drive).toHaveAccessibleDescription(/only 8.GB of 57.7.GB are real/);
});

test('Eight rows and the overall bar fit the smallest window, with their bars in one column.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('make-eight', 'light');
  const rows = page.getByRole('list', { name: 'Sticks' }).getByRole('listitem');
  await expect(rows).toHaveCount(8);
  await expect(rows.last()).toBeInViewport({ ratio: 1 });
  const bars = await page.getByRole('progressbar', { name: /^Progress of (?!the)/ }).all();
  const edges = await Promise.all(bars.map((bar) => bar.boundingBox()));
  expect(new Set(edges.map((box) => `${String(box?.x)} ${String(box?.width)}`)).size).toBe(1);
});

test('A row that failed tells why, and what to do now, when it is asked.', async () => {
  const { page } = preview;
  for (const { theme, width, height } of looks) {
    await preview.resize(width, height);
    await preview.show('make-many', theme);
    await page.getByRole('button', { name: /^What happened to Kingston/ }).click();
    await expect(page.getByText('Try another port or cable.')).toBeVisible();
    await expect(page.getByText('verify/mismatch')).toBeVisible();
    await expectGoodScreen(`make-why-${theme}`);
  }
});

test('A finished stick says which computers it should start, why not, and what helps.', async () => {
  const { page } = preview;
  for (const { theme, width, height } of looks) {
    await preview.resize(width, height);
    await preview.show('done', theme);
    await page.getByRole('button', { name: 'Should start 2 of 8 kinds of computer' }).click();
    const table = page.getByRole('table', { name: 'Which computers it should start' });
    await expect(table.getByRole('row')).toHaveCount(9);
    const old = table.getByRole('row', { name: /^Older PC with a BIOS/ });
    await expect(old).toContainText('Make it with an MBR');
    await old.scrollIntoViewIfNeeded();
    await expectGoodScreen(`done-compatibility-${theme}`);
  }
});

test('A stick is checked from the rail with the keyboard, and the wizard comes back.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('check-cancelled', 'light');
  await page.getByRole('button', { name: 'Back to the wizard' }).press('Enter');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Which drive becomes the stick?');
  await expect(title).toBeFocused();
  await tabTo(preview.page, page.getByRole('button', { name: 'Tools' }));
  await page.keyboard.press('Enter');
  const entry = page.getByRole('menuitem', { name: 'Check or repair a stick…' });
  await expect(entry).toBeVisible();
  await expectGoodScreen('tools-menu');
  while (!(await entry.evaluate((item) => item === document.activeElement))) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Which stick shall be checked?');
  await expect(title).toBeFocused();
  await expect(page.getByRole('button', { name: 'Check it' })).toBeDisabled();
  const rail = page.getByRole('navigation');
  await expect(rail.getByRole('button', { name: /current step/ })).toHaveCount(0);
  await rail.getByRole('button', { name: /^Drive/ }).click();
  await expect(title).toHaveText('Which drive becomes the stick?');
});

test('A repair asks first, Enter alone never starts it, and Escape leads back to its button.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('check-problem', 'light');
  const opener = page.getByRole('button', { name: 'Repair…' });
  const dialog = page.getByRole('alertdialog');
  await tabTo(preview.page, opener);
  for (let press = 0; press < 10; press += 1) await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: /^Repair Kingston/ })).toBeFocused();
  const start = dialog.getByRole('button', { name: 'Repair it' });
  await expect(start).toBeDisabled();
  await tabTo(preview.page, dialog.getByRole('checkbox'));
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Enter');
  await expect(start).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(preview.page, dialog.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await tabTo(preview.page, start);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: /is repaired$/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(dialog).toHaveCount(0);
});

test('A repair that writes stays on screen when Escape is pressed, and can be cancelled.', async () => {
  const { page } = preview;
  await preview.show('repair-running', 'light');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('progressbar', { name: 'Progress of the repair' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Taking back what was rewritten')).toBeVisible();
});

test('The screen of a test boot is enlarged and put back with the keyboard, and its code is explained.', async () => {
  const { page } = preview;
  for (const { theme, width, height } of looks) {
    await preview.resize(width, height);
    await preview.show('boot-results', theme);
    const picture = page.getByRole('button', { name: /^Enlarge: .* computer with UEFI$/ });
    await picture.press('Enter');
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
    await expectGoodScreen(`boot-picture-${theme}`);
    await page.keyboard.press('Escape');
    await expect(picture).toBeFocused();
    const meaning = page.getByRole('button', { name: 'What does this mean? 0xc000000f' });
    await meaning.click();
    await expect(page.getByRole('textbox', { name: /^A code/ })).toHaveValue('0xc000000f');
    await page.keyboard.press('Escape');
    await expect(meaning).toBeFocused();
    await page.getByRole('button', { name: 'What such a test shows, and what it doesn’t' }).click();
    await expect(page.getByText(/^That Windows gets to its desktop/)).toBeVisible();
    await expectGoodScreen(`boot-meaning-${theme}`);
  }
});

test('Outcomes of drives are announced, and not how far they are.', async () => {
  const { page } = preview;
  await preview.show('make-eight', 'light');
  const announced = await page.locator('[aria-live="polite"] p').allTextContents();
  expect(announced).toEqual([
    'Kingston DataTraveler 3.0 (/dev/sdb) is finished.',
    expect.stringMatching(
      /^Kingston DataTraveler 3\.0 \(\/dev\/sde\) failed\. \/dev\/sde gave back/,
    ),
  ]);
});

test('The drives that failed are tried again from the review, and only they.', async () => {
  const { page } = preview;
  await preview.show('done-mixed', 'light');
  await page.getByRole('button', { name: 'Try the failed one again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this what you want?');
  await expect(page.getByText(/^Everything on Kingston .*\/dev\/sde\)$/)).toBeVisible();
  await expect(page.getByText(/^Everything on /)).toHaveCount(1);
});

test('Unpacking straight onto the drive is offered for one drive, and has to be ticked.', async () => {
  const { page } = preview;
  await preview.show('review-no-room-many', 'light');
  await expect(page.getByText('The work folder lacks 19.1')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Unpack straight/ })).toHaveCount(0);
  await preview.show('review-no-room', 'light');
  const direct = page.getByRole('checkbox', { name: 'Unpack straight onto the drive' });
  await expect(direct).not.toBeChecked();
  const start = page.getByRole('button', { name: /^Erase Kingston/ });
  await page.getByRole('textbox', { name: /Type Kingston/ }).fill('Kingston DataTraveler 3.0');
  await expect(start).toBeDisabled();
  await direct.click();
  await expect(start).toBeEnabled();
  await preview.show('review-direct', 'light');
  await expect(page.getByText(/^By its test, this drive needs about 4 hours/)).toBeVisible();
});

test('A stick is encrypted with the keyboard alone, once its password was typed twice.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('protect', 'light');
  const next = page.getByRole('button', { name: 'Continue' });
  await tabTo(preview.page, page.getByRole('radio', { name: /^Without encryption/ }));
  // Held as a finger does: the choice follows the focus while the key is down.
  await page.keyboard.down('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Encrypted now/ })).toBeChecked();
  await page.keyboard.up('ArrowDown');
  await expect(next).toBeDisabled();
  await expect(page.getByText('Choose a password.')).toBeVisible();
  const password = page.getByRole('textbox', { name: 'Password', exact: true });
  const again = page.getByRole('textbox', { name: 'The same password again' });
  await tabTo(preview.page, password);
  await page.keyboard.type('river-tooth-splendid');
  await expect(page.getByText('Strength of the password: good')).toBeVisible();
  await expect(password).toHaveAttribute('type', 'password');
  await tabTo(preview.page, page.getByRole('button', { name: 'Show the password' }));
  await page.keyboard.press('Enter');
  await expect(password).toHaveAttribute('type', 'text');
  await tabTo(preview.page, again);
  await page.keyboard.type('river-tooth-splendi');
  await expect(next).toBeDisabled();
  await page.keyboard.type('d');
  await expect(next).toBeEnabled();
  await tabTo(preview.page, next);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Make it yours');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(again).toHaveValue('river-tooth-splendid');
});

test('A password that may not be typed at the start is taken with a warning.', async () => {
  const { page } = preview;
  await preview.show('protect-now', 'light');
  const password = page.getByRole('textbox', { name: 'Password', exact: true });
  await password.fill('blue-bell-trench');
  await expect(page.getByText(/Some of these characters lie elsewhere/)).toBeVisible();
  await password.fill('Grüße-vom-Stick');
  await expect(page.getByText(/some of these characters can’t be typed there/)).toBeVisible();
  await password.fill('gildedrobin');
  await expect(page.getByText(/takes every keyboard for a US one/)).toHaveCount(0);
});

test('What can’t be encrypted says why, and one that no longer can be may be left.', async () => {
  const { page } = preview;
  await preview.show('protect-vhdx', 'light');
  for (const way of [/^Encrypted now/, /^Encrypted at its first start/]) {
    await expect(page.getByRole('radio', { name: way })).toBeDisabled();
  }
  await expect(page.getByText(/Windows in a virtual disk file\. Put it/)).toHaveCount(2);
  await preview.show('protect-became-impossible', 'light');
  const next = page.getByRole('button', { name: 'Continue' });
  await expect(next).toBeDisabled();
  await page.getByRole('radio', { name: /^Without encryption/ }).click();
  await expect(next).toBeEnabled();
  await expect(page.getByRole('radio', { name: /^Encrypted at its first/ })).toBeDisabled();
});

test('Recovery keys are told apart by drive, and not shown.', async () => {
  const { page } = preview;
  await preview.show('done-encrypted-many', 'light');
  for (const what of ['Copy', 'Print', 'Show']) {
    const button = page.getByRole('button', { name: new RegExp(`^${what} the key.*/dev/sdc`) });
    await expect(button).toHaveCount(1);
  }
  await expect(page.getByRole('button', { name: 'Print all…' })).toBeVisible();
  await page.getByRole('button', { name: /^Copy the key of .*\/dev\/sdc/ }).click();
  await expect(page.getByText(/^The key is in the clipboard/)).toBeVisible();
  expect(await page.locator('body').innerText()).not.toMatch(/\d{6}-\d{6}/);
});

test('A note in the diary says what is missing, and asks only for what matters.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('done-diary-empty', 'light');
  await expect(page.getByText('Nothing noted yet.')).toBeVisible();
  const model = page.getByRole('textbox', { name: 'Model' });
  await tabTo(preview.page, model);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Say which computer it was.')).toBeVisible();
  await expectGoodScreen('done-diary-missing');
  await page.keyboard.type('ThinkPad T480');
  await expect(page.getByText('Say which computer it was.')).toHaveCount(0);
  const secureBoot = page.getByRole('radiogroup', { name: 'Secure Boot' });
  await expect(secureBoot).toHaveCount(0);
  await page.getByRole('radio', { name: 'UEFI', exact: true }).click();
  await expect(secureBoot).toBeVisible();
  const seconds = page.getByRole('textbox', { name: 'Time to the desktop' });
  await seconds.fill('soon');
  await expect(page.getByText(/^A whole number of seconds/)).toBeVisible();
  await page.getByRole('radio', { name: 'Did not start' }).click();
  await expect(seconds).toHaveCount(0);
});

test('A note in the diary that was removed can be brought back at once.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('done-diary', 'dark');
  await expect(page.getByRole('button', { name: 'Where it started: 3 notes' })).toBeVisible();
  await page.getByRole('button', { name: /^Should start / }).click();
  await expect(page.getByText(/started on 2 of 2, 1 with trouble/)).toBeVisible();
  await page.getByRole('button', { name: /^Should start / }).click();
  const notes = page.getByRole('list', { name: 'Noted for this stick' });
  await expect(notes.getByRole('listitem')).toHaveCount(3);
  await notes.getByRole('button', { name: 'Remove the note about ThinkPad T480' }).click();
  await expect(notes.getByRole('listitem')).toHaveCount(2);
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await expectGoodScreen('done-diary-removed');
  await page.keyboard.press('Enter');
  await expect(notes.getByRole('listitem')).toHaveCount(3);
  await expect(undo).toHaveCount(0);
});

test('Kept builds are listed, and one that is in use can’t be removed.', async () => {
  const { page } = preview;
  for (const { theme, width, height } of looks) {
    await preview.resize(width, height);
    await preview.show('settings-many', theme);
    const builds = page.getByRole('list', { name: 'Kept for the next stick' });
    await expect(builds.getByRole('listitem')).toHaveCount(3);
    await expect(builds.getByRole('button', { name: /^Remove Windows 11/ })).toHaveCount(2);
    await page.getByRole('button', { name: 'Remove all' }).scrollIntoViewIfNeeded();
    await expectGoodScreen(`settings-builds-${theme}`);
  }
});

test('A trusted image is removed, taken back and added with the keyboard alone.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('settings-trusted', 'light');
  const list = page.getByRole('list', { name: 'Trusted images' });
  await tabTo(
    preview.page,
    page.getByRole('button', { name: 'Remove debian-live-12.5.0-amd64-gnome.iso' }),
  );
  await page.keyboard.press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expectGoodScreen('settings-trusted-removed');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await tabTo(preview.page, page.getByRole('textbox', { name: 'Its name' }));
  await page.keyboard.type('linux.iso');
  await tabTo(preview.page, page.getByRole('textbox', { name: 'SHA-256' }));
  await page.keyboard.type('abc');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/^A SHA-256 has 64 digits/)).toBeVisible();
  await expectGoodScreen('settings-trusted-bad');
  await page.getByRole('textbox', { name: 'SHA-256' }).fill('A'.repeat(64));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Its name' })).toHaveValue('');
});

test('The parts of the settings are gone through with the arrow keys, and the text for support is seen before it is copied.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('settings-support', 'light');
  await page.getByRole('tab', { name: 'General' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tabpanel', { name: 'Storage' })).toBeVisible();
  await page.keyboard.press('End');
  const shown = page.getByRole('region', { name: 'What support needs' });
  await expect(shown).toContainText('serial •••73F0');
  await tabTo(preview.page, shown);
  await tabTo(preview.page, page.getByRole('button', { name: 'Copy what support needs' }));
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
  await tabTo(preview.page, page.getByRole('checkbox', { name: /Kingston/ }));
  await page.keyboard.press('Space');
  await tabTo(preview.page, page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('What goes on it?');
  await expect(heading).toBeFocused();
  await tabTo(preview.page, page.getByRole('textbox', { name: 'Path of the image' }));
  await page.keyboard.type('/home/mara/win.iso');
  await page.keyboard.press('Enter');
  await tabTo(preview.page, page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is the image it should be')).toBeVisible();
  await tabTo(preview.page, page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  await tabTo(preview.page, page.getByRole('radio', { name: /Windows 11 Pro/ }));
  // Held as a finger does: the choice follows the focus while the key is down.
  await page.keyboard.down('ArrowUp');
  await expect(page.getByRole('radio', { name: /Windows 11 Education/ })).toBeChecked();
  await page.keyboard.up('ArrowUp');
  await tabTo(preview.page, page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');
  await tabTo(preview.page, page.getByRole('slider', { name: 'Shared partition' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('textbox', { name: 'Its size' })).not.toHaveValue('0');
  for (const next of ['Protect what is on it?', 'Make it yours', 'Is this what you want?']) {
    await tabTo(preview.page, page.getByRole('button', { name: 'Continue' }));
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText(next);
  }
  await tabTo(preview.page, page.getByRole('textbox', { name: /Type Kingston/ }));
  await page.keyboard.type('kingston datatraveler 3.0');
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Enter');
  const start = page.getByRole('button', {
    name: 'Erase Kingston DataTraveler 3.0 (57.7 GB) and make the stick',
  });
  await expect(start).toBeEnabled();
  await tabTo(preview.page, start);
});

test('A series is begun with the keyboard alone, and Enter alone never begins it.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('station-recipe', 'light');
  const title = page.getByRole('heading', { level: 1 });
  const next = page.getByRole('button', { name: 'Continue' });
  await expect(title).toBeFocused();
  await expect(next).toBeDisabled();
  await tabTo(preview.page, page.getByRole('textbox', { name: 'Password', exact: true }));
  await page.keyboard.type('river-tooth-splendid');
  await tabTo(preview.page, page.getByRole('textbox', { name: 'The same password again' }));
  await page.keyboard.type('river-tooth-splendid');
  await tabTo(preview.page, page.getByRole('textbox', { name: 'Key of the network Pupils' }));
  await page.keyboard.type('correct horse');
  await tabTo(preview.page, next);
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Which drives become sticks?');
  await expect(title).toBeFocused();
  const begin = page.getByRole('button', { name: 'Begin the series' });
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Enter');
  await expect(begin).toBeDisabled();
  await tabTo(preview.page, page.getByRole('textbox', { name: 'First number' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('7');
  await expect(page.getByText('LOANER-07, LOANER-08, LOANER-09 …')).toBeVisible();
  await tabTo(preview.page, page.getByRole('checkbox', { name: /^Every empty drive/ }));
  await page.keyboard.press('Enter');
  await expect(begin).toBeDisabled();
  await page.keyboard.press('Space');
  await expect(begin).toBeEnabled();
  // What was confirmed was something else.
  await page.getByRole('textbox', { name: 'Stop after so many sticks' }).fill('20');
  await expect(begin).toBeDisabled();
  await expect(page.getByText('It ends after 20 sticks.')).toBeVisible();
});

test('Drives with files on them are erased only in sizes that were named, with a word that was typed.', async () => {
  const { page } = preview;
  await preview.show('station-confirm', 'light');
  await page.getByRole('radio', { name: /^Anything: it is erased/ }).click();
  await expect(page.getByRole('radio', { name: /^Like the first one/ })).toBeDisabled();
  const begin = page.getByRole('button', { name: 'Begin, and erase what is plugged in' });
  await page.getByRole('checkbox', { name: /^Every drive that is plugged in/ }).click();
  await page.getByRole('textbox', { name: /^Type “erase”/ }).fill('erase');
  await expect(page.getByText('Say from which size to which drives are taken.')).toBeVisible();
  await expect(begin).toBeDisabled();
  await page.getByRole('textbox', { name: 'Up to' }).fill('64');
  await expect(begin).toBeDisabled();
  await page.getByRole('checkbox', { name: /^Every drive that is plugged in/ }).click();
  await expect(begin).toBeDisabled();
  await page.getByRole('textbox', { name: /^Type “erase”/ }).fill('Erase');
  await expect(begin).toBeEnabled();
});

test('A series that runs is left by no way but its end, which asks how.', async () => {
  const { page } = preview;
  await preview.resize(900, 640);
  await preview.show('station-six', 'light');
  for (const step of await page.getByRole('navigation').getByRole('listitem').all()) {
    await expect(step.getByRole('button')).toBeDisabled();
  }
  await page.getByRole('button', { name: 'Tools' }).click();
  await expect(page.getByRole('menuitem', { name: 'Check or repair a stick…' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await tabTo(preview.page, page.getByRole('button', { name: 'End the series…' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'End the series?' });
  await expect(dialog.getByRole('button', { name: 'Finish these first' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Break them off' })).toBeVisible();
  await expectGoodScreen('station-stop');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Break off LOANER-03' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Break off LOANER-03?' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('How drives of a series ended is announced, and not how far they are.', async () => {
  const { page } = preview;
  await preview.show('station-failed', 'light');
  const announced = await page.locator('[aria-live="polite"] p').allTextContents();
  expect(announced).toEqual([
    'LOANER-01 is finished. You can pull it now.',
    expect.stringMatching(/^LOANER-02 failed\. \/dev\/sdc gave back/),
    expect.stringMatching(/^LOANER-03 failed\. /),
  ]);
  await expect(page.getByRole('button', { name: 'Try LOANER-02 again' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Try LOANER-03 again' })).toBeDisabled();
  await expect(page.getByText('Plug it in again to try it once more.')).toBeVisible();
  await page.getByRole('button', { name: /^What happened to LOANER-02/ }).click();
  await expect(page.getByText('verify/mismatch')).toBeVisible();
  await expectGoodScreen('station-why');
});

/** Takes a picture, and expects that nothing is cut off, inaccessible or complained about. */
async function expectGoodScreen(name: string): Promise<void> {
  const { page } = preview;
  await page.evaluate(finishAnimations);
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
  expect(await page.evaluate(sidewaysOverflow)).toEqual([]);
  // The page has axe already.
  const { violations } = await new AxeBuilder({ page, axeSource: 'window.axe.version' })
    .setLegacyMode(true)
    // Without the elements that are as they should be, of which there are many.
    .options({ resultTypes: ['violations'] })
    .analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map((node) => `${node.html}\n${node.failureSummary ?? ''}`),
  }));
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
}
