import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { practiceIso, runCli, type CliOptions, type CliRun } from '../../src-main/cli/testing';
import { sampleInf } from '../../src-main/guest/drivers/test-support';
import { attachLoop, type LoopDevice } from '../../src-main/helper/test-support/loop-device';
import { runTool } from '../../src-main/host/run-tool';
import { exampleRecipe } from '../../src-shared/example-recipe';
import type { WindowsRecipe } from '../../src-shared/windows-recipe';
import { GiB, MiB } from '../../src-shared/units';
import { copyPartition, extractNtfs, hashesBelow, sgdiskPartitions } from './read-back';

const ANSWER_FILE = '/Windows/Panther/unattend.xml';
const DATA = '/ProgramData/Sticksmith';
const KEY = 'a "secret" <key> & more';
const EXPORTED_KEY = 'the key of the guests';
const PRODUCT_KEY = 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE';
const SECRETS = { productKey: PRODUCT_KEY, wifiKeys: { Office: KEY } };

const USER_ANSWERS = `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State">
  <!-- of the helpdesk -->
  <settings pass="oobeSystem">
    <component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">
      <TimeZone>GMT Standard Time</TimeZone>
      <RegisteredOwner>Helpdesk</RegisteredOwner>
    </component>
  </settings>
</unattend>
`;

const EXPORTED_WIFI = `<?xml version="1.0"?>
<WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1"><name>Guests</name>
<SSIDConfig><SSID><name>Guests</name></SSID></SSIDConfig><connectionType>ESS</connectionType>
<MSM><security><authEncryption><authentication>WPA2PSK</authentication><encryption>AES</encryption><useOneX>false</useOneX></authEncryption>
<sharedKey><keyType>passPhrase</keyType><protected>false</protected><keyMaterial>${EXPORTED_KEY}</keyMaterial></sharedKey></security></MSM>
</WLANProfile>`;

const SIZE = 1.25 * GiB;

let base: string;
let recipes: string;
let iso: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-yours-'));
  iso = await practiceIso(join(base, 'images'));
  recipes = join(base, 'Recipes "q" 练习');
  const drivers = join(recipes, 'drivers', 'net card');
  await mkdir(drivers, { recursive: true });
  await writeFile(join(recipes, 'unattend.xml'), USER_ANSWERS);
  await writeFile(join(recipes, 'Wi-Fi-Guests.xml'), EXPORTED_WIFI);
  await writeFile(join(drivers, 'sample.inf'), sampleInf());
  await writeFile(join(drivers, 'sample.sys'), 'a driver');
  await writeFile(join(drivers, 'sample.cat'), 'a catalog');
  await writeFile(join(drivers, 'other.inf'), sampleInf({ decoration: 'NTarm64' }));
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** The example, in which every field says something, for the practice image. */
async function recipeFile(
  name: string,
  change: (recipe: WindowsRecipe) => WindowsRecipe,
): Promise<string> {
  const { windows } = exampleRecipe;
  const recipe = change({
    ...exampleRecipe,
    image: { path: iso, sha256: null },
    edition: { index: 2 },
    // What is encrypted is read by other programs, in bitlocker.thorough.integration.test.ts.
    protect: { kind: 'none' },
    space: { windowsBytes: 600 * MiB, sharedBytes: 'rest', sharedLabel: 'SHARED' },
    windows: {
      ...windows,
      portable: { ...windows.portable, pageFile: { kind: 'fixed', bytes: 64 * MiB } },
    },
  });
  const path = join(recipes, name);
  await writeFile(path, JSON.stringify(recipe));
  return path;
}

/** Runs `make` and makes sure that no secret is printed, however it ends. */
async function run(
  recipe: string,
  targets: string[],
  secrets: object,
  more: string[] = [],
  options: CliOptions = {},
): Promise<CliRun> {
  const asked = targets.flatMap((target) => ['--target', target]);
  const args = ['make', '--recipe', recipe, ...asked, '--work-dir', join(base, 'work'), '--yes'];
  const made = await runCli([...args, '--secrets-stdin', ...more], {
    ...options,
    stdin: JSON.stringify(secrets),
    env: { STICKSMITH_ALLOW_LOOP: '1' },
  });
  for (const secret of [KEY, EXPORTED_KEY, PRODUCT_KEY, JSON.stringify(KEY).slice(1, -1)]) {
    expect(made.stdout).not.toContain(secret);
    expect(made.stderr).not.toContain(secret);
  }
  return made;
}

async function make(
  recipe: string,
  targets: string[],
  secrets: object,
  more: string[] = [],
): Promise<CliRun> {
  const made = await run(recipe, targets, secrets, ['--size', String(SIZE), ...more]);
  expect(made.error).toBeUndefined();
  expect(made.code).toBe(0);
  return made;
}

/** The volume of Windows as a file. */
async function windowsOf(disk: string, volume = `${disk}.ntfs`): Promise<string> {
  const [, , windows] = await sgdiskPartitions(disk);
  if (!windows) throw new Error('there is no third partition');
  await copyPartition(disk, windows, volume);
  expect((await runTool('ntfsfix', ['-n', volume])).stdout).toContain('processed successfully');
  return volume;
}

async function fileOf(volume: string, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await runTool('ntfscat', [volume, path], { onStdout: (chunk) => chunks.push(chunk) });
  return Buffer.concat(chunks);
}

async function valueOf(volume: string, hive: string, key: string, name: string): Promise<string> {
  const path = `${volume}.hive`;
  await writeFile(path, await fileOf(volume, hive));
  return (await runTool('hivexget', [path, key, name])).stdout.trim();
}

async function mode(volume: string, path: string): Promise<string | undefined> {
  const { stdout } = await runTool('ntfssecaudit', ['-v', volume, path]);
  return /mode (0\d+)/.exec(stdout)?.[1];
}

const reportOf = ({ lines }: CliRun) =>
  lines.find(({ type }) => type === 'result')?.['report'] as {
    fromCache: boolean;
    sticks: { computerName: string | null; checks: { id: string; status: string }[] }[];
    windows: {
      drivers: { taken: unknown[]; refused: { reason: string }[] };
      answerNotes: unknown[];
    };
  };

describe('sticks from a recipe in which every field says something', () => {
  it('have it all, each with its own name, and secrets are nowhere else', async () => {
    const recipe = await recipeFile('all.json', (all) => all);
    const disks = [join(base, 'one.img'), join(base, 'two.img')];
    const run = await make(recipe, disks, SECRETS);
    const report = reportOf(run);
    expect(report.sticks.map(({ computerName }) => computerName)).toEqual([
      'LOANER-01',
      'LOANER-02',
    ]);
    expect(report.windows.drivers.taken).toHaveLength(1);
    expect(report.windows.drivers.refused).toMatchObject([{ reason: 'wrong-architecture' }]);
    expect(report.windows.answerNotes).toContainEqual(
      expect.objectContaining({ kind: 'file-wins', choice: 'timeZone' }),
    );

    for (const [at, disk] of disks.entries()) {
      const volume = await windowsOf(disk);
      const answers = await fileOf(volume, ANSWER_FILE);
      const xml = join(base, 'unattend.xml');
      await writeFile(xml, answers);
      await runTool('xmllint', ['--noout', '--nonet', xml]);
      const text = answers.toString('utf8');
      expect(text).toContain(`<ComputerName>LOANER-0${String(at + 1)}</ComputerName>`);
      expect(text).toContain(`<ProductKey>${PRODUCT_KEY}</ProductKey>`);
      expect(text).toContain('<!-- of the helpdesk -->');
      expect(text).toContain('<RegisteredOwner>Helpdesk</RegisteredOwner>');
      expect(text).toContain('<Name>Loaner</Name>');
      expect(await mode(volume, ANSWER_FILE)).toBe('0700');

      const network = join(base, 'network.xml');
      await writeFile(network, await fileOf(volume, `${DATA}/Wi-Fi/1.xml`));
      const key = 'string(//*[local-name()="keyMaterial"])';
      const { stdout } = await runTool('xmllint', ['--nonet', '--xpath', key, network]);
      expect(stdout.replace(/\n$/, '')).toBe(KEY);
      expect((await fileOf(volume, `${DATA}/Wi-Fi/2.xml`)).toString()).toContain(EXPORTED_KEY);
      expect(await mode(volume, `${DATA}/Wi-Fi/1.xml`)).toBe('0700');

      expect((await fileOf(volume, `${DATA}/Drivers/001-sample/sample.sys`)).toString()).toBe(
        'a driver',
      );
      const script = (await fileOf(volume, `${DATA}/first-start.ps1`)).toString('utf8');
      expect(script.startsWith('\ufeff')).toBe(true);
      for (const word of ['pnputil', 'netsh', 'Microsoft.BingNews', 'NetFx3', 'CompactOS']) {
        expect(script, word).toContain(word);
      }
      const starter = await fileOf(volume, '/Windows/Setup/Scripts/SetupComplete.cmd');
      expect(starter.toString()).toMatch(/exit \/b 0\r\n$/);
      expect(
        (await runTool('ntfsls', ['-p', '/Windows/System32/Recovery', volume])).stdout,
      ).not.toMatch(/winre\.wim/i);
    }
  });

  it('have the values in their hives', async () => {
    const volume = `${join(base, 'one.img')}.ntfs`;
    const system = '/Windows/System32/config/SYSTEM';
    const control = '\\ControlSet001\\Control';
    const manager = `${control}\\Session Manager`;
    const san = '\\ControlSet001\\Services\\partmgr\\Parameters';
    expect(await valueOf(volume, system, san, 'SanPolicy')).toBe('4');
    expect(await valueOf(volume, system, `${control}\\Power`, 'HibernateEnabled')).toBe('0');
    expect(await valueOf(volume, system, `${manager}\\Power`, 'HiberbootEnabled')).toBe('0');
    expect(await valueOf(volume, system, `${control}\\BitLocker`, 'PreventDeviceEncryption')).toBe(
      '1',
    );
    const memory = `${manager}\\Memory Management`;
    expect(await valueOf(volume, system, memory, 'PagingFiles')).toBe('C:\\pagefile.sys 64 64');
    expect(await valueOf(volume, system, '\\ControlSet001\\Services\\WSearch', 'Start')).toBe('4');
    const policy = '\\Policies\\Microsoft\\Windows\\System';
    const software = '/Windows/System32/config/SOFTWARE';
    expect(await valueOf(volume, software, policy, 'MachineProfilePath')).toBe(
      '\\\\server\\profiles\\%USERNAME%',
    );
    const folders = '\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';
    expect(await valueOf(volume, '/Users/Default/NTUSER.DAT', folders, 'Personal')).toBe(
      '\\\\server\\home\\%USERNAME%\\Documents',
    );
  });

  it('are made of a kept build that holds no secret, and other secrets need no other build', async () => {
    const builds = join(base, 'work', 'sticksmith-builds');
    const kept = await keptFiles(builds);
    expect(kept.length).toBeGreaterThan(0);
    for (const path of kept) {
      const content = await readFile(path);
      for (const secret of [EXPORTED_KEY, PRODUCT_KEY, 'LOANER-0', '&quot;secret&quot;']) {
        expect(content.includes(secret), `${path}: ${secret}`).toBe(false);
      }
    }
    const recipe = await recipeFile('again.json', (all) => ({
      ...all,
      windows: {
        ...all.windows,
        answers: { ...all.windows.answers, computerName: { pattern: 'KIOSK-#', firstNumber: 7 } },
      },
    }));
    const disk = join(base, 'three.img');
    const secrets = { productKey: null, wifiKeys: { Office: 'another key' } };
    const run = await make(recipe, [disk, join(base, 'four.img')], {
      ...secrets,
      productKey: 'ZZZZZ-YYYYY-XXXXX-WWWWW-VVVVV',
    });
    expect(reportOf(run).fromCache).toBe(true);
    const volume = await windowsOf(disk);
    expect((await fileOf(volume, ANSWER_FILE)).toString()).toContain('KIOSK-7');
    const network = (await fileOf(volume, `${DATA}/Wi-Fi/1.xml`)).toString();
    expect(network).toContain('another key');
    expect(network).not.toContain('secret');
  });

  it('have the same files when they are made again from nothing', async () => {
    const recipe = await recipeFile('same.json', (all) => all);
    const found = [];
    for (const name of ['first', 'second']) {
      const disk = join(base, `${name}.img`);
      await make(recipe, [disk], SECRETS, ['--keep', '0']);
      const files = join(base, `${name}-files`);
      await extractNtfs(await windowsOf(disk), files);
      const hashes = await hashesBelow(files);
      // NTFS's own files, as 7-Zip shows them: they hold serial numbers and times.
      found.push([...hashes].filter(([path]) => !path.startsWith('/[SYSTEM]')).sort());
    }
    expect(found[0]?.length).toBeGreaterThan(300);
    expect(found[1]).toEqual(found[0]);
  });
});

it('A stick that joins a domain has its account in the answer file, and no name of our own.', async () => {
  // What djoin writes: base64 of a serialized blob in UTF-16, with a mark and a closing NUL.
  const blob = Buffer.concat([Buffer.from('01100800cccccccc', 'hex'), Buffer.alloc(90, 7)]);
  const account = blob.toString('base64');
  await writeFile(join(recipes, 'join.txt'), Buffer.from(`\ufeff${account}\0`, 'utf16le'));
  const recipe = await recipeFile('domain.json', (all) => ({
    ...all,
    windows: {
      ...all.windows,
      answers: { ...all.windows.answers, computerName: null },
      roaming: { ...all.windows.roaming, domainJoinFile: 'join.txt' },
    },
  }));
  const disk = join(base, 'domain.img');
  const made = await make(recipe, [disk], SECRETS);
  expect(made.stdout + made.stderr).not.toContain(account);
  const answers = (await fileOf(await windowsOf(disk), ANSWER_FILE)).toString();
  expect(answers).toContain(`<AccountData>${account}</AccountData>`);
  expect(answers).not.toContain('<ComputerName>');

  const two = await run(recipe, [join(base, 'x.img'), join(base, 'y.img')], SECRETS, [
    '--size',
    '2G',
  ]);
  expect(two.error).toMatchObject({ code: 'plan/invalid', stick: 'untouched' });
});

describe('a drive', () => {
  const attached: LoopDevice[] = [];
  afterEach(async () => {
    for (const drive of attached.splice(0)) await drive.detach();
  });

  async function loop(): Promise<string> {
    const drive = await attachLoop(SIZE);
    attached.push(drive);
    return drive.path;
  }

  const named = (pattern: string) => (all: WindowsRecipe) => ({
    ...all,
    windows: {
      ...all.windows,
      answers: { ...all.windows.answers, computerName: { pattern, firstNumber: 1 } },
    },
  });

  it('that Windows is unpacked onto directly gets the files themselves', async () => {
    const drive = await loop();
    const recipe = await recipeFile('direct.json', named('DIRECT-#'));
    const made = await run(recipe, [drive], SECRETS, ['--direct']);
    expect(made.error).toBeUndefined();
    const volume = await windowsOf(drive, join(base, 'direct.ntfs'));
    expect((await fileOf(volume, ANSWER_FILE)).toString()).toContain('DIRECT-1');
    expect((await fileOf(volume, `${DATA}/Wi-Fi/2.xml`)).toString()).toContain(EXPORTED_KEY);
    expect(await mode(volume, ANSWER_FILE)).toBe('0700');
  });

  it('on which an earlier job broke off gets the answers of the later one', async () => {
    const drive = await loop();
    const first = await recipeFile('broken-off.json', named('EARLY-#'));
    const stopped = await run(first, [drive], SECRETS, [], {
      interruptWhen: ({ type, phase }) => type === 'phase' && phase === 'verifying',
    });
    expect(stopped.error).toMatchObject({ code: 'cancelled', stick: 'unfinished' });

    const second = await recipeFile('gone-on.json', named('LATER-#'));
    const made = await run(second, [drive], { ...SECRETS, wifiKeys: { Office: 'other key' } });
    expect(made.error).toBeUndefined();
    const volume = await windowsOf(drive, join(base, 'later.ntfs'));
    const answers = (await fileOf(volume, ANSWER_FILE)).toString();
    expect(answers).toContain('LATER-1');
    expect(answers).not.toContain('EARLY-1');
    expect((await fileOf(volume, `${DATA}/Wi-Fi/1.xml`)).toString()).toContain('other key');
  });
});

async function keptFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
