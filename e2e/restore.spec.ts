import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { attachLoop, type LoopDevice } from '../src-main/helper/test-support/loop-device';
import { runTool } from '../src-main/host/run-tool';
import { MiB } from '../src-shared/units';
import { type OpenApp, chooseTool, openApp, screenshot } from './wizard';

/*
 * A drive with two old partitions becomes an ordinary one in the real window, with the real helper and a loop device for a drive.
 */

let base: string;
let drive: LoopDevice;
let opened: OpenApp;

test.beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-restore-'));
  drive = await attachLoop(512 * MiB);
  await runTool('sgdisk', ['--new=1:2048:+100M', '--new=2:0:0', drive.path]);
  await runTool('partx', ['--add', drive.path]);
  opened = await openApp(join(base, 'data'), { STICKSMITH_ALLOW_LOOP: '1' });
});
test.afterAll(async () => {
  await opened.close();
  await drive.detach();
  await rm(base, { recursive: true, force: true });
});

test('A stick becomes an ordinary drive again, by the keyboard alone.', async () => {
  test.setTimeout(120_000);
  const { page } = opened;
  const title = page.getByRole('heading', { level: 1 });
  const shot = (name: string): Promise<void> => screenshot(page, name, test.info().outputPath());

  await chooseTool(page, 'Make a stick an ordinary drive again…');
  await expect(title).toHaveText('Which stick becomes an ordinary drive again?');
  const card = page.getByRole('radio', { name: new RegExp(drive.path) });
  await expect(card).toContainText('105 MB');
  await card.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Continue' }).focus();
  await page.keyboard.press('Enter');

  await expect(title).toBeFocused();
  await expect(title).toHaveText(/^Make .* an ordinary drive again\?$/);
  await shot('ask');
  const start = page.getByRole('button', { name: /^Erase / });
  await expect(start).toBeDisabled();
  await page.getByRole('textbox', { name: 'Name of the drive' }).fill('KINGSTON');
  const confirming = page.getByRole('textbox', { name: /to confirm that it is erased$/ });
  const label = await page
    .locator('label', { hasText: 'to confirm that it is erased' })
    .innerText();
  await confirming.fill(/^Type (.*) to confirm/.exec(label)?.[1] ?? '');
  // Enter alone erases nothing.
  await page.keyboard.press('Enter');
  await expect(title).toHaveText(/^Make .* an ordinary drive again\?$/);
  await start.focus();
  await page.keyboard.press('Enter');

  await expect(title).toHaveText('KINGSTON is an ordinary drive again', { timeout: 60_000 });
  await shot('done');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await runTool('sync', [drive.path]);
  const { stdout: table } = await runTool('sfdisk', ['--dump', drive.path]);
  expect(table).toMatch(/label: dos/);
  expect(table.match(/type=7/g)).toHaveLength(1);
  const at = ['--probe', '--offset', String(4 * MiB), '-o', 'export', drive.path];
  const { stdout: volume } = await runTool('blkid', at);
  expect(volume).toContain('LABEL=KINGSTON');
  expect(volume).toContain('TYPE=exfat');

  await page.getByRole('button', { name: 'Another drive' }).click();
  await expect(page.getByRole('radio', { name: new RegExp(drive.path) })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the wizard' }).click();
  await expect(title).toHaveText('Which drive becomes the stick?');

  await chooseTool(page, 'History…');
  await page.getByRole('textbox', { name: 'Search' }).fill(`exfat ${drive.path}`);
  await page
    .getByRole('main')
    .getByRole('button', { name: /KINGSTON/ })
    .click();
  await expect(page.getByText('Ordinary drive again')).toBeVisible();
  await expect(page.getByText('exFAT', { exact: true })).toBeVisible();
  await expect(page.getByText(/^All of it, .*, and it was equal$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove this record' })).toBeVisible();
  for (const name of ['Print a label…', 'Make another like this']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  await shot('record');
});
