import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Locator, expect, test } from '@playwright/test';
import { practiceIso } from '../src-main/cli/testing';
import { forgetPartitions } from '../src-main/helper/test-support/loop-device';
import { runTool } from '../src-main/host/run-tool';
import { sgdiskPartitions } from './stick/read-back';
import { type OpenApp, openApp, screenshot, wizardOn } from './wizard';

let base: string;
let iso: string;
let devices: string[];
let opened: OpenApp;

test.beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-drive-'));
  iso = await practiceIso(base);
});
test.afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});
test.beforeEach(async ({}, info) => {
  devices = [];
  for (const name of ['one', 'two']) devices.push(await loopDrive(`${name}-${info.testId}`));
  opened = await openApp(join(base, `data ${info.testId}`), { STICKSMITH_ALLOW_LOOP: '1' });
});
test.afterEach(async () => {
  await opened.close();
  for (const device of devices) {
    await forgetPartitions(device);
    await runTool('losetup', ['-d', device]);
  }
});

/** A drive of 4 GiB whose first 16 MiB hold somebody's old data, and no partition. */
async function loopDrive(name: string): Promise<string> {
  const backing = join(base, name);
  await runTool('dd', ['if=/dev/urandom', `of=${backing}`, 'bs=1M', 'count=16']);
  await runTool('truncate', ['-s', '4G', backing]);
  const device = (await runTool('losetup', ['-f', '--show', backing])).stdout.trim();
  await forgetPartitions(device);
  return device;
}

function driveCard(device: string): Locator {
  return opened.page.getByRole('checkbox', { name: new RegExp(`${device}\\b`) });
}

/** From the ticked drives, which are empty, to a review in which erasing them is confirmed. */
async function reviewAndConfirm(image: string): Promise<void> {
  const { page } = opened;
  const wizard = wizardOn(page);
  await wizard.continue();
  await wizard.openImage(image);
  await wizard.continue();
  await wizard.goOnWithoutComparing();
  await page.getByRole('button', { name: /Review/ }).click();
  await expect(page.getByText(/^Everything on /).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Erase .* and make the stick/ })).toBeDisabled();
  await page.getByRole('checkbox', { name: /erase/i }).click();
}

test('A drive is ticked, erased, written, read back and checked, and the wizard says so.', async () => {
  const { page } = opened;
  const [device = ''] = devices;
  await driveCard(device).click();
  await reviewAndConfirm(iso);
  await wizardOn(page).start(/^Erase .* and make the stick$/);
  await expect(page.getByRole('heading', { level: 1, name: 'The stick is ready' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(/read back/i).first()).toBeVisible();
  await expect(page.getByText(/Not read back/)).toHaveCount(0);
  expect(await sgdiskPartitions(device)).toHaveLength(3);
});

test('Two drives are made at once, each in a row of its own, and become different sticks.', async () => {
  const { page } = opened;
  const large = await practiceIso(join(base, 'large'), '400M');
  for (const device of devices) await driveCard(device).click();
  await reviewAndConfirm(large);
  await wizardOn(page).start('Erase 2 drives and make the sticks');
  const rows = page.getByRole('list', { name: 'Sticks' }).getByRole('listitem');
  await expect(rows).toContainText(devices);
  await page
    .getByText(/^Writing and checking the sticks$|are ready$/)
    .first()
    .waitFor();
  await screenshot(page, 'make-several', test.info().outputPath());
  await expect(page.getByRole('heading', { level: 1, name: '2 sticks are ready' })).toBeVisible({
    timeout: 120_000,
  });
  await expect(page.getByText(/^Read back and compared/)).toHaveCount(2);
  const [one, two] = await Promise.all(devices.map(sgdiskPartitions));
  expect(one).toHaveLength(3);
  expect(two).toHaveLength(3);
  const guids = [...(one ?? []), ...(two ?? [])].map(({ guid }) => guid);
  expect(new Set(guids).size).toBe(6);

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Storage' }).click();
  const kept = page.getByRole('list', { name: 'Kept for the next stick' });
  await expect(kept.getByRole('listitem')).toContainText(['Practice Windows 11 Pro']);
  await screenshot(page, 'settings', test.info().outputPath());
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByText('Nothing is kept at the moment.')).toBeVisible();
});

test('A drive is tested after it was confirmed, and its card says what was found.', async () => {
  const { page } = opened;
  const [device = '', other = ''] = devices;
  await driveCard(device).click();
  await page.getByRole('button', { name: new RegExp(`^Test .*${device}\\b`) }).click();
  const start = page.getByRole('button', { name: 'Erase and test' });
  await expect(start).toBeDisabled();
  await page.getByRole('alertdialog').getByRole('checkbox').click();
  await start.click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText(/^(Fine|Slow): .* for a Windows stick$/)).toHaveCount(1);
  await page.getByRole('button', { name: 'Measured speeds' }).click();
  await expect(page.getByText(/^Writes .* a second in order/)).toBeVisible();
  await screenshot(page, 'drive-test', test.info().outputPath());
  await expect(driveCard(device)).toBeChecked();
  const table = await runTool('sfdisk', ['-d', device], { okCodes: [0, 1] });
  expect(table.stdout).toBe('');
  await expect(driveCard(other)).not.toBeChecked();
});
