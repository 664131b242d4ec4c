import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Locator, type TestInfo, expect, test } from '@playwright/test';
import { practiceIso, runCli } from '../src-main/cli/testing';
import { runTool } from '../src-main/host/run-tool';
import { sampleInf } from '../src-main/guest/drivers/test-support';
import { parseRecipe } from '../src-shared/plan';
import {
  copyPartition,
  extractEdition,
  extractNtfs,
  hashesBelow,
  sgdiskPartitions,
  sha256,
} from './stick/read-back';
import {
  type OpenApp,
  chooseTool,
  keepRecipe,
  openApp,
  question,
  screenshot,
  wizardOn,
} from './wizard';

/** Files that are changed on purpose to make Windows portable, that come to it, and that go. */
const EDITED = [
  '/Windows/Panther/unattend.xml',
  '/Windows/System32/config/SOFTWARE',
  '/Windows/System32/config/SYSTEM',
];
const ADDED = [
  '/ProgramData/Sticksmith/first-start.ps1',
  '/Windows/Setup/Scripts/SetupComplete.cmd',
];
const REMOVED = '/Windows/System32/Recovery/Winre.wim';

/** An answer file with its own mind about the time zone, and with settings that no stick comes to. */
const ownAnswers = `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend">
  <settings pass="specialize">
    <component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64"
      publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">
      <TimeZone>GMT Standard Time</TimeZone>
    </component>
  </settings>
  <settings pass="windowsPE" />
</unattend>
`;

/** A network without a key, as Windows exports one. */
const exportedNetwork = `<?xml version="1.0"?>
<WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1">
  <name>Library</name>
  <SSIDConfig><SSID><name>Library</name></SSID></SSIDConfig>
  <connectionType>ESS</connectionType>
  <connectionMode>auto</connectionMode>
  <MSM><security><authEncryption>
    <authentication>open</authentication>
    <encryption>none</encryption>
    <useOneX>false</useOneX>
  </authEncryption></security></MSM>
</WLANProfile>
`;

let base: string;
let iso: string;
let opened: OpenApp;

test.beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-wizard-'));
  iso = await practiceIso(join(base, 'Ein "Übungs" Ordner 练习'));
});
test.afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});
test.beforeEach(async ({}, info) => {
  opened = await openApp(dataFolder(info));
});
test.afterEach(async () => {
  await opened.close();
});

function dataFolder(info: TestInfo): string {
  return join(base, `data ${info.testId}`);
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: opened.page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, html: nodes.map((n) => n.html) }))).toEqual([]);
}

test('The whole wizard, clicked through, makes an image file whose content is the chosen edition.', async () => {
  const { page } = opened;
  const wizard = wizardOn(page);
  const target = join(base, '-stick "ü" 棒.img');
  const shot = (name: string): Promise<void> => screenshot(page, name, test.info().outputPath());

  await wizard.targetImageFile(target, '1 GB');
  await expect(wizard.primary).toBeEnabled();
  await shot('drive');
  await wizard.continue();

  await wizard.openImage(iso);
  await expect(page.getByRole('region', { name: 'practice.iso' })).toContainText('10.0.22631.2861');
  await shot('image');
  await wizard.continue();

  await wizard.compareWith(await sha256(iso));
  await expect(page.getByRole('heading', { name: 'This is the image it should be' })).toBeVisible();
  await shot('verify');
  await wizard.continue();

  await wizard.seeing(question.edition);
  await expect(page.getByRole('radio', { name: 'Practice Windows 11 Pro' })).toBeChecked();
  await wizard.chooseEdition('Practice Windows 11 Education');
  await shot('edition');
  await wizard.continue();

  await wizard.share('0.1', 'Übung');
  await shot('space');
  await wizard.continue();

  await wizard.seeing(question.protect);
  await expect(page.getByRole('radio', { name: 'Without encryption' })).toBeChecked();
  await shot('protect');
  await wizard.continue();

  await wizard.seeing(question.yours);
  await expect(wizard.primary).toBeEnabled();
  await expectAccessible();
  await shot('yours');
  await wizard.continue();

  await wizard.seeing(question.review);
  await page.getByRole('button', { name: 'Show the exact operations' }).click();
  await expect(page.getByText(target).first()).toBeVisible();
  await expectAccessible();
  await shot('review');
  await wizard.start('Make the image file');

  await expect(page.getByRole('heading', { level: 1, name: 'Making the stick' })).toBeVisible();
  await page
    .getByText(/^Unpacking Windows$|is ready$/)
    .first()
    .waitFor();
  await shot('make');
  await wizard.seeing('The image file is ready', { timeout: 60_000 });
  await expect(page.getByText(/Not read back/)).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Failed' })).toHaveCount(0);
  await expect(page.getByRole('cell', { name: 'Passed' }).first()).toBeVisible();
  await expectAccessible();
  await shot('done');

  const [efi, , windows, shared] = await sgdiskPartitions(target);
  if (!efi || !windows || !shared) throw new Error('partitions are missing');
  expect((await stat(target)).size).toBe(1e9 - (1e9 % 512));
  expect(Math.abs(shared.bytes - 0.1e9)).toBeLessThan(8 * 1024 * 1024);
  await copyPartition(target, windows, join(base, 'windows.ntfs'));
  await extractNtfs(join(base, 'windows.ntfs'), join(base, 'found'));
  await extractEdition(iso, 3, join(base, 'wanted'));
  const wanted = await hashesBelow(join(base, 'wanted'));
  const found = await hashesBelow(join(base, 'found'));
  expect([...found.keys()]).toEqual(expect.arrayContaining(ADDED));
  expect([...found.keys()]).not.toContain(REMOVED);
  const ours = new Set([...EDITED, ...ADDED, REMOVED]);
  const plain = (all: Map<string, string>): [string, string][] =>
    [...all]
      .filter(([path]) => !path.startsWith('/[SYSTEM]') && !ours.has(path))
      .sort(([a], [b]) => a.localeCompare(b));
  expect(plain(wanted).length).toBeGreaterThan(10);
  expect(plain(found)).toEqual(plain(wanted));
  await copyPartition(target, efi, join(base, 'efi.fat'));
  const loader = [
    '-n',
    '-i',
    join(base, 'efi.fat'),
    '::/EFI/Boot/bootx64.efi',
    join(base, 'loader'),
  ];
  await runTool('mcopy', loader);
  expect(await sha256(join(base, 'loader'))).toBe(wanted.get('/Windows/Boot/EFI/bootmgfw.efi'));
});

test('A virtual disk as the target has whole blocks, and holds no Windows in a virtual disk of its own.', async () => {
  const { page } = opened;
  const wizard = wizardOn(page);
  const target = join(base, 'stick.vhdx');
  await wizard.targetImageFile(target, '1.5 GB');
  await expect(page.getByText(/^A virtual disk: Windows opens it/)).toBeVisible();
  await expect(page.getByText(/This one becomes 1\.5.GB/)).toBeVisible();
  await wizard.continue();
  await wizard.openImage(iso);
  await wizard.continue();
  await wizard.goOnWithoutComparing();
  await wizard.continue();
  await wizard.continue();
  await page.getByRole('button', { name: /^How it starts/ }).click();
  await page.getByRole('radio', { name: /In a virtual disk file/ }).click();
  await expect(page.getByText('A virtual disk can’t lie in another one').first()).toBeVisible();
  await expect(page.getByText('Windows can’t hibernate, and has no fast start.')).toBeVisible();
  await expect(wizard.primary).toBeDisabled();
  await page.getByRole('radio', { name: /In its partition/ }).click();
  await wizard.continue();
  await wizard.seeing(question.protect);
  await page.getByRole('button', { name: /Review/ }).click();
  await wizard.start('Make the image file');
  await wizard.seeing('The image file is ready', { timeout: 60_000 });
  const info = await runTool('qemu-img', ['info', '--output=json', target]);
  expect(JSON.parse(info.stdout)).toMatchObject({
    format: 'vhdx',
    'virtual-size': Math.ceil(1.5e9 / 2 ** 25) * 2 ** 25,
  });
});

test('With the usual answers a job is started in at most eight clicks.', async () => {
  const { page } = opened;
  const wizard = wizardOn(page);
  await page.evaluate(() => {
    const counter = window as Window & { clicks?: number };
    counter.clicks = 0;
    document.addEventListener('click', () => (counter.clicks = (counter.clicks ?? 0) + 1), true);
  });
  await wizard.targetImageFile(join(base, 'eight clicks.img'), '1 GB');
  await wizard.continue();
  await wizard.openImage(iso);
  await wizard.continue();
  await wizard.goOnWithoutComparing();
  await page.getByRole('button', { name: /Review/ }).click();
  await wizard.start('Make the image file');
  await wizard.seeing('The image file is ready', { timeout: 60_000 });
  const clicks = await page.evaluate(() => (window as Window & { clicks?: number }).clicks);
  expect(clicks).toBeLessThanOrEqual(8);
});

test('With the buttons alone, and no way around a step, it takes eight clicks as well.', async () => {
  const { page } = opened;
  const wizard = wizardOn(page);
  let clicks = 0;
  const click = async (target: Locator): Promise<void> => {
    await target.click();
    clicks += 1;
  };
  await click(page.getByRole('checkbox', { name: /Make an image file instead/ }));
  await page.getByRole('textbox', { name: 'Image file' }).fill(join(base, 'buttons.img'));
  await page.getByRole('textbox', { name: 'Size of the stick in the file' }).fill('1 GB');
  await click(wizard.primary);
  await page.getByRole('textbox', { name: 'Path of the image' }).fill(iso);
  await click(page.getByRole('button', { name: 'Open', exact: true }));
  await click(wizard.primary);
  await click(page.getByRole('checkbox', { name: 'Go on without comparing' }));
  await click(wizard.primary);
  await click(page.getByRole('button', { name: 'Skip to review' }));
  await click(page.getByRole('button', { name: 'Make the image file' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Making the stick' })).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(8);
  await wizard.seeing('The image file is ready', { timeout: 60_000 });
});

test('Every part of “Make it yours” is kept in a recipe but its secrets, and comes back from it.', async () => {
  const { app, page } = opened;
  const wizard = wizardOn(page);
  const folder = join(base, 'yours');
  const xml = join(folder, 'exported.xml');
  const drivers = join(folder, 'drivers');
  const unusable = join(folder, 'no drivers');
  const answerFile = join(folder, 'unattend.xml');
  const noAnswers = join(folder, 'notes.xml');
  await mkdir(join(drivers, 'net'), { recursive: true });
  await mkdir(join(drivers, 'unsigned'));
  await mkdir(unusable);
  await writeFile(xml, exportedNetwork);
  await writeFile(join(drivers, 'net', 'sample.inf'), sampleInf());
  await writeFile(join(drivers, 'net', 'sample.sys'), 'a driver');
  await writeFile(join(drivers, 'net', 'sample.cat'), 'a catalog');
  await writeFile(join(drivers, 'unsigned', 'old.inf'), sampleInf({ catalog: null }));
  await writeFile(join(unusable, 'readme.txt'), 'nothing here');
  await writeFile(noAnswers, '<notes/>');
  await writeFile(answerFile, ownAnswers);
  const choosing = (path: string): Promise<void> =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, path);
  const open = (name: RegExp): Promise<void> => page.getByRole('button', { name }).click();
  const tick = (name: string): Promise<void> => page.getByRole('checkbox', { name }).click();
  const type = (name: string, text: string): Promise<void> =>
    page.getByRole('textbox', { name, exact: true }).fill(text);

  await wizard.targetImageFile(join(folder, 'stick.img'), '4 GB');
  await wizard.continue();
  await wizard.openImage(iso);
  await wizard.continue();
  await wizard.goOnWithoutComparing();
  await wizard.continue();
  await wizard.continue();
  await wizard.seeing(question.space);
  await open(/^How it starts/);
  await page.getByRole('radio', { name: /Also older computers/ }).click();
  await page.getByRole('radio', { name: 'A size of its own' }).click();
  await type('Size of Windows', '2');
  await tick('Everything that Windows leaves');
  await wizard.continue();
  await wizard.continue();

  await wizard.seeing(question.yours);
  await open(/^Portable behaviour/);
  await tick('Keep the computer’s own disks hidden');
  await tick('Allow hibernation and fast start');
  await tick('Keep the recovery environment');
  await tick('Let Windows encrypt the stick by itself');
  await tick('Compress Windows’ own files');
  await page.getByRole('radio', { name: 'Fixed size' }).click();
  await type('Size of the page file', '0.1');
  await open(/^Account and first start/);
  await tick('Make an account');
  await expect(wizard.primary).toBeDisabled();
  const account = page.getByRole('textbox', { name: 'Name of the account' });
  await expect(account).toHaveAttribute('aria-invalid', 'false');
  await expect(page.getByRole('checkbox', { name: 'Make it an administrator' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Have a password chosen' })).toBeChecked();
  await account.focus();
  await account.blur();
  await expect(page.getByText('Give the account a name.')).toBeVisible();
  await type('Name of the account', 'Pupil');
  await tick('Make it an administrator');
  await tick('Have a password chosen at the second sign-in');
  await tick('Name the computer');
  await type('Name of the computer', 'LOANER-##');
  await type('First number', '7');
  await page.getByLabel('Language of Windows').selectOption('en-US');
  await page.getByLabel('Formats of dates and numbers').selectOption('de-DE');
  await page.getByLabel('Time zone').selectOption('W. Europe Standard Time');
  await page.getByLabel('Keyboard').selectOption('0407:00000407');
  await page.getByLabel('Product key', { exact: true }).fill('AAAAA-BBBBB-CCCCC-DDDDD-EEEEE');
  await tick('Skip licence, privacy and other pages');
  await tick('Don’t insist on a Microsoft account');
  await choosing(noAnswers);
  await page.getByRole('button', { name: 'Choose…' }).click();
  await expect(page.getByText('This answer file can’t be used')).toBeVisible();
  await choosing(answerFile);
  await page.getByRole('button', { name: 'Choose another…' }).click();
  await expect(
    page.getByText(/^Time zone: what the file says in .*TimeZone is kept/),
  ).toBeVisible();
  await expect(page.getByText(/^Its settings for windowsPE do nothing/)).toBeVisible();
  await open(/^Drivers/);
  await choosing(unusable);
  await page.getByRole('button', { name: 'Choose…' }).click();
  await expect(page.getByText('This folder can’t be used')).toBeVisible();
  await expect(wizard.primary).toBeDisabled();
  await choosing(drivers);
  await page.getByRole('button', { name: 'Choose another…' }).click();
  await expect(page.getByRole('heading', { name: /^1 driver is added/ })).toBeVisible();
  await page.getByRole('button', { name: 'Drivers that are added' }).click();
  await expect(page.getByText('net/sample.inf')).toBeVisible();
  await page.getByRole('button', { name: '1 driver can’t be used' }).click();
  await expect(page.getByText('unsigned/old.inf')).toBeVisible();
  await open(/^Apps and features/);
  await page.getByRole('radio', { name: /What few people want/ }).click();
  await tick('Clean up superseded parts of Windows');
  await expect(page.getByRole('heading', { name: 'Apps that stay' })).toBeVisible();
  await open(/^Speed on a stick/);
  await tick('Keep written data in memory for a while');
  await tick('Index files for the search');
  await tick('Read ahead what is often used');
  await tick('Defragment on schedule');
  await tick('Note when a file was last opened');
  await page.getByRole('radio', { name: 'High performance' }).click();
  await open(/^Network and roaming/);
  await page.getByRole('button', { name: 'Add a network' }).click();
  const network = page.getByRole('textbox', { name: 'Name of the network' });
  await expect(network).toHaveAttribute('aria-invalid', 'false');
  await type('Name of the network', 'Pupils');
  await tick('The network doesn’t show its name');
  await page.getByLabel('Key', { exact: true }).fill('correct horse');
  await choosing(xml);
  await page.getByRole('button', { name: 'Add from an exported file…' }).click();
  await expect(page.getByRole('heading', { name: 'exported.xml', exact: true })).toBeVisible();
  await tick('Roaming profile');
  await type('Place on the server', '\\\\server\\profiles\\%USERNAME%');
  await tick('Keep people’s folders on a server');
  const places = page.getByRole('textbox', { name: 'Place on the server' });
  await places.last().fill('\\\\server\\users\\%USERNAME%');
  await tick('Music');
  await expectAccessible();
  await wizard.continue();

  await wizard.seeing(question.review);
  await expect(page.getByText(/^Time zone: what the file says/)).toBeVisible();
  const lines = page.locator('section', { hasText: 'How Windows is set up' }).last();
  const before = await lines.getByRole('listitem').allTextContents();
  expect(before).toContain('Computer LOANER-07');
  const recipe = await keepRecipe(page, 'loaner', dataFolder(test.info()));
  const saved = await readFile(recipe, 'utf8');
  expect(saved).not.toMatch(/BBBBB|correct horse/);
  expect(parseRecipe(JSON.parse(saved))).toMatchObject({
    layout: { scheme: 'mbr', container: 'none' },
    space: { windowsBytes: 2e9 - (2e9 % 2 ** 20), sharedBytes: 'rest' },
    windows: {
      portable: {
        internalDisks: 'online',
        hibernation: true,
        recovery: true,
        deviceEncryption: true,
        pageFile: { kind: 'fixed', bytes: 95 * 2 ** 20 },
        compact: true,
      },
      answers: {
        account: { name: 'Pupil', administrator: false, askPassword: false },
        computerName: { pattern: 'LOANER-##', firstNumber: 7 },
        timeZone: 'W. Europe Standard Time',
        region: 'de-DE',
        keyboard: '0407:00000407',
        language: 'en-US',
        skipPages: true,
        onlineAccount: 'windows-decides',
        answerFile,
      },
      drivers: { folder: drivers },
      lean: { preset: 'light', cleanUp: true },
      speed: {
        powerPlan: 'high-performance',
        writeCache: true,
        scheduledDefragmentation: true,
        searchIndexing: false,
        prefetch: true,
        lastAccessTimes: true,
      },
      roaming: {
        wifi: [
          { kind: 'network', ssid: 'Pupils', security: 'wpa2', hidden: true },
          { kind: 'file', path: xml },
        ],
        profilePath: '\\\\server\\profiles\\%USERNAME%',
        redirect: {
          path: '\\\\server\\users\\%USERNAME%',
          folders: ['desktop', 'documents', 'music'],
        },
        domainJoinFile: null,
      },
    },
  });

  await opened.close();
  const anotherFolder = join(base, 'another');
  opened = await openApp(anotherFolder);
  const again = wizardOn(opened.page);
  await opened.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, recipe);
  await again.targetImageFile(join(folder, 'stick.img'), '4 GB');
  await chooseTool(opened.page, 'Open recipe…');
  await expect(
    opened.page.getByText('The recipe’s answers were taken over.').first(),
  ).toBeVisible();
  await again.continue();
  await again.continue();
  await again.goOnWithoutComparing();
  await opened.page.getByRole('button', { name: /^Make it yours/ }).click();
  await expect(opened.page.getByText('A network needs its key').first()).toBeVisible();
  await expect(again.primary).toBeDisabled();
  await opened.page.getByRole('button', { name: /^Network and roaming/ }).click();
  await opened.page.getByLabel('Key', { exact: true }).fill('correct horse');
  await again.continue();
  await again.seeing(question.review);
  const restored = opened.page.locator('section', { hasText: 'How Windows is set up' }).last();
  const after = await restored.getByRole('listitem').allTextContents();
  expect(after).toEqual(before.filter((line) => line !== 'With product key'));
  const savedAgain = await keepRecipe(opened.page, 'loaner', anotherFolder);
  expect(await readFile(savedAgain, 'utf8')).toBe(saved);

  // The command line understands the same file as the same stick.
  const validated = await runCli(['recipe', 'validate', recipe]);
  expect(validated.error).toBeUndefined();
  const target = ['--target', join(folder, 'from-the-command-line.img'), '--size', '4 GB'];
  const told = await runCli(['make', '--recipe', recipe, ...target, '--dry-run']);
  expect(told.error).toBeUndefined();
  for (const words of ['MBR, new signature', '/sample.sys', '/Wi-Fi/2.xml']) {
    expect(told.stdout).toContain(words);
  }
});

test('An image whose checksum differs stops the wizard, and another image makes it go on.', async () => {
  const { page } = opened;
  const wizard = wizardOn(page);
  await wizard.targetImageFile(join(base, 'never.img'), '1 GB');
  await wizard.continue();
  await wizard.openImage(iso);
  await wizard.continue();
  await wizard.compareWith('0'.repeat(64));
  await expect(page.getByRole('alert')).toContainText('This is not the image it should be');
  await expect(wizard.primary).toBeDisabled();
  await expect(page.getByRole('button', { name: /Edition/ })).toBeDisabled();
  await wizard.compareWith(await sha256(iso));
  await expect(wizard.primary).toBeEnabled();
});

test('A file without Windows and a target without room are refused in words, and nothing is written.', async () => {
  const { page } = opened;
  const wizard = wizardOn(page);
  const noWindows = join(base, 'notes.iso');
  await writeFile(noWindows, 'x'.repeat(100_000));
  const target = join(base, 'small.img');
  await wizard.targetImageFile(join(base, 'no such folder', 'a.img'), '1 GB');
  await expect(page.getByText(/can’t be made/)).toBeVisible();
  await expect(wizard.primary).toBeDisabled();
  await page.getByRole('textbox', { name: 'Image file' }).fill(target);
  await page.getByRole('textbox', { name: 'Size of the stick' }).fill('400 MB');
  await wizard.continue();
  await wizard.openImage(noWindows);
  await expect(page.getByRole('alert')).toContainText('image/');
  await wizard.openImage(iso);
  await wizard.continue();
  await wizard.goOnWithoutComparing();
  await wizard.continue();
  await expect(page.getByText('Not enough room for this edition')).toBeVisible();
  await expect(wizard.primary).toBeDisabled();
  await expect(stat(target)).rejects.toThrow();
});

test('An existing file is replaced only after a tick, and Enter alone never starts it.', async () => {
  const { page } = opened;
  const wizard = wizardOn(page);
  const target = join(base, 'precious.img');
  await writeFile(target, 'precious');
  await wizard.targetImageFile(target, '1 GB');
  await expect(page.getByText('A file of that name exists and will be replaced.')).toBeVisible();
  await wizard.continue();
  await wizard.openImage(iso);
  await wizard.continue();
  await wizard.goOnWithoutComparing();
  await page.getByRole('button', { name: /Review/ }).click();
  await wizard.seeing(question.review);
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('Enter');
  const start = page.getByRole('button', { name: 'Replace the file and make the stick' });
  await expect(start).toBeDisabled();
  const tick = page.getByRole('checkbox', { name: 'The existing file may be replaced.' });
  await tick.focus();
  await page.keyboard.press('Enter');
  await expect(tick).not.toBeChecked();
  expect(await readFile(target, 'utf8')).toBe('precious');
  await tick.click();
  await expect(start).toBeEnabled();
});

test('A job that is cancelled stops within seconds and leaves no file that looks finished.', async () => {
  const { page } = opened;
  const wizard = wizardOn(page);
  const large = await practiceIso(join(base, 'large'), '400M');
  const target = join(base, 'cancelled.img');
  await wizard.targetImageFile(target, '4 GB');
  await wizard.continue();
  await wizard.openImage(large);
  await wizard.continue();
  await wizard.goOnWithoutComparing();
  await page.getByRole('button', { name: /Review/ }).click();
  await wizard.start('Make the image file');
  await expect(page.getByRole('heading', { name: 'Unpacking Windows' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('button', { name: 'Stop the job' }).click();
  await wizard.seeing('The job was stopped');
  await expect(page.getByText('Untouched. Nothing on it was changed.')).toBeVisible();
  await expect(stat(target)).rejects.toThrow();
  await expectAccessible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await wizard.start('Make the image file');
  await wizard.seeing('The image file is ready', { timeout: 60_000 });
});
