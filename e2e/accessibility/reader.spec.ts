import { expect, test } from '@playwright/test';
import type { SceneName } from '../../src-renderer/dev/scenes';
import { type Preview, openPreview } from '../screens/preview';
import { type AxNode, accessibilityTree } from './ax';
import { dialogs, screens } from './places';

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

/** What can be used, or tells a state: nobody knows what it is about without a name. */
const named = new Set([
  ...['button', 'checkbox', 'combobox', 'DisclosureTriangle', 'link', 'menuitem', 'radio'],
  ...['slider', 'spinbutton', 'switch', 'tab', 'textbox', 'PopUpButton', 'searchbox'],
  ...['progressbar', 'meter', 'img', 'image', 'SvgRoot'],
  ...['dialog', 'alertdialog', 'navigation', 'radiogroup', 'tablist', 'tabpanel', 'table', 'menu'],
]);

for (const scene of screens) {
  test(`A screen reader finds its way on ${scene}.`, async () => {
    const { page } = preview;
    await preview.show(scene, 'light');
    const tree = await accessibilityTree(page);
    expect(rolesOf(tree, 'main')).toHaveLength(1);
    expect(rolesOf(tree, 'navigation').map(({ name }) => name)).toEqual(['Steps']);
    expect(levelsOf(tree).filter((level) => level === 1)).toHaveLength(1);
    expectNoSkippedLevel(levelsOf(tree));
    expect(unnamed(tree)).toEqual([]);
  });
}

for (const scene of dialogs) {
  test(`A screen reader is told of the dialog of ${scene}, and of nothing behind it.`, async () => {
    await preview.show(scene, 'light');
    const tree = await accessibilityTree(preview.page);
    const told = tree.filter(({ role }) => role === 'dialog' || role === 'alertdialog');
    expect(told).toHaveLength(1);
    expect(unnamed(tree)).toEqual([]);
    expect(rolesOf(tree, 'main')).toEqual([]);
    expect(rolesOf(tree, 'navigation')).toEqual([]);
  });
}

test('The list of steps says which is the current one, and on an errand that none is.', async () => {
  const currentSteps = async (scene: SceneName): Promise<string[]> => {
    await preview.show(scene, 'light');
    const tree = await accessibilityTree(preview.page);
    return rolesOf(tree, 'button')
      .map(({ name }) => name)
      .filter((name) => name.includes('current step'));
  };
  expect(await currentSteps('space-shared')).toEqual([
    expect.stringMatching(/^Space, current step/),
  ]);
  expect(await currentSteps('history')).toEqual([]);
});

/** Errors that come up on a screen that stays; what one is told of them. */
const errors: readonly { scene: SceneName; says: RegExp }[] = [
  { scene: 'drive-error', says: /lsblk/ },
  { scene: 'image-error', says: /image/ },
  { scene: 'verify-mismatch', says: /not/ },
  { scene: 'ventoy-package-error', says: /Ventoy/ },
  { scene: 'test-failed', says: /disappeared/ },
  { scene: 'boot-failed', says: /qemu/ },
  { scene: 'history-failed', says: /records/ },
  { scene: 'settings-error', says: /listed/ },
  { scene: 'station-choose-failed', says: /recipe/ },
];

for (const { scene, says } of errors) {
  test(`The error of ${scene} is an alert.`, async () => {
    await preview.show(scene, 'light');
    const alerts = await preview.page.getByRole('alert').allTextContents();
    expect(alerts).toEqual([expect.stringMatching(says)]);
    const tree = await accessibilityTree(preview.page);
    const live = rolesOf(tree, 'alert').map(({ properties }) => properties['live']);
    expect(live).toEqual(['assertive']);
  });
}

/** Errors that take the place of a screen or of what a dialog shows: their heading has the focus, and is read out. */
const ends = ['make-failed', 'check-failed', 'restore-failed', 'repair-failed'] as const;

for (const scene of ends) {
  test(`The heading of ${scene} has the focus and says that something failed.`, async () => {
    await preview.show(scene, 'light');
    const heading = preview.page.locator(':is(h1, h2):focus');
    await expect(heading).toHaveText(/not|can’t|failed/i);
  });
}

test('A field that was filled in wrong is marked so, and its description says why.', async () => {
  await preview.show('drive-file-bad', 'light');
  const tree = await accessibilityTree(preview.page);
  const wrong = tree.filter(({ properties }) => properties['invalid'] === 'true');
  expect(wrong).toHaveLength(2);
  expect(wrong.map(({ description }) => description)).not.toContain('');
});

test('A notice waits until the screen reader has finished its sentence, unless it tells of an error.', async () => {
  const { page } = preview;
  await preview.show('done-encrypted-many', 'light');
  await page
    .getByRole('button', { name: /^Copy the key of/ })
    .first()
    .click();
  const notice = page.locator('[role="status"][aria-live]', { hasText: /clipboard/ });
  await expect(notice.first()).toHaveAttribute('aria-live', 'polite');
});

function rolesOf(tree: readonly AxNode[], role: string): AxNode[] {
  return tree.filter((node) => node.role === role);
}

function levelsOf(tree: readonly AxNode[]): number[] {
  return rolesOf(tree, 'heading').map(({ properties }) => Number(properties['level']));
}

function expectNoSkippedLevel(levels: readonly number[]): void {
  const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  expect(skipped).toEqual([]);
}

function unnamed(tree: readonly AxNode[]): AxNode[] {
  return tree.filter(({ role, name }) => named.has(role) && name.trim() === '');
}
