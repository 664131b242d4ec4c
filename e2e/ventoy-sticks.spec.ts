import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { practiceIso, runCli, type CliRun } from '../src-main/cli/testing';
import { forgetPartitions } from '../src-main/helper/test-support/loop-device';
import { runTool } from '../src-main/host/run-tool';
import { MiB, SECTOR } from '../src-shared/units';
import type { VentoyFound } from '../src-shared/ventoy-stick-content';
import { liveIso, standInRelease } from './ventoy-wizard';
import { type OpenApp, openApp, screenshot, wizardOn } from './wizard';

/**
 * Ways to a Ventoy stick on which something stays, and those to other targets, in the real window, with a release that
 * stands in for Ventoy’s own and a loop device for a drive.
 */

const OLDER = '1.1.05';
const LOOP = { STICKSMITH_ALLOW_LOOP: '1' };

let base: string;
let release: string;
let older: string;
let debian: string;
let added: string;
let device: string;
let opened: OpenApp;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  base = await mkdtemp(join(tmpdir(), 'sticksmith-ventoy-sticks-'));
  release = standInRelease(join(base, 'release'));
  older = standInRelease(join(base, 'older'), OLDER);
  debian = await liveIso(base, 'debian-live.iso', MiB);
  added = await liveIso(base, 'added.iso', MiB);
});
test.afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});
test.beforeEach(({}, info) => {
  info.setTimeout(300_000);
});
test.afterEach(async () => {
  await opened.close();
  if (device === '') return;
  await forgetPartitions(device);
  await runTool('losetup', ['-d', device]);
});

async function attach(size: string): Promise<void> {
  const backing = join(base, test.info().testId);
  await runTool('truncate', ['-s', size, backing]);
  device = (await runTool('losetup', ['-f', '--show', backing])).stdout.trim();
  await forgetPartitions(device);
}

/** Opens the window once the kernel knows what is on the drive. */
async function openOn(what: 'drive' | 'no drive'): Promise<void> {
  if (what === 'drive') await runTool('partx', ['--update', device], { okCodes: [0, 1] });
  else device = '';
  opened = await openApp(join(base, `data ${test.info().testId}`), LOOP);
}

async function cli(args: readonly string[]): Promise<CliRun> {
  const run = await runCli(args, { env: { ...LOOP, XDG_CACHE_HOME: join(base, 'cache') } });
  expect(run.error, run.stderr).toBeUndefined();
  return run;
}

/** A stick that has an older Ventoy without Secure Boot support, with two images of which one has a name in the menu. */
async function olderStick(): Promise<void> {
  await attach('256M');
  const names = ['--add', debian, '--add', `${debian}=old/second.iso`];
  const settings = ['--alias', 'debian-live.iso=Workshop', '--no-secure-boot'];
  const made = ['make', '--kind', 'ventoy', '--target', device, '--ventoy-package', older, '--yes'];
  await cli([...made, ...names, ...settings]);
}

async function listed(target: string): Promise<VentoyFound> {
  const { lines } = await cli(['ventoy', 'list', target]);
  return lines.find(({ type }) => type === 'result') as unknown as VentoyFound;
}

async function config(target: string): Promise<unknown> {
  const { lines } = await cli(['ventoy', 'config', target]);
  return lines.find(({ type }) => type === 'result')?.['config'];
}

/** Start (bytes) and length (bytes) of the first partition, as sfdisk reads it. */
async function firstPartition(): Promise<{ start: number; bytes: number }> {
  const { stdout } = await runTool('sfdisk', ['--json', device]);
  const { partitiontable } = JSON.parse(stdout) as {
    partitiontable: { partitions: { start: number; size: number }[] };
  };
  const [first] = partitiontable.partitions;
  if (!first) throw new Error(`${device} has no partition`);
  return { start: first.start * SECTOR, bytes: first.size * SECTOR };
}

/** Of every byte of the first partition. */
async function firstPartitionHash(): Promise<string> {
  const { start, bytes } = await firstPartition();
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(device, { start, end: start + bytes - 1 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

/** Ticks the drive, chooses Ventoy and looks at what is there. */
async function lookAtDrive(): Promise<void> {
  const { page } = opened;
  await page.getByRole('checkbox', { name: new RegExp(`${device}\\b`) }).click();
  await wizardOn(page).continue();
  await page.getByRole('radio', { name: /^Ventoy/ }).click();
  const look = page.getByRole('button', { name: 'Look what is on it…' });
  const fold = page.getByRole('button', { name: 'Keep what is on the drive?' });
  await expect(look.or(fold).first()).toBeVisible();
  if (await fold.isVisible()) await fold.click();
  await look.click();
}

async function addImage(path: string): Promise<void> {
  const field = opened.page.getByRole('textbox', { name: 'Path of an image' });
  await field.fill(path);
  await field.press('Enter');
  const list = opened.page.getByRole('list', { name: 'Images to copy' });
  await expect(list).toContainText(basename(path));
}

async function chooseRelease(path: string): Promise<void> {
  const { page } = opened;
  await wizardOn(page).seeing('Which Ventoy?');
  const archive = page.getByRole('textbox', { name: 'Release archive' });
  await archive.fill(path);
  await archive.press('Enter');
  await expect(page.getByText(/that the list beside it names/)).toBeVisible();
}

/** From the release’s step through the two that follow to the review. */
async function throughSpaceAndMenu(): Promise<void> {
  const wizard = wizardOn(opened.page);
  await wizard.continue();
  await wizard.seeing('How is the space used?');
  await wizard.continue();
  await wizard.seeing('What does the boot menu look like?');
  await wizard.continue();
}

/** Confirms the review of a job that erases nothing, and waits for its end. */
async function changeAndWait(): Promise<void> {
  const { page } = opened;
  const start = page.getByRole('button', { name: /^Change / });
  await expect(start).toBeDisabled();
  await page.getByRole('checkbox', { name: /may be changed/ }).click();
  await wizardOn(page).start(/^Change /);
  await finished('The stick is ready');
}

async function finished(title: string): Promise<void> {
  const { page } = opened;
  const failed = page.getByText('What happened', { exact: true });
  const done = page.getByRole('heading', { level: 1, name: title });
  await expect(done.or(failed).first()).toBeVisible({ timeout: 200_000 });
  await expect(done, await page.locator('main').innerText()).toBeVisible();
  await expect(page.getByText(/^\d+ checks, none failed$/).first()).toBeVisible();
}

function look(name: string): Promise<void> {
  return screenshot(opened.page, name, test.info().outputPath());
}

test('An older Ventoy is updated: every byte of the images, the settings and Secure Boot support stay.', async () => {
  await olderStick();
  const before = { hash: await firstPartitionHash(), config: await config(device) };
  await openOn('drive');
  const { page } = opened;
  await lookAtDrive();
  await expect(page.getByText(new RegExp(`^Ventoy ${OLDER} is on `))).toBeVisible();
  const present = page.getByRole('list', { name: 'On the stick now' });
  await expect(present).toContainText(['debian-live.iso']);
  await look('ventoy-found');
  await wizardOn(page).continue();
  await page.getByRole('radio', { name: /^Update Ventoy and keep everything/ }).click();
  await chooseRelease(release);
  await look('ventoy-update');
  await throughSpaceAndMenu();
  await expect(page.getByText(`Ventoy ${OLDER} becomes 1.1.17`)).toBeVisible();
  await look('ventoy-update-review');
  await changeAndWait();
  await look('ventoy-update-done');
  const { layout } = await listed(device);
  expect(layout).toMatchObject({ state: 'whole', version: '1.1.17', secureBoot: false });
  expect(await config(device)).toEqual(before.config);
  expect(await firstPartitionHash()).toBe(before.hash);
});

test('Only files change on a stick: one is added, one removed, one renamed, and one gets a name in the menu.', async () => {
  await olderStick();
  await openOn('drive');
  const { page } = opened;
  const wizard = wizardOn(page);
  await lookAtDrive();
  await page.getByRole('button', { name: 'Remove old/second.iso from the stick' }).click();
  await page.getByRole('button', { name: 'Rename debian-live.iso' }).click();
  await page.getByRole('textbox', { name: 'Name on the stick' }).fill('linux/debian.iso');
  await page.getByRole('textbox', { name: 'Name on the stick' }).press('Enter');
  await addImage(added);
  await look('ventoy-change-images');
  await wizard.continue();
  await wizard.seeing('Which Ventoy?');
  await page.getByRole('radio', { name: /^Only change files/ }).click();
  await look('ventoy-change-way');
  await wizard.continue();
  await wizard.seeing('How is the space used?');
  await wizard.continue();
  await wizard.seeing('What does the boot menu look like?');
  await expect(page.getByRole('textbox', { name: 'linux/debian.iso' })).toHaveValue('Workshop');
  await page.getByRole('textbox', { name: 'added.iso' }).fill('The new one');
  await look('ventoy-change-menu');
  await wizard.continue();
  await look('ventoy-change-review');
  await changeAndWait();
  await look('ventoy-change-done');
  const { layout, files } = await listed(device);
  expect(layout).toMatchObject({ state: 'whole', version: OLDER, secureBoot: false });
  expect(files.map(({ path }) => path).sort()).toEqual([
    'added.iso',
    'linux/debian.iso',
    'ventoy/ventoy.json',
  ]);
  expect(await config(device)).toMatchObject({
    menu_alias: expect.arrayContaining([
      { image: '/linux/debian.iso', alias: 'Workshop' },
      { image: '/added.iso', alias: 'The new one' },
    ]),
  });
});

test('Ventoy is put beside the files of an NTFS drive that is full, and where that can’t be done it says why.', async () => {
  await attach('192M');
  const content = randomBytes(2 * MiB);
  await partitionWith('mkntfs', ['-Q', '-F', '-q'], async (folder) => {
    await mkdir(join(folder, 'a folder'));
    await writeFile(join(folder, 'a folder/Précieux.bin'), content);
  });
  await openOn('drive');
  const { page } = opened;
  await lookAtDrive();
  await expect(page.getByText(/unless you choose to put Ventoy beside/)).toBeVisible();
  await addImage(added);
  await look('ventoy-beside-images');
  await wizardOn(page).continue();
  await page.getByRole('radio', { name: /^Put Ventoy beside what is there/ }).click();
  await expect(page.getByText(/gives 32 MiB away to Ventoy/)).toBeVisible();
  await chooseRelease(release);
  await look('ventoy-beside-way');
  await throughSpaceAndMenu();
  await look('ventoy-beside-review');
  await changeAndWait();
  await look('ventoy-beside-done');
  const { layout, files } = await listed(device);
  expect(layout).toMatchObject({
    ...{ state: 'whole', version: '1.1.17', secureBoot: true },
    data: { fileSystem: 'ntfs', startLba: 2048 },
  });
  expect(files.map(({ path }) => path).sort()).toEqual(['a folder/Précieux.bin', 'added.iso']);
  await withFirstPartition(async (node) => {
    // Ends with an error where clusters are used twice or by nobody.
    const sound = await runTool('ntfsresize', ['--info', '--force', '--no-progress-bar', node]);
    expect(sound.stdout).toContain('Checking filesystem consistency');
    await mountedAt(['ntfs-3g', '-o', 'ro'], node, async (folder) => {
      const kept = await readFile(join(folder, 'a folder/Précieux.bin'));
      expect(kept.equals(content)).toBe(true);
    });
  });
});

test('A drive on which Ventoy has no place beside what is there says why, and is left as it is by looking.', async () => {
  await attach('160M');
  await partitionWith('mkfs.exfat', [], () => Promise.resolve());
  const before = await firstPartitionHash();
  await openOn('drive');
  const { page } = opened;
  await lookAtDrive();
  await expect(page.getByText(/^Ventoy can’t be put beside .* no room of 32 MiB/)).toBeVisible();
  await look('ventoy-not-beside');
  await wizardOn(page).continue();
  await wizardOn(page).seeing('Which Ventoy?');
  await expect(page.getByRole('radio', { name: /beside/ })).toHaveCount(0);
  expect(await firstPartitionHash()).toBe(before);
});

test('A new image file becomes a Ventoy stick.', async () => {
  await openOn('no drive');
  const { page } = opened;
  const wizard = wizardOn(page);
  const path = join(base, 'stick.img');
  await wizard.targetImageFile(path, '600 MB');
  await wizard.continue();
  await page.getByRole('radio', { name: /^Ventoy/ }).click();
  await addImage(debian);
  await wizard.continue();
  await chooseRelease(release);
  await throughSpaceAndMenu();
  await look('ventoy-file-review');
  await wizard.start('Make the image file');
  await finished('The image file is ready');
  await look('ventoy-file-done');
  const { layout, files } = await listed(path);
  expect(layout).toMatchObject({ state: 'whole', scheme: 'mbr', version: '1.1.17' });
  expect(files.map((file) => file.path)).toEqual(['debian-live.iso']);
  await cli(['check', path]);
});

test('Windows in a virtual disk is put on a Ventoy stick, with what starts it.', async () => {
  const windows = await practiceIso(join(base, 'practice'), '8M');
  const vhdBoot = join(base, 'simulated_vhdboot.img');
  await writeFile(vhdBoot, Buffer.alloc(64 * 1024, 'simulated '));
  await attach('2G');
  await openOn('drive');
  const { page } = opened;
  const wizard = wizardOn(page);
  await page.getByRole('checkbox', { name: new RegExp(`${device}\\b`) }).click();
  await wizard.continue();
  await page.getByRole('radio', { name: /^Ventoy/ }).click();
  await wizard.continue();
  await chooseRelease(release);
  await wizard.continue();
  await wizard.seeing('How is the space used?');
  await page.getByRole('checkbox', { name: /Add a Windows in a virtual disk/ }).click();
  const image = page.getByRole('textbox', { name: 'Windows image' });
  await image.fill(windows);
  await image.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Edition' })).toBeVisible();
  await opened.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, vhdBoot);
  await page
    .getByRole('button', { name: /^Choose/ })
    .last()
    .click();
  await look('ventoy-windows-space');
  await wizard.continue();
  await wizard.continue();
  await look('ventoy-windows-review');
  await page.getByRole('checkbox', { name: /erase/i }).click();
  await wizard.start(/^Erase .* and make the stick$/);
  await finished('The stick is ready');
  await look('ventoy-windows-done');
  const { layout, files } = await listed(device);
  expect(layout).toMatchObject({ state: 'whole', data: { fileSystem: 'ntfs' } });
  const paths = files.map(({ path }) => path);
  expect(paths).toContain('Windows.vhdx');
  expect(paths).toContain('ventoy/ventoy_vhdboot.img');
  await cli(['check', device]);
});

/** Gives the drive one partition, from 1 MiB to its end, whose new file system gets files. */
async function partitionWith(
  format: string,
  options: readonly string[],
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const table = join(base, 'table');
  await writeFile(table, 'label: dos\nstart=2048, type=7\n');
  await runTool('sh', ['-c', 'sfdisk --no-reread "$0" < "$1"', device, table]);
  await withFirstPartition(async (node) => {
    await runTool(format, [...options, node]);
    if (format === 'mkntfs') await mountedAt(['ntfs-3g'], node, fill);
  });
}

/** The first partition as a device of its own. */
async function withFirstPartition(see: (node: string) => Promise<void>): Promise<void> {
  const { start, bytes } = await firstPartition();
  const range = ['--offset', String(start), '--sizelimit', String(bytes)];
  const node = (await runTool('losetup', ['-f', '--show', ...range, device])).stdout.trim();
  try {
    await see(node);
  } finally {
    await runTool('losetup', ['-d', node]);
    await runTool('blockdev', ['--flushbufs', device]);
  }
}

async function mountedAt(
  [program, ...options]: readonly [string, ...string[]],
  node: string,
  see: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(base, 'mounted-'));
  await runTool(program, [...options, node, folder]);
  try {
    await see(folder);
  } finally {
    await runTool('umount', [folder]);
    await rmdir(folder);
  }
}
