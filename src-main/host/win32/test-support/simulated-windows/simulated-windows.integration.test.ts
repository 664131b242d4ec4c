import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../../../../src-shared/units';
import { commonNtfsRanges, openNtfs, readVhdxFile } from '../../../../disk';
import { openFileSource, slice } from '../../../../io';
import { makeSparseFile } from '../../../linux/sparse-file';
import { makePracticeWim, type PracticeWim } from '../../../linux/test-support/practice-wim';
import { runTool } from '../../../run-tool';
import type { Operation } from '../../operation';
import {
  addDrivers,
  applyImage,
  cleanUpComponents,
  detachStagedDisk,
  disableFeature,
  getFeatures,
  getProvisionedApps,
  importValues,
  loadHive,
  makePartitionOnDrive,
  makeStagedDisk,
  pauseAutomount,
  queryKey,
  readDword,
  readFeatures,
  readProvisionedApps,
  removeMountPoint,
  removeProvisionedApp,
  resumeAutomount,
  unloadHive,
} from '../../operations';
import { makeOperation } from '../../operations/make-operation';
import { diskpartScript } from '../../quote-diskpart';
import { SimulatedWindows, SimulationLimit } from '.';

const WORK = 'C:\\Users\\Anna Lee\\work';
const MOUNT = `${WORK}\\volume`;
const VHDX = `${WORK}\\windows stage.vhdx`;
const SYSTEM = `${MOUNT}\\Windows\\System32\\config\\SYSTEM`;
const FOLDERS = { scratch: `${WORK}\\scratch`, log: `${WORK}\\dism.log` };
const NOTHING_LEFT = {
  ...{ virtualDisks: [], images: [], hives: [], mountFolders: [], letters: [] },
  ...{ offlineDisks: [], automountOff: false, registryChanged: false },
};

let folder: string;
let image: PracticeWim;
let windows: SimulatedWindows;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulated-windows-test-'));
  image = await makePracticeWim(folder, { contents: true });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  windows = await SimulatedWindows.start(folder);
  for (const path of [MOUNT, FOLDERS.scratch]) await windows.files.makeFolder(path);
});
afterEach(async () => {
  await windows.close();
});

const stage = (bytes = 200 * MiB): Operation =>
  makeStagedDisk({ file: VHDX, partition: { bytes, label: 'Windows', mountFolder: MOUNT } });

function script(...commands: string[]): Operation {
  return makeOperation({
    title: 'A script',
    program: 'diskpart.exe',
    args: ['/s', '{diskpart.txt}'],
    scripts: [diskpartScript(commands)],
    failureOf: () => null,
  });
}

/** Runs operations of which each has to do what it is asked for. */
async function runAll(...operations: Operation[]): Promise<string> {
  let printed = '';
  for (const operation of operations) {
    const output = await windows.run(operation);
    expect(operation.failureOf(output), JSON.stringify(output)).toBeNull();
    expect(operation.okCodes).toContain(output.code);
    printed += output.stdout;
  }
  return printed;
}

async function putWim(): Promise<string> {
  await windows.files.copyIn(image.wimPath, `${WORK}\\install.wim`);
  return `${WORK}\\install.wim`;
}

describe('a staged Windows on the simulated computer', () => {
  it('is the image with its edits, in a VHDX whose NTFS volume others can read', async () => {
    const wim = await putWim();
    const hive = { name: 'sticksmith-test-system', file: SYSTEM };
    const root = 'HKEY_LOCAL_MACHINE\\sticksmith-test-system';
    const parameters = `${root}\\ControlSet002\\Services\\partmgr\\Parameters`;
    await runAll(pauseAutomount(), stage(), resumeAutomount());
    const seen: (number | null)[] = [];
    const apply = applyImage({ wimParts: [wim], index: 1 }, MOUNT, FOLDERS);
    await windows.run(apply, { onOutput: (text) => seen.push(apply.progressOf(text)) });
    expect(seen.filter((share) => share !== null)).toEqual([0.03, 0.415, 1]);

    await windows.files.write(
      `${MOUNT}\\Windows\\Panther\\unattend.xml`,
      Buffer.from('<answers/>'),
    );
    await runAll(loadHive(hive));
    const found = await runAll(queryKey('HKLM\\sticksmith-test-system\\Select'));
    expect(readDword(found, 'Current')).toBe(2);
    await runAll(
      importValues('Change values', [
        { key: parameters, name: 'SanPolicy', data: { type: 'dword', value: 4 } },
        { key: `${root}\\New`, name: 'Te"xt\\', data: { type: 'string', value: 'Grüße' } },
      ]),
      unloadHive(hive.name),
      removeMountPoint(MOUNT),
      detachStagedDisk(VHDX),
    );
    expect(windows.remains()).toEqual(NOTHING_LEFT);

    const file = await windows.files.localPath(VHDX);
    const packed = await openFileSource(file);
    expect(await readVhdxFile(packed)).toEqual({ type: 'dynamic', diskBytes: 202 * MiB });
    await packed.close();
    const raw = join(folder, 'unpacked.img');
    await runTool('qemu-img', ['convert', '-O', 'raw', file, raw]);
    const compared = await runTool('qemu-img', ['compare', '-f', 'raw', '-F', 'vhdx', raw, file]);
    expect(compared.stdout).toContain('Images are identical');
    const { stdout: table } = await runTool('sfdisk', ['--dump', raw]);
    expect(table).toMatch(/label: dos/);
    expect(table).toMatch(/start= +2048, size= +409600, type=7/);

    const disk = await openFileSource(raw);
    const volume = await openNtfs(slice(disk, MiB, 200 * MiB));
    expect(volume.label).toBe('Windows');
    expect(volume.hiddenSectors).toBe(2048);
    expect(volume.dirty()).toBe(false);
    for (const [path, content] of image.files) {
      if (path.endsWith('/SYSTEM')) continue;
      expect((await volume.readFile(path, MiB)).equals(content), path).toBe(true);
    }
    const answers = await volume.readFile('/Windows/Panther/unattend.xml', 100);
    expect(answers.toString()).toBe('<answers/>');
    const ranges = await commonNtfsRanges(slice(disk, MiB, 200 * MiB), MiB);
    expect(ranges.length).toBeGreaterThan(1);

    const edited = join(folder, 'SYSTEM');
    await writeFile(edited, await volume.readFile('/Windows/System32/config/SYSTEM', MiB));
    await disk.close();
    const get = async (key: string, name: string): Promise<string> =>
      (await runTool('hivexget', [edited, key, name])).stdout.trim();
    const path = '\\ControlSet002\\Services\\partmgr\\Parameters';
    expect(await get(path, 'SanPolicy')).toMatch(/^(0x0*)?4$/);
    expect(await get('\\New', 'Te"xt\\')).toBe('Grüße');
    await rm(raw);
  });

  it('is serviced by DISM: what is taken out is listed no more, and a loaded hive is in the way', async () => {
    await runAll(stage(), applyImage({ wimParts: [await putWim()], index: 1 }, MOUNT, FOLDERS));
    await windows.files.write(`${WORK}\\drivers\\net\\card.inf`, Buffer.from('[Version]'));
    await runAll(addDrivers(MOUNT, `${WORK}\\drivers`, FOLDERS));
    const inf = await windows.files.read(`${MOUNT}\\Windows\\INF\\simulated-card.inf`);
    expect(inf.toString()).toBe('[Version]');

    const listApps = getProvisionedApps(MOUNT, FOLDERS);
    const apps = readProvisionedApps(await runAll(listApps));
    const news = apps.find(({ name }) => name === 'Microsoft.BingNews')?.packageName ?? '';
    await runAll(removeProvisionedApp(MOUNT, news, FOLDERS));
    const left = readProvisionedApps(await runAll(listApps));
    expect(left).toEqual(apps.filter(({ packageName }) => packageName !== news));
    expect(left.length).toBeGreaterThan(5);

    const stateOf = async (name: string) =>
      readFeatures(await runAll(getFeatures(MOUNT, FOLDERS))).find((one) => one.name === name);
    expect(await stateOf('Practice-Media')).toMatchObject({ state: 'Enabled' });
    await runAll(disableFeature(MOUNT, 'Practice-Media', FOLDERS));
    expect(await stateOf('Practice-Media')).toMatchObject({ state: 'Disabled' });
    const unknown = disableFeature(MOUNT, 'Other', FOLDERS);
    expect(unknown.failureOf(await windows.run(unknown))?.windowsCode).toBe('0x800f080c');

    const clean = cleanUpComponents(MOUNT, FOLDERS);
    await runAll(clean, loadHive({ name: 'x', file: SYSTEM }));
    expect(windows.recorded.map(({ args }) => args[4])).toEqual([
      '/Add-Driver',
      '/Remove-ProvisionedAppxPackage',
      '/Disable-Feature',
      '/Cleanup-Image',
    ]);
    expect(clean.failureOf(await windows.run(clean))).toMatchObject({ windowsCode: '32' });
    windows.stopServicing();
    await runAll(unloadHive('x'));
    expect(clean.failureOf(await windows.run(clean))).toMatchObject({ windowsCode: '50' });
  });
});

describe('drives of the simulated computer', () => {
  it('get partitions and file systems that sgdisk, ntfsfix, fsck.fat and fsck.exfat find right', async () => {
    const drive = join(folder, 'drive.img');
    await makeSparseFile(drive, 600 * MiB);
    const disk = await windows.addDrive(drive, { removable: true });
    await runAll(
      script(
        `select disk ${String(disk)}`,
        'clean',
        'convert gpt',
        'create partition efi size=100',
        'format fs=fat32 label="BOOT" quick',
        'create partition primary size=200 offset=204800',
        'format fs=ntfs label="Windows" unit=4096 quick',
        'assign letter=W',
        'create partition primary size=100',
        'format fs=exfat label="Shared" quick',
        'rem the rest stays free',
        'list partition',
      ),
    );
    expect((await runTool('sgdisk', ['--verify', drive])).stdout).toContain('No problems found');
    const { stdout } = await runTool('sgdisk', ['--print', drive]);
    // The reserved partition of Windows' own making is the first.
    expect(stdout).toMatch(/^ +1 +34 +32767 .* 0C01/m);
    expect(stdout).toMatch(/^ +2 +\d+ +\d+ +100\.0 MiB +EF00/m);
    expect(stdout).toMatch(/^ +3 +409600 +819199 +200\.0 MiB +0700/m);
    expect(stdout).toMatch(/^ +4 +\d+ +\d+ +100\.0 MiB +0700/m);
    const { stdout: dump } = await runTool('sfdisk', ['--json', drive]);
    const starts = [...dump.matchAll(/"start": ?(\d+)/g)].map((match) => Number(match[1]));
    const checks = [
      ['fsck.fat', ['-n'], 1],
      ['ntfsfix', ['-n'], 2],
      ['fsck.exfat', ['-n'], 3],
    ] as const;
    for (const [tool, args, index] of checks) {
      const part = join(folder, 'part.img');
      const sectors = [...dump.matchAll(/"size": ?(\d+)/g)].map((match) => Number(match[1]));
      const range = [`skip=${String(starts[index])}`, `count=${String(sectors[index])}`];
      await runTool('dd', [`if=${drive}`, `of=${part}`, 'bs=512', 'conv=sparse', ...range]);
      await runTool(tool, [...args, part]);
      await rm(part);
    }
    expect(windows.remains().letters).toContain('W');
    await rm(drive);
  });

  it('are erased and given one partition for the direct way', async () => {
    const drive = join(folder, 'direct.img');
    await makeSparseFile(drive, 300 * MiB);
    const disk = await windows.addDrive(drive, { removable: true });
    const partition = { startByte: 16 * MiB, bytes: 200 * MiB, label: 'W', mountFolder: MOUNT };
    await runAll(makePartitionOnDrive(disk, partition));
    const { stdout } = await runTool('sfdisk', ['--dump', drive]);
    expect(stdout).toMatch(/start= +32768, size= +409600, type=7/);
    await runAll(removeMountPoint(MOUNT));
    expect(windows.remains()).toEqual(NOTHING_LEFT);
    await rm(drive);
  });
});

describe('what the simulated computer refuses', () => {
  it.each([
    [['format fs=ntfs quick'], 5, 'There is no volume selected.'],
    [['create partition primary'], 5, 'There is no disk selected.'],
    [['select disk 7', 'clean'], 5, 'The disk you specified is not valid.'],
    [['select disk 0', 'clean'], 0x80070005, 'not allowed on the disk containing the current boot'],
    [['detach vdisk'], 5, 'There is no virtual disk selected.'],
    [[`select vdisk file="${VHDX}"`], 0x80070002, 'cannot find the file specified'],
    [
      ['create vdisk file=C:\\none\\a.vhdx maximum=10 type=expandable'],
      0x80070002,
      'path specified',
    ],
    [['frobnicate'], 5, 'Type HELP'],
    [['select disk 1 2 noerr'], 2, 'The arguments specified for this command are not valid.'],
  ])('%s', async (commands, code, text) => {
    const output = await windows.run(script(...commands, 'rescan'));
    expect(output.code).toBe(code);
    expect(output.stdout).toContain(text);
    expect(output.stdout).not.toContain('finished scanning');
    expect(stage().failureOf(output)).not.toBeNull();
  });

  it('goes on after an error only where noerr says so', async () => {
    const output = await windows.run(script('detach vdisk noerr', 'rescan'));
    expect(output.code).toBe(0);
    expect(output.stdout).toContain('There is no virtual disk selected.');
    expect(output.stdout).toContain('finished scanning');
  });

  it('a folder that isn’t there or isn’t empty, as a place for a volume', async () => {
    await windows.files.write(`${MOUNT}\\file`, Buffer.alloc(1));
    const full = await windows.run(stage(20 * MiB));
    expect(full.stdout).toContain('is not empty');
    expect(windows.remains()).toMatchObject({ virtualDisks: [1], mountFolders: [] });
  });

  it('to detach, service or load twice what is in use', async () => {
    await runAll(stage(), applyImage({ wimParts: [await putWim()], index: 1 }, MOUNT, FOLDERS));
    await runAll(loadHive({ name: 'one', file: SYSTEM }));
    const again = await windows.run(loadHive({ name: 'two', file: SYSTEM }));
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('it is being used by another process');
    expect((await windows.run(detachStagedDisk(VHDX))).code).toBe(0x80070020);
    expect(windows.remains()).toMatchObject({
      virtualDisks: [1],
      hives: ['HKEY_LOCAL_MACHINE\\one'],
    });
    await runAll(unloadHive('one'));
    expect((await windows.run(unloadHive('one'))).stderr).toContain('The parameter is incorrect.');
  });

  it('values for a hive that isn’t loaded, of which nothing reaches its own registry', async () => {
    const key = 'HKEY_LOCAL_MACHINE\\not-loaded\\Key';
    const values = [{ key, name: 'a', data: { type: 'dword', value: 1 } as const }];
    const output = await windows.run(importValues('Change values', values));
    expect(output).toMatchObject({ code: 1, stderr: 'ERROR: Error accessing the registry.\r\n' });
    expect(windows.remains().registryChanged).toBe(false);
  });

  it('a WIM that isn’t there, an edition it hasn’t got, and options unknown to DISM', async () => {
    const apply = (wim: string, index: number): Operation =>
      applyImage({ wimParts: [wim], index }, MOUNT, FOLDERS);
    await runAll(stage());
    expect((await windows.run(apply(`${WORK}\\none.wim`, 1))).code).toBe(2);
    expect((await windows.run(apply(await putWim(), 9))).code).toBe(1168);
    const unknown = {
      ...cleanUpComponents(MOUNT, FOLDERS),
      args: ['/English', '/Get-Imageinfos'],
    };
    const output = await windows.run(unknown);
    expect(unknown.failureOf(output)).toMatchObject({ windowsCode: '87' });
  });

  it('programs and scripts that it doesn’t know, by an exception', async () => {
    const other = { ...stage(), program: 'cmd.exe' };
    await expect(windows.run(other)).rejects.toThrow(SimulationLimit);
    await expect(windows.run(script('delete partition'))).rejects.toThrow(SimulationLimit);
  });
});

describe('failures on the simulated computer', () => {
  it('leave after each line of a script what its undo takes back', async () => {
    const operation = stage(20 * MiB);
    const lines = operation.scripts[0]?.text.trimEnd().split('\r\n').length ?? 0;
    expect(lines).toBeGreaterThan(5);
    for (let after = 0; after < lines; after += 1) {
      windows.inject({ operation: windows.runs + 1, kind: 'killed', afterSteps: after });
      expect((await windows.run(operation)).code).toBe(1);
      expect(windows.remains().virtualDisks).toHaveLength(after < 3 ? 0 : 1);
      if (windows.remains().mountFolders.length > 0) await runAll(removeMountPoint(MOUNT));
      if (operation.undo) await windows.run(operation.undo);
      expect(windows.remains(), `after ${String(after)} lines`).toEqual(NOTHING_LEFT);
      if ((await windows.files.kindOf(VHDX)) !== null) await windows.files.remove(VHDX);
    }
  });

  it('are those asked for: refused, killed at the end, no room, and a drive that is gone', async () => {
    const drive = join(folder, 'gone.img');
    await makeSparseFile(drive, 20 * MiB);
    const disk = await windows.addDrive(drive, { removable: true });
    windows.inject({
      operation: 1,
      kind: 'refused',
      code: 5,
      stderr: 'ERROR: Access is denied.\r\n',
    });
    windows.inject({ operation: 2, kind: 'killed', afterSteps: 'all' });
    windows.inject({ operation: 3, kind: 'disk-full' });
    windows.inject({ operation: 4, kind: 'device-gone', disk });
    expect(await windows.run(pauseAutomount())).toMatchObject({ code: 5, stdout: '' });
    expect(windows.remains().automountOff).toBe(false);
    expect((await windows.run(pauseAutomount())).code).toBe(1);
    expect(windows.remains()).toMatchObject({ automountOff: true, registryChanged: true });
    expect((await windows.run(stage())).code).toBe(0x80070070);
    const gone = await windows.run(script(`select disk ${String(disk)}`, 'clean'));
    expect(gone.stdout).toContain('The disk you specified is not valid.');
    await rename(drive, `${drive}.still-there`);
  });
});
