import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, expect, it } from 'vitest';
import { MiB } from '../../../../../src-shared/units';
import { openNtfs, type NtfsVolume } from '../../../../disk';
import { decodeHive, type GuestEdits } from '../../../../guest';
import { openFileSource, slice, type FileSource } from '../../../../io';
import type { WindowsVolumeRequest } from '../../../index';
import { buildWindowsVolume } from '../../../linux/build-windows';
import { makeSparseFile } from '../../../linux/sparse-file';
import { buildScripts } from '../../../linux/test-support/build-scripts';
import { makePracticeWim, type PracticeWim } from '../../../linux/test-support/practice-wim';
import { runTool } from '../../../run-tool';
import { windowsVolumeSteps } from '../../operations';
import { SimulatedWindows, runVolumeSteps } from '.';

const WORK = 'C:\\Users\\Anna\\work';
const PLACES = {
  ...{ mountFolder: `${WORK}\\volume`, scratch: `${WORK}\\scratch`, log: `${WORK}\\dism.log` },
  ...{ job: 'test', sectorBytes: 512, automount: 'pause' as const },
};
const UNPACKED = { controlSet: 2, missingFolders: ['/Windows/Panther'] };
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

let removeScripts: () => Promise<void>;
let folder: string;
let image: PracticeWim;
let windows: SimulatedWindows;
let sources: FileSource[] = [];
beforeAll(async () => {
  removeScripts = await buildScripts();
  folder = await mkdtemp(join(tmpdir(), 'simulated-steps-test-'));
  image = await makePracticeWim(folder);
});
afterAll(async () => {
  await removeScripts();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  windows = await SimulatedWindows.start(folder);
  for (const path of [PLACES.mountFolder, PLACES.scratch]) await windows.files.makeFolder(path);
  await windows.files.copyIn(image.wimPath, `${WORK}\\install.wim`);
});
afterEach(async () => {
  for (const source of sources) await source.close();
  sources = [];
  await windows.close();
});

function request(place: Pick<WindowsVolumeRequest, 'place' | 'volumePath'>): WindowsVolumeRequest {
  return {
    ...place,
    ...{ wimParts: [`${WORK}\\install.wim`], index: 1, volumeBytes: VOLUME_BYTES },
    ...{ fenceBytes: null, startLba: 2048, label: 'Windows', edits },
    ...{ extractPaths: ['/Windows/Boot', '/not/there'], extractTo: `${WORK}\\boot files` },
  };
}

async function volumeIn(path: string, startByte: number): Promise<NtfsVolume> {
  const source = await openFileSource(path);
  sources.push(source);
  return openNtfs(slice(source, startByte, VOLUME_BYTES));
}

/** What Linux makes of the same image and edits. */
async function builtOnLinux(): Promise<NtfsVolume> {
  const place = join(folder, 'linux');
  await rm(place, { recursive: true, force: true });
  await mkdir(place);
  const volumePath = join(place, 'windows.ntfs');
  const asked = request({ place: 'new-file', volumePath });
  const running = { signal: new AbortController().signal, onProgress: () => undefined };
  const here = { wimParts: [image.wimPath], extractTo: join(place, 'boot') };
  await buildWindowsVolume({ ...asked, ...here }, running);
  return volumeIn(volumePath, 0);
}

/** Contents by path, in lower case; hives as their keys and values, whatever their order. */
async function contentsOf(volume: NtfsVolume, path = ''): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const { name, isDirectory } of await volume.list(path === '' ? '/' : path)) {
    const inside = `${path}/${name}`;
    if (isDirectory) {
      for (const entry of await contentsOf(volume, inside)) all.set(...entry);
      continue;
    }
    const content = await volume.readFile(inside, MiB);
    all.set(inside, inside.includes('/config/') ? hiveText(content) : content.toString('hex'));
  }
  return all;
}

function hiveText(content: Buffer): string {
  const lines: string[] = [];
  const walk = (key: ReturnType<typeof decodeHive>, path: string): void => {
    for (const { name, type, data } of key.values) {
      lines.push(`${path}\\${name} ${String(type)} ${data.toString('hex')}`);
    }
    for (const child of key.subkeys) walk(child, `${path}\\${child.name}`);
  };
  walk(decodeHive(content), '');
  return lines.sort().join('\n');
}

const NOTHING_LEFT = {
  ...{ virtualDisks: [], discs: [], hives: [], mountFolders: [], letters: [] },
  ...{ offlineDisks: [], automountOff: false, registryChanged: false },
};

it('the staged way makes the files and hives that Linux makes', async () => {
  const vhdx = `${WORK}\\stage.vhdx`;
  const steps = windowsVolumeSteps(
    request({ place: 'new-file', volumePath: vhdx }),
    PLACES,
    UNPACKED,
  );
  await runVolumeSteps(windows, steps);
  expect(windows.remains()).toEqual(NOTHING_LEFT);
  const raw = join(folder, 'stage.img');
  await runTool('qemu-img', ['convert', '-O', 'raw', await windows.files.localPath(vhdx), raw]);
  const made = await contentsOf(await volumeIn(raw, MiB));
  expect(made.size).toBeGreaterThan(25);
  expect(made).toEqual(await contentsOf(await builtOnLinux()));
  const boot = await windows.files.read(`${WORK}\\boot files\\Windows\\Boot\\EFI\\bootmgfw.efi`);
  expect(boot.equals(image.files.get('/Windows/Boot/EFI/bootmgfw.efi') ?? Buffer.alloc(0))).toBe(
    true,
  );
});

it('the direct way makes them on a drive, of which nothing stays mounted', async () => {
  const drive = join(folder, 'drive.img');
  await makeSparseFile(drive, 300 * MiB);
  const disk = await windows.addDrive(drive, { removable: true });
  const target = { place: 'device', volumePath: `\\\\.\\PhysicalDrive${String(disk)}` } as const;
  await runVolumeSteps(windows, windowsVolumeSteps(request(target), PLACES, UNPACKED));
  expect(windows.remains()).toEqual(NOTHING_LEFT);
  const made = await contentsOf(await volumeIn(drive, MiB));
  expect(made).toEqual(await contentsOf(await builtOnLinux()));
});

it('each operation that fails leaves what the undos of those before it take back', async () => {
  const vhdx = `${WORK}\\stage.vhdx`;
  const asked = request({ place: 'new-file', volumePath: vhdx });
  const fewer = { ...edits, registry: edits.registry.slice(0, 1), files: edits.files.slice(0, 1) };
  const steps = windowsVolumeSteps({ ...asked, edits: fewer }, PLACES, UNPACKED);
  const operations = steps.flatMap((step) => (step.kind === 'run' ? [step.operation] : []));
  expect(operations.length).toBeGreaterThan(8);
  for (let failing = 1; failing <= operations.length; failing += 1) {
    const operation = windows.runs + failing;
    windows.inject({ operation, kind: 'refused', code: 5, stderr: 'ERROR: Access is denied.\r\n' });
    await expect(runVolumeSteps(windows, steps)).rejects.toThrow();
    for (const { undo } of operations.slice(0, failing).reverse())
      if (undo) await windows.run(undo);
    expect(windows.remains(), operations[failing - 1]?.title).toEqual(NOTHING_LEFT);
    for (const path of [vhdx, `${WORK}\\boot files`]) {
      if ((await windows.files.kindOf(path)) !== null) await windows.files.remove(path);
    }
  }
  expect(await readdir(await windows.files.localPath(PLACES.mountFolder))).toEqual([]);
});
