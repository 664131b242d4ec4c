import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { practiceIso, runCli } from '../src-main/cli/testing';
import { forgetPartitions } from '../src-main/helper/test-support/loop-device';
import { runTool } from '../src-main/host/run-tool';
import { type OpenApp, chooseTool, openApp, screenshot } from './wizard';

/*
 * A stick that was made earlier, checked, started, damaged, repaired and reported on in the real window, with the real helper and a
 * loop device for a drive. The boot programs on it are the stand-ins of a practice Windows.
 */

const LOOP = { STICKSMITH_ALLOW_LOOP: '1' };
/** What mtools needs to know: where the EFI partition begins. */
const EFI = '@@1M';

let base: string;
let device: string;
let opened: OpenApp;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  base = await mkdtemp(join(tmpdir(), 'sticksmith-check-'));
  const image = join(base, 'stick.img');
  const iso = await practiceIso(base);
  const what = ['--image', iso, '--edition', '1', '--target', image, '--size', '960M'];
  const run = await runCli(['make', ...what, '--work-dir', join(base, 'work'), '--yes']);
  expect(run.error, run.stderr).toBeUndefined();
  device = (await runTool('losetup', ['-f', '--show', image])).stdout.trim();
  await forgetPartitions(device);
  opened = await openApp(join(base, 'data'), LOOP);
});
test.afterAll(async () => {
  await opened.close();
  await forgetPartitions(device);
  await runTool('losetup', ['-d', device]);
  await rm(base, { recursive: true, force: true });
});

/** Zeros in the place of the boot store. */
async function damageBootStore(): Promise<void> {
  const zeros = join(base, 'zeros');
  await writeFile(zeros, Buffer.alloc(28 * 1024));
  const on = `${device}${EFI}`;
  await runTool('mcopy', ['-o', '-i', on, zeros, '::/EFI/Microsoft/Boot/BCD'], {
    env: { MTOOLS_SKIP_CHECK: '1' },
  });
  await runTool('blockdev', ['--flushbufs', device]);
}

test('A stick is checked, started in a virtual computer, damaged, repaired, and its reports are saved.', async () => {
  test.setTimeout(600_000);
  const { app, page } = opened;
  const choosing = (path: string): Promise<void> =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, path);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const title = page.getByRole('heading', { level: 1 });
  const shot = (name: string): Promise<void> => screenshot(page, name, test.info().outputPath());
  const saveReport = async (path: string): Promise<string> => {
    await choosing(path);
    await button('Save report…').click();
    await expect(page.getByText(`Saved as ${path}`).first()).toBeVisible();
    return readFile(path, 'utf8');
  };

  await chooseTool(page, 'Check or repair a stick…');
  await expect(title).toHaveText('Which stick shall be checked?');
  await expect(button('Check it')).toBeDisabled();
  await page.getByRole('radio', { name: new RegExp(device) }).click();
  await button('Check it').click();
  // The stand-ins are signed by nobody, which is something to look at.
  await expect(title).toHaveText(/(is sound|has something to look at)$/, { timeout: 60_000 });
  await expect(button('Should start 1 of 8 kinds of computer')).toBeVisible();

  await page.getByRole('radio', { name: 'UEFI', exact: true }).click();
  await button('Start it in a virtual computer').click();
  await expect(page.getByText('Starting: UEFI')).toBeVisible({ timeout: 60_000 });
  const results = page.getByRole('list', { name: 'What came of the test boots' });
  await expect(results).toContainText('UEFI: started', { timeout: 330_000 });
  const picture = button(/^Enlarge: The screen of the virtual computer with UEFI$/);
  await picture.click();
  const large = page.getByRole('dialog').getByRole('img');
  await expect(large).toBeVisible();
  expect(await large.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(
    300,
  );
  await page.keyboard.press('Escape');
  await expect(picture).toBeFocused();
  await shot('check');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const html = await saveReport(join(base, 'tested.html'));
  const png = /<img src="data:image\/png;base64,([^"]+)"/.exec(html)?.[1] ?? '';
  expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect(html).toContain('Started in virtual computers');

  await damageBootStore();
  await button('Check again').click();
  await expect(title).toHaveText(/has a problem$/, { timeout: 60_000 });
  await expect(page.getByRole('row', { name: /^Failed bcd\./ }).first()).toBeVisible();

  await button('Repair…').click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('heading', { name: /^Repair .*\?$/ })).toBeVisible({
    timeout: 60_000,
  });
  const start = dialog.getByRole('button', { name: 'Repair it' });
  await expect(start).toBeDisabled();
  await shot('repair');
  await dialog.getByRole('checkbox', { name: /^Rewrite these parts/ }).click();
  await start.click();
  await expect(dialog.getByRole('heading', { name: /is repaired$/ })).toBeVisible({
    timeout: 120_000,
  });
  await expect(
    dialog.getByRole('row', { name: /^Failed became Passed bcd\./ }).first(),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(title).toHaveText(/(is sound|has something to look at)$/, { timeout: 60_000 });

  // What was seen of the stick before it was rewritten proves nothing of it now.
  const repaired = JSON.parse(await saveReport(join(base, 'repaired.json'))) as {
    checks: { id: string; status: string }[];
    bootTests: unknown[];
  };
  expect(repaired.checks.filter(({ status }) => status === 'fail')).toEqual([]);
  expect(repaired.bootTests).toEqual([]);
  const checked = await runCli(['check', device], { env: LOOP });
  expect(checked.code).toBe(0);

  await button('Back to the wizard').click();
  await expect(title).toHaveText('Which drive becomes the stick?');
});

test('A test boot that is stopped leaves no virtual computer behind.', async () => {
  const { app, page } = opened;
  const pid = await app.evaluate(() => process.pid);
  const itsFolders = async (): Promise<string[]> =>
    (await readdir(tmpdir())).filter((name) => name.startsWith(`sticksmith-boot-${String(pid)}-`));
  await chooseTool(page, 'Check or repair a stick…');
  await page.getByRole('radio', { name: new RegExp(device) }).click();
  await page.getByRole('button', { name: 'Check it' }).click();
  const start = page.getByRole('button', { name: 'Start it in a virtual computer' });
  await expect(start).toBeVisible({ timeout: 60_000 });
  await start.click();
  await expect(page.getByText('Starting: UEFI').first()).toBeVisible({ timeout: 60_000 });
  await expect.poll(itsFolders, { timeout: 60_000 }).toHaveLength(1);
  await page.getByRole('button', { name: 'Stop the test' }).click();
  await expect(page.getByText('The test was stopped.')).toBeVisible({ timeout: 60_000 });
  expect(await itsFolders()).toEqual([]);
  await expect(start).toBeEnabled();
});
