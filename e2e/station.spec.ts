import { mkdir, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { practiceIso } from '../src-main/cli/testing';
import { runTool } from '../src-main/host/run-tool';
import { recipeDefaults } from '../src-shared/windows-recipe';
import { type OpenApp, chooseTool, openApp, screenshot } from './wizard';

/*
 * A series of sticks in the real window, with the real helper. Loop devices stand for drives, each for a port of its own: attached is
 * plugged in, detached is pulled.
 */

const MiB = 1024 * 1024;
/** Far above the numbers that other tests of this computer get. */
const [first, second, worn, other, third, fourth] = [220, 221, 222, 223, 224, 225].map(
  (number) => `loop${String(number)}`,
) as [string, string, string, string, string, string];
const ports = [first, second, worn, other, third, fourth];

let base: string;
let full: string;
let opened: OpenApp;
const attached = new Set<string>();

test.beforeAll(async () => {
  test.setTimeout(120_000);
  base = await mkdtemp(join(tmpdir(), 'sticksmith-series-'));
  // A drive on it takes no more than this, as a worn-out one would: what is written after that fails.
  full = join(base, 'full');
  await mkdir(full);
  await runTool('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', full]);
  const image = { path: await practiceIso(base), sha256: null };
  await writeFile(
    join(base, 'loaner.json'),
    JSON.stringify({ ...recipeDefaults, image, edition: { index: 2 } }),
  );
  opened = await openApp(join(base, 'data'), { STICKSMITH_ALLOW_LOOP: '1' });
});
test.afterAll(async () => {
  await opened.close();
  for (const port of [...attached]) await pull(port);
  await runTool('umount', [full]);
  await rm(base, { recursive: true, force: true });
});

function fileOf(port: string): string {
  return join(port === worn ? full : base, `${port}.img`);
}

async function plug(port: string, bytes = 1024 * MiB): Promise<void> {
  const file = await open(fileOf(port), 'a');
  await file.truncate(bytes);
  await file.close();
  await runTool('losetup', [`/dev/${port}`, fileOf(port)]);
  attached.add(port);
}

async function pull(port: string): Promise<void> {
  attached.delete(port);
  await runTool('partx', ['--delete', `/dev/${port}`], { okCodes: [0, 1] });
  await runTool('losetup', ['--detach', `/dev/${port}`]);
}

/** What sgdisk says of the disk in a file: its GUID, and how many partitions it has. */
async function readDisk(port: string): Promise<{ guid: string; partitions: number }> {
  const { stdout } = await runTool('sgdisk', ['--verify', '--print', fileOf(port)]);
  expect(stdout).toContain('No problems found');
  const [, guid = ''] = /Disk identifier \(GUID\): (\S+)/.exec(stdout) ?? [];
  return { guid, partitions: stdout.match(/^ +\d+ +\d+ +\d+ /gm)?.length ?? 0 };
}

/** The saved list has each drive that was begun, and its record is among those that are kept. */
async function requireList(path: string): Promise<void> {
  const { stdout } = await runTool('python3', [
    ...[
      '-c',
      'import csv,json,sys;print(json.dumps(list(csv.DictReader(open(sys.argv[1],encoding="utf-8-sig")))))',
    ],
    path,
  ]);
  const rows = JSON.parse(stdout) as Record<string, string>[];
  const labelsOf = (result: string): (string | undefined)[] =>
    rows.filter((row) => row['Result'] === result).map((row) => row['Label']);
  const made = ['ROBIN-01', 'ROBIN-02', 'ROBIN-03', 'ROBIN-04'];
  expect(labelsOf('finished').sort()).toEqual(made);
  // Which number the worn drive had depends on which drive was looked at first; a later stick has it, too.
  const [putAside, ...others] = labelsOf('put-aside');
  expect(others).toEqual([]);
  expect(made).toContain(putAside);
  expect(rows).toHaveLength(5);
  const kept = (await readdir(join(base, 'data'), { recursive: true })).join();
  for (const row of rows) expect(kept).toContain(row['Record ID']);
}

test('Drives that are plugged in and pulled in turn become sticks after one confirmation; one fails, one is left alone.', async () => {
  test.setTimeout(400_000);
  const { app, page } = opened;
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const title = page.getByRole('heading', { level: 1 });
  const shot = (name: string): Promise<void> => screenshot(page, name, test.info().outputPath());
  // A loop device that is being detached is seen for a moment as if something else were plugged in.
  const rowAt = (port: string) =>
    page
      .locator('.stick-row:not([data-state="looking"]), .refused-drive')
      .filter({ hasText: `/dev/${port} ` });
  const lookingAt = (port: string) =>
    page.locator('.stick-row[data-state="looking"]').filter({ hasText: `/dev/${port} ` });
  const count = (name: string) => page.locator(`[data-count='${name}'] dd`);

  await app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    },
    join(base, 'loaner.json'),
  );
  await chooseTool(page, 'Make many alike…');
  await button('Open recipe…').click();
  await expect(title).toHaveText('Is this what every stick shall be?', { timeout: 60_000 });
  await expect(page.getByText(/the recipe names no fingerprint/)).toBeVisible();
  await button('Continue').click();

  await page.getByRole('textbox', { name: 'Name of the stick' }).fill('ROBIN-##');
  await page.getByRole('textbox', { name: 'Name of its computer' }).fill('ROBIN-##');
  await page.getByRole('radio', { name: /^Between two sizes/ }).click();
  await page.getByRole('textbox', { name: 'From' }).fill('0.9');
  await page.getByRole('textbox', { name: 'Up to' }).fill('1.2');
  await page.getByRole('radio', { name: /^Only the ports ticked here/ }).click();
  for (const port of ports) await plug(port);
  await button('Refresh').click();
  for (const port of ports) {
    await page.getByRole('checkbox', { name: `Port ${port}`, exact: true }).click();
  }
  // They belong to the series once they are plugged in again.
  for (const port of ports) await pull(port);
  const begin = button('Begin the series');
  await expect(begin).toBeDisabled();
  await page.getByRole('checkbox', { name: /^Every empty drive/ }).click();
  await shot('station-confirm');
  await begin.click();
  await expect(title).toHaveText('Plug in sticks', { timeout: 60_000 });

  await plug(first);
  await plug(worn);
  await plug(other, 1400 * MiB);
  await plug(second);
  await expect(rowAt(other)).toContainText('are taken.', { timeout: 60_000 });
  await expect(rowAt(worn)).toContainText('Failed', { timeout: 120_000 });
  await shot('station');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  // Its name is free for the next one.
  await rowAt(worn)
    .getByRole('button', { name: /^Put ROBIN-0\d aside$/ })
    .click();
  await expect(rowAt(worn)).toContainText('Put aside');

  await expect(rowAt(first)).toContainText('You can pull it now', { timeout: 120_000 });
  await pull(first);
  await expect(rowAt(first)).toContainText('Finished and pulled', { timeout: 30_000 });
  await expect(lookingAt(first)).toHaveCount(0, { timeout: 30_000 });
  await plug(third);
  await expect(rowAt(second)).toContainText('You can pull it now', { timeout: 120_000 });
  await pull(second);
  await plug(fourth);
  for (const port of [third, fourth]) {
    await expect(rowAt(port)).toContainText('You can pull it now', { timeout: 120_000 });
  }
  await expect(count('made')).toHaveText('4');
  await expect(count('failed')).toHaveText('1');
  for (const name of ['ROBIN-01', 'ROBIN-02', 'ROBIN-03', 'ROBIN-04']) {
    await expect(page.locator('.stick-row', { hasText: name }).first()).toBeVisible();
  }

  await button('End the series…').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End it' }).click();
  await expect(title).toHaveText('The series is over: 4 sticks are made', { timeout: 30_000 });
  await shot('station-ended');
  const list = join(base, 'series.csv');
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, list);
  await button('Save the list…').click();
  await expect(page.getByText(`Saved as ${list}`).first()).toBeVisible();
  await requireList(list);

  const disks = await Promise.all([first, second, third, fourth].map(readDisk));
  expect(disks.map(({ partitions }) => partitions)).toEqual([3, 3, 3, 3]);
  expect(new Set(disks.map(({ guid }) => guid)).size).toBe(4);
  // Nothing was written to the one that was left alone.
  const untouched = await runTool('cmp', ['-n', String(1400 * MiB), fileOf(other), '/dev/zero']);
  expect(untouched.stdout).toBe('');

  await button('Back to the wizard').click();
  await expect(title).toHaveText('Which drive becomes the stick?');
});
