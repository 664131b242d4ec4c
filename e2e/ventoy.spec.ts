import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { forgetPartitions } from '../src-main/helper/test-support/loop-device';
import { occurrences } from '../src-main/host/linux/test-support/occurrences';
import { runTool } from '../src-main/host/run-tool';
import { liveIso, standInRelease } from './ventoy-wizard';
import { type OpenApp, openApp, screenshot, wizardOn } from './wizard';

/** The whole way to a Ventoy stick, with a release that stands in for Ventoy’s own and a loop device for a drive. */

let base: string;
let release: string;
let images: string[];
let device: string;
let opened: OpenApp;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  base = await mkdtemp(join(tmpdir(), 'sticksmith-ventoy-'));
  release = standInRelease(join(base, 'release'));
  images = [await liveIso(base, 'debian-live.iso'), await liveIso(base, 'second.iso')];
});
test.afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});
test.beforeEach(async ({}, info) => {
  const backing = join(base, info.testId);
  await runTool('truncate', ['-s', '1G', backing]);
  device = (await runTool('losetup', ['-f', '--show', backing])).stdout.trim();
  await forgetPartitions(device);
  opened = await openApp(join(base, `data ${info.testId}`), { STICKSMITH_ALLOW_LOOP: '1' });
});
test.afterEach(async () => {
  await opened.close();
  await forgetPartitions(device);
  await runTool('losetup', ['-d', device]);
});

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

test('A stick with Ventoy, two images, a live system that keeps changes and a named menu is made and proven.', async () => {
  test.setTimeout(180_000);
  const { page } = opened;
  const wizard = wizardOn(page);
  await page.getByRole('checkbox', { name: new RegExp(`${device}\\b`) }).click();
  await wizard.continue();
  await page.getByRole('radio', { name: /^Ventoy/ }).click();
  const field = page.getByRole('textbox', { name: 'Path of an image' });
  const list = page.getByRole('list', { name: 'Images to copy' });
  const [first = '', second = ''] = images;
  await field.fill(first);
  await field.press('Enter');
  // What is typed while the first is being read stays when it appears in the list.
  await field.fill(second);
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(field).toHaveValue(second);
  await field.press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Rename second.iso' }).click();
  await page.getByRole('textbox', { name: 'Name on the stick' }).fill('linux/renamed.iso');
  await page.getByRole('textbox', { name: 'Name on the stick' }).press('Enter');
  await screenshot(page, 'ventoy-images', test.info().outputPath());
  await wizard.continue();

  await wizard.seeing('Which Ventoy?');
  const archive = page.getByRole('textbox', { name: 'Release archive' });
  await archive.fill(release);
  await archive.press('Enter');
  await expect(page.getByText(/that the list beside it names/)).toBeVisible();
  await wizard.continue();

  await wizard.seeing('How is the space used?');
  await page
    .getByRole('checkbox', { name: /^Debian/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /^Kept by/ }).fill('0.07');
  await wizard.continue();

  await wizard.seeing('What does the boot menu look like?');
  await page.getByRole('textbox', { name: 'debian-live.iso' }).fill('Workshop');
  await page.getByRole('textbox', { name: 'Password of the menu' }).fill('open sesame');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('A password is set.')).toBeVisible();
  const preview = page.getByRole('complementary', { name: 'Preview of the boot menu' });
  await expect(preview.getByText('Workshop')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await screenshot(page, 'ventoy-menu', test.info().outputPath());
  await wizard.continue();

  await expect(page.getByRole('button', { name: /^Erase .* and make the stick/ })).toBeDisabled();
  await page.getByRole('checkbox', { name: /erase/i }).click();
  await wizard.start(/^Erase .* and make the stick$/);
  await expect(page.getByRole('heading', { level: 1, name: 'The stick is ready' })).toBeVisible({
    timeout: 120_000,
  });
  await page.getByRole('button', { name: /fingerprints$/ }).click();
  await expect(page.getByText(await sha256(first))).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('ventoy-done.png') });
  const { stdout } = await runTool('sfdisk', ['-d', device]);
  expect(stdout.match(/start=/g)).toHaveLength(2);
  expect(await occurrences(device, '"Workshop"')).toBeGreaterThan(0);
  expect(await occurrences(device, 'open sesame')).toBe(0);
});
