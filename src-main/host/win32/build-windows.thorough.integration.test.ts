import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../../src-shared/units';
import { bitLockerAreas, openNtfs, openVolumeFile, type NtfsVolume } from '../../disk';
import type { GuestEdits } from '../../guest';
import { openFileSource, slice } from '../../io';
import type { OfflineServicing, Serviced, Unpacking, WindowsVolumeRequest } from '../index';
import { buildWindowsVolume as buildOnLinux } from '../linux/build-windows';
import { makeSparseFile } from '../linux/sparse-file';
import { buildScripts } from '../linux/test-support/build-scripts';
import { makePracticeWim, type PracticeWim } from '../linux/test-support/practice-wim';
import { runTool } from '../run-tool';
import { buildWindowsVolume } from './build-windows';
import { describeWindowsHost } from './describe-windows-host';
import { undoLeftovers } from './journal';
import { printOperation } from './operations';
import type { RunOperation } from './run-operation';
import { journalsOfEndedProcess, killedAt } from './test-support/killed-process';
import { SimulatedWindows, simulatedRun, simulatedWork } from './test-support/simulated-windows';
import { volumeContents } from './test-support/volume-contents';
import type { WindowsWork } from './windows-work';

const WORK = 'C:\\Users\\Anna\\work';
const VOLUME_BYTES = 200 * MiB;

const edits: GuestEdits = {
  registry: [
    {
      ...{ hive: 'SYSTEM', key: 'CurrentControlSet\\Services\\partmgr\\Parameters' },
      ...{ name: 'SanPolicy', data: { type: 'dword', value: 4 } },
    },
    {
      ...{ hive: 'SYSTEM', key: 'CurrentControlSet\\Control\\New', name: 'List' },
      data: { type: 'strings', value: ['Ä', 'b "c" \\'] },
    },
    {
      ...{ hive: 'SOFTWARE', key: 'Microsoft\\Windows\\CurrentVersion', name: 'ProductName' },
      data: { type: 'expandable-string', value: '%SystemRoot%\\x' },
    },
    {
      ...{ hive: 'SOFTWARE', key: 'New', name: 'Bytes' },
      data: { type: 'binary', value: Buffer.alloc(60, 0xa5) },
    },
  ],
  files: [
    {
      path: '/Windows/Panther/unattend.xml',
      content: { kind: 'bytes', bytes: Buffer.from('<a/>') },
    },
    { path: '/Windows/Setup/existing.xml', content: { kind: 'bytes', bytes: Buffer.from('new') } },
  ],
  removals: ['/Users/-dash', '/not/there'],
};

/** The fewest that use every kind of operation. */
const fewEdits: GuestEdits = {
  ...edits,
  registry: edits.registry.slice(0, 1),
  files: edits.files.slice(0, 1),
};

/** Of these, one app is to stay, one feature is off already, and one isn't there. */
const servicing: OfflineServicing = {
  drivers: '/ProgramData/Sticksmith/Drivers',
  apps: ['Microsoft.Bing*', 'microsoft.zunemusic', 'Contoso.App'],
  keepApps: ['Microsoft.BingWeather'],
  disableFeatures: ['practice-MEDIA', 'Practice-Hypervisor', 'Other'],
  cleanUp: true,
};
const driver: GuestEdits['files'][number] = {
  path: '/ProgramData/Sticksmith/Drivers/net/card.inf',
  content: { kind: 'bytes', bytes: Buffer.from('[Version]') },
};
/** Each kind of servicing once. */
const fewServiced: Partial<WindowsVolumeRequest> = {
  edits: { ...fewEdits, files: [{ ...driver, path: '/Windows/Setup/card.inf' }] },
  servicing: { ...servicing, drivers: '/Windows/Setup', apps: ['Microsoft.ZuneMusic'] },
};

let removeScripts: () => Promise<void>;
let folder: string;
let image: PracticeWim;
let windows: SimulatedWindows;
let privateFolder: string;
let work: WindowsWork;
let sources: { close: () => Promise<void> }[] = [];
beforeAll(async () => {
  removeScripts = await buildScripts();
  folder = await mkdtemp(join(tmpdir(), 'simulated-build-test-'));
  image = await makePracticeWim(folder, { contents: true });
});
afterAll(async () => {
  await removeScripts();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  windows = await SimulatedWindows.start(folder);
  privateFolder = await mkdtemp(join(folder, 'private-'));
  work = simulatedWork(windows, privateFolder);
  await windows.files.makeFolder(WORK);
  await windows.files.copyIn(image.wimPath, `${WORK}\\install.wim`);
});
afterEach(async () => {
  for (const source of sources) await source.close();
  sources = [];
  await windows.close();
});

function request(changes: Partial<WindowsVolumeRequest> = {}): WindowsVolumeRequest {
  return {
    ...{ place: 'new-file', volumePath: `${WORK}\\windows.ntfs` },
    ...{ wimParts: [`${WORK}\\install.wim`], index: 1, volumeBytes: VOLUME_BYTES },
    ...{ fenceBytes: null, startLba: 2048, label: 'Windows', edits },
    ...{ extractPaths: ['/Windows/Boot', '/not/there'], extractTo: `${WORK}\\boot files` },
    ...changes,
  };
}

function running(changes: Partial<Unpacking> = {}): Unpacking {
  return { signal: new AbortController().signal, onProgress: () => undefined, ...changes };
}

async function volumeIn(path: string, startByte: number): Promise<NtfsVolume> {
  const source = await openFileSource(path);
  sources.push(source);
  return openNtfs(slice(source, startByte, VOLUME_BYTES));
}

/** What Linux makes of the same image and edits. */
async function builtOnLinux(changes: Partial<WindowsVolumeRequest> = {}): Promise<NtfsVolume> {
  const place = join(folder, 'linux');
  await rm(place, { recursive: true, force: true });
  await mkdir(place);
  const volumePath = join(place, 'windows.ntfs');
  const here = { wimParts: [image.wimPath], extractTo: join(place, 'boot') };
  await buildOnLinux(request({ ...changes, volumePath, ...here }), running());
  return volumeIn(volumePath, 0);
}

const NOTHING_LEFT = {
  ...{ virtualDisks: [], images: [], hives: [], mountFolders: [], letters: [] },
  ...{ offlineDisks: [], automountOff: false, registryChanged: false },
};

/** Neither on the computer, nor in the work folder beside what is named, nor in the journal's. */
async function expectNothingLeft(what: string, stays: readonly string[] = []): Promise<void> {
  expect(windows.remains(), what).toEqual(NOTHING_LEFT);
  const left = (await windows.files.list(WORK)).filter((name) => !stays.includes(name));
  expect(left, what).toEqual(['install.wim']);
  expect(await readdir(privateFolder), what).toEqual([]);
}

/** What is extracted is the caller's to remove, whether or not the rest succeeds. */
async function removeExtracted(): Promise<void> {
  await work.files(WORK).remove(`${WORK}\\boot files`);
}

/** How many operations such a build runs. */
async function operationsOf(asked: WindowsVolumeRequest): Promise<number> {
  const before = windows.runs;
  await buildWindowsVolume(asked, running(), work);
  await removeExtracted();
  await work.files(WORK).remove(asked.volumePath);
  return windows.runs - before;
}

/** Each operation that such a build runs, as it is printed, with the name of the job as in what is shown before. */
async function printedOperations(asked: WindowsVolumeRequest): Promise<string[]> {
  const printed: string[] = [];
  const run = simulatedRun(windows);
  const noting: RunOperation = (operation, options) => {
    const text = printOperation(operation).join('\n');
    const named = text.replaceAll(/\b\d+-[0-9a-f]{8}\b/g, 'job');
    // Of an app nobody knows before which version there will be.
    printed.push(named.replaceAll(/(the app |\/PackageName:)([\w.]+?)_\S+/g, '$1$2_…'));
    return run(operation, options);
  };
  await buildWindowsVolume(asked, running(), simulatedWork(windows, privateFolder, noting));
  return printed;
}

describe('a volume of Windows', () => {
  it.each(['new-file', 'device'] as const)(
    'is made (%s) by the very operations that were shown before, in their order',
    async (place) => {
      const drive = join(folder, `shown-${place}.img`);
      await makeSparseFile(drive, 300 * MiB);
      const disk = await windows.addDrive(drive, { removable: true });
      const volumePath =
        place === 'device' ? `\\\\.\\PhysicalDrive${String(disk)}` : `${WORK}\\windows.ntfs`;
      // Nothing that only the image tells: its control set, and folders that it lacks.
      const asked = request({
        ...{ place, volumePath, bitLockerAreas: place === 'new-file' },
        edits: { ...edits, registry: edits.registry.slice(2), files: edits.files.slice(1) },
        servicing: {
          ...{ drivers: '/Windows/Setup', apps: ['Microsoft.BingNews', 'Microsoft.ZuneMusic'] },
          ...{ keepApps: [], disableFeatures: ['Practice-Media'], cleanUp: true },
        },
      });
      const inf = { kind: 'bytes', bytes: Buffer.from('[Version]') } as const;
      asked.edits.files.push({ path: '/Windows/Setup/card.inf', content: inf });
      const shown = describeWindowsHost().describeWindowsVolume(asked).join('\n');
      const ran = await printedOperations(asked);
      let at = 0;
      const unseen: string[] = [];
      for (const operation of ran) {
        const found = shown.indexOf(operation, at);
        if (found === -1) unseen.push(operation.split('\n')[0] ?? '');
        else at = found + operation.length;
      }
      expect(ran.length).toBeGreaterThan(14);
      expect(ran.filter((text) => text.includes('/Image:')).length).toBe(
        place === 'new-file' ? 7 : 6,
      );
      // What only asks, and the private folder, which is told in words.
      const isTold = (title: string): boolean =>
        /^(Let nobody else into|Ask|Look|Read|Query)/.test(title);
      expect(unseen.filter((title) => !isTold(title))).toEqual([]);
      expect(unseen.length).toBeLessThan(5);
    },
  );

  it('made in a virtual disk holds the files and hives that Linux makes', async () => {
    const told: number[] = [];
    await buildWindowsVolume(
      request(),
      running({
        onProgress: (done, total) => {
          expect(total).toBe(VOLUME_BYTES);
          told.push(done);
        },
      }),
      work,
    );
    expect(told).toEqual([0.03, 0.415, 1].map((share) => Math.floor(share * VOLUME_BYTES)));
    await expectNothingLeft('afterwards', ['windows.ntfs', 'boot files']);

    const vhdx = await windows.files.localPath(`${WORK}\\windows.ntfs`);
    const volumeFile = await openVolumeFile(vhdx);
    sources.push(volumeFile);
    const { source } = volumeFile;
    // Blocks that aren't in the file have their zeros in it.
    const copies = volumeFile.inFile([{ sourceOffset: 0, targetOffset: 0, length: source.size }]);
    expect(copies.length).toBeGreaterThan(1);
    const made = await volumeContents(await openNtfs(source));
    expect(made.size).toBeGreaterThan(25);
    expect(made).toEqual(await volumeContents(await builtOnLinux()));

    const raw = join(folder, 'stage.img');
    await runTool('qemu-img', ['convert', '-f', 'vhdx', '-O', 'raw', vhdx, raw]);
    expect(await volumeContents(await volumeIn(raw, MiB))).toEqual(made);
    const boot = await windows.files.read(`${WORK}\\boot files\\Windows\\Boot\\EFI\\bootmgfw.efi`);
    const inImage = image.files.get('/Windows/Boot/EFI/bootmgfw.efi') ?? Buffer.alloc(0);
    expect(boot.equals(inImage)).toBe(true);
  });

  it('made on a drive holds them, too, and nothing of it stays mounted', async () => {
    const drive = join(folder, 'drive.img');
    await makeSparseFile(drive, 300 * MiB);
    const disk = await windows.addDrive(drive, { removable: true });
    const volumePath = `\\\\.\\PhysicalDrive${String(disk)}`;
    await buildWindowsVolume(request({ place: 'device', volumePath }), running(), work);
    await expectNothingLeft('afterwards', ['boot files']);
    const made = await volumeContents(await volumeIn(drive, MiB));
    expect(made).toEqual(await volumeContents(await builtOnLinux()));
  });

  it('is serviced by DISM, which changes nothing but what it was asked for', async () => {
    const asked = { edits: { ...edits, files: [...edits.files, driver] } };
    const told: Serviced[] = [];
    const shares: number[] = [];
    await buildWindowsVolume(
      request({ ...asked, servicing }),
      running({
        onServiced: (serviced) => told.push(serviced),
        onProgress: (done, total) => shares.push(done / total),
      }),
      work,
    );
    await expectNothingLeft('afterwards', ['windows.ntfs', 'boot files']);
    expect(told.every(({ refusal }) => refusal === null)).toBe(true);
    expect(told.map(({ title }) => title.replace(/ in C:.*/, ''))).toEqual([
      'Add the drivers',
      'Remove the app Microsoft.BingNews_4.1.24002.0_neutral_~_8wekyb3d8bbwe',
      'Remove the app Microsoft.ZuneMusic_11.2202.46.0_neutral_~_8wekyb3d8bbwe',
      'Turn the feature Practice-Media off',
      'Clean up the component store',
    ]);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));

    const volumeFile = await openVolumeFile(await windows.files.localPath(`${WORK}\\windows.ntfs`));
    sources.push(volumeFile);
    const made = await volumeContents(await openNtfs(volumeFile.source));
    const plain = await volumeContents(await builtOnLinux(asked));
    expect(made.get('/Windows/INF/simulated-card.inf')).toBe(
      Buffer.from('[Version]').toString('base64'),
    );
    const paths = [...made.keys()].filter((path) => made.get(path) !== plain.get(path));
    expect(paths.sort()).toEqual([
      '/Windows/INF/simulated-card.inf',
      '/Windows/System32/config/SOFTWARE',
    ]);
    expect([...plain.keys()].filter((path) => !made.has(path))).toEqual([]);
    const [before, after] = [plain, made].map((contents) =>
      (contents.get('/Windows/System32/config/SOFTWARE') ?? '').split('\n'),
    );
    const gone = before?.filter((line) => after?.includes(line) !== true) ?? [];
    expect(gone.map((line) => line.split('\\').slice(-2, -1)[0]?.split('_')[0])).toEqual([
      'Microsoft.BingNews',
      'Microsoft.ZuneMusic',
      'Practice-Media',
    ]);
    expect(after?.filter((line) => before?.includes(line) !== true)).toEqual([
      expect.stringContaining('\\OptionalFeatures\\Practice-Media\\Selection 4 00000000'),
    ]);
  });

  it.each(['new-file', 'device'] as const)(
    'is made (%s) as if nothing had been asked for where DISM can’t service it, and tells so',
    async (place) => {
      windows.stopServicing();
      const drive = join(folder, `unserviced-${place}.img`);
      await makeSparseFile(drive, 300 * MiB);
      const disk = await windows.addDrive(drive, { removable: true });
      const onDrive = { place, volumePath: `\\\\.\\PhysicalDrive${String(disk)}` };
      const asked = {
        edits: { ...edits, files: [...edits.files, driver] },
        ...(place === 'device' ? onDrive : {}),
      };
      const told: Serviced[] = [];
      const onServiced = (serviced: Serviced): void => void told.push(serviced);
      await buildWindowsVolume(request({ ...asked, servicing }), running({ onServiced }), work);
      const refusal = 'The request is not supported. (50)';
      expect(told).toEqual([
        { title: 'List the apps', refusal },
        { title: 'List the features', refusal },
        { title: expect.stringMatching(/^Add the drivers in /) as string, refusal },
        ...(place === 'device' ? [] : [{ title: 'Clean up the component store', refusal }]),
      ]);
      const plain = await volumeContents(await builtOnLinux({ edits: asked.edits }));
      if (place === 'device') {
        expect(await volumeContents(await volumeIn(drive, MiB))).toEqual(plain);
        return;
      }
      const vhdx = await windows.files.localPath(`${WORK}\\windows.ntfs`);
      const volumeFile = await openVolumeFile(vhdx);
      sources.push(volumeFile);
      expect(await volumeContents(await openNtfs(volumeFile.source))).toEqual(plain);
    },
  );

  it('is made all the same when DISM refuses to list something, or to do anything', async () => {
    const [lists, changes] = [
      ['List the apps', 'List the features'],
      [
        ...['Add the drivers', 'Remove the app Microsoft.ZuneMusic'],
        ...['Turn the feature Practice-Media off', 'Clean up the component store'],
      ],
    ];
    const stdout = 'Error: 0x800f0830\r\n\r\nIt can’t be serviced.\r\n';
    for (const refused of [lists, changes]) {
      const refusing = simulatedWork(windows, privateFolder, (operation, options) => {
        const isRefused = refused.some((title) => operation.title.startsWith(title));
        const code = 0x800f0830;
        if (isRefused)
          windows.inject({ operation: windows.runs + 1, kind: 'refused', code, stdout });
        return simulatedRun(windows)(operation, options);
      });
      const told: Serviced[] = [];
      const onServiced = (serviced: Serviced): void => void told.push(serviced);
      await buildWindowsVolume(request(fewServiced), running({ onServiced }), refusing);
      const known = told.filter(({ refusal }) => refusal === 'It can’t be serviced. (0x800f0830)');
      expect(known).toHaveLength(refused.length);
      // Without lists nothing that would have been in one is taken out.
      const done = told.filter(({ refusal }) => refusal === null);
      expect(done).toHaveLength(refused === lists ? 2 : 0);
      await work.files(WORK).remove(`${WORK}\\windows.ntfs`);
      await removeExtracted();
      await expectNothingLeft(refused.join());
    }
  });

  it('leaves nothing, whichever operation fails', async () => {
    const asked = request(fewServiced);
    const count = await operationsOf(asked);
    expect(count).toBeGreaterThan(17);
    for (let failing = 1; failing <= count; failing += 1) {
      const operation = windows.runs + failing;
      windows.inject({ operation, kind: 'refused', code: 5, stderr: 'ERROR: Access is denied.' });
      const outcome = await buildWindowsVolume(asked, running(), work).catch(codeOf);
      // A hive that can't be unloaded is tried again.
      if (outcome === undefined) await work.files(WORK).remove(asked.volumePath);
      else expect(outcome, String(failing)).toBe('tool/failed');
      await removeExtracted();
      await expectNothingLeft(`operation ${String(failing)} fails`);
    }
  });

  it('leaves nothing of an operation that took effect and failed', async () => {
    const asked = request({ edits: fewEdits });
    const opening: number[] = [];
    const run = simulatedRun(windows);
    const before = windows.runs;
    const listing = simulatedWork(windows, privateFolder, (operation, options) => {
      if (operation.undo) opening.push(windows.runs + 1 - before);
      return run(operation, options);
    });
    await buildWindowsVolume(asked, running(), listing);
    await removeExtracted();
    await work.files(WORK).remove(asked.volumePath);
    expect(opening.length).toBe(3);
    for (const failing of opening) {
      windows.inject({ operation: windows.runs + failing, kind: 'killed', afterSteps: 'all' });
      expect(await buildWindowsVolume(asked, running(), work).catch(codeOf)).toBe('tool/failed');
      await work.files(WORK).remove(`${WORK}\\boot files`);
      await expectNothingLeft(`operation ${String(failing)} fails in the end`);
    }
  });

  it('holds what BitLocker needs, where it is asked for', async () => {
    await buildWindowsVolume(request({ edits: fewEdits, bitLockerAreas: true }), running(), work);
    const volumeFile = await openVolumeFile(await windows.files.localPath(`${WORK}\\windows.ntfs`));
    sources.push(volumeFile);
    expect(await bitLockerAreas(volumeFile.source)).not.toBe(null);
  });

  it('leaves nothing that the next process doesn’t take back when this one is killed', async () => {
    const asked = request(fewServiced);
    const count = await operationsOf(asked);
    for (let killed = 1; killed <= count; killed += 1) {
      const { run, dead } = killedAt(windows, killed);
      const building = buildWindowsVolume(
        asked,
        running(),
        simulatedWork(windows, privateFolder, run),
      );
      await Promise.race([building, dead]);
      await journalsOfEndedProcess(privateFolder);
      const { files } = work;
      const { failed } = await undoLeftovers(
        privateFolder,
        work.run,
        { folder: privateFolder },
        (path) => files(win32.dirname(path)).remove(path),
      );
      expect(failed, String(killed)).toEqual([]);
      await removeExtracted();
      await expectNothingLeft(`killed in operation ${String(killed)}`);
    }
  });
});

describe('a volume that can’t be made', () => {
  it('because it was cancelled while DISM unpacks, is gone soon', async () => {
    const controller = new AbortController();
    const cancelled = buildWindowsVolume(
      request(),
      running({ signal: controller.signal, onProgress: () => controller.abort() }),
      work,
    );
    expect(await cancelled.catch(codeOf)).toBe('cancelled');
    await expectNothingLeft('after a cancellation');
  });

  it('because the work disk is full, tells so', async () => {
    const untilDism = await operationsUntil('Dism.exe');
    windows.inject({ operation: windows.runs + untilDism, kind: 'disk-full' });
    const error: unknown = await buildWindowsVolume(request(), running(), work).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      code: 'work/full',
      params: { path: WORK, needed: VOLUME_BYTES, missing: VOLUME_BYTES },
    });
    await expectNothingLeft('with a full disk');
  });

  it('because the edition is too large, tells so', async () => {
    const place = join(folder, 'large');
    await mkdir(place, { recursive: true });
    const large = await makePracticeWim(place, { payloadFiles: 1, payloadBytes: 40 * MiB });
    await windows.files.copyIn(large.wimPath, `${WORK}\\install.wim`);
    const volumeBytes = 20 * MiB;
    const error: unknown = await buildWindowsVolume(
      request({ volumeBytes }),
      running(),
      work,
    ).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'wim/too-large', params: { size: volumeBytes } });
    await expectNothingLeft('with too small a volume');
  });

  it('because the image lacks a hive, tells so', async () => {
    const place = join(folder, 'without-hive');
    await mkdir(place, { recursive: true });
    const without = await makePracticeWim(place, { without: ['/Windows/System32/config/SYSTEM'] });
    await windows.files.copyIn(without.wimPath, `${WORK}\\install.wim`);
    const error: unknown = await buildWindowsVolume(request(), running(), work).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      code: 'wim/unsupported',
      params: { message: 'it holds no registry hive /Windows/System32/config/SYSTEM' },
    });
    await removeExtracted();
    await expectNothingLeft('without a hive');
  });

  it('because something has its name, leaves that as it is', async () => {
    await windows.files.write(`${WORK}\\windows.ntfs`, Buffer.from('precious'));
    expect(await buildWindowsVolume(request(), running(), work).catch(codeOf)).toBe(
      'work/unusable',
    );
    expect(await windows.files.read(`${WORK}\\windows.ntfs`)).toEqual(Buffer.from('precious'));
    await expectNothingLeft('with a name that is taken', ['windows.ntfs']);
  });
});

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code ?? error;
}

/** How many operations a build runs until one of a program, with it. */
async function operationsUntil(program: string): Promise<number> {
  let count = 0;
  const run: RunOperation = (operation) => {
    count += 1;
    return operation.program === program
      ? Promise.reject(new Error('here'))
      : simulatedRun(windows)(operation, { folder: privateFolder });
  };
  const counting = simulatedWork(windows, privateFolder, run);
  await expect(buildWindowsVolume(request(), running(), counting)).rejects.toThrow('here');
  return count - UNDOS_AFTER_DISM;
}

/** The virtual disk's undo runs after DISM has failed. */
const UNDOS_AFTER_DISM = 1;
