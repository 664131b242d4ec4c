import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UndoJournal } from './journal';
import { loadHive, unloadHive, type DiskLayout, type VolumeStep } from './operations';
import { volumeStepsRunner, type VolumeStepsWork } from './run-volume-steps';
import { Computer } from './test-support/simulated-windows/computer';
import { SimulatedFiles } from './test-support/simulated-windows/files';
import { simulatedFilesBelow } from './test-support/simulated-windows';
import type { FilesBelow } from './volume-files';

const VOLUME = 'C:\\work\\volume';

let folder = '';
let privateFolder = '';
let files: FilesBelow;
let journal: UndoJournal;
let ran: string[] = [];

/** Where something in the volume lies on this computer. */
const inVolume = (...names: string[]): string => join(folder, 'C', 'work', 'volume', ...names);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'volume-steps-'));
  privateFolder = join(folder, 'private');
  for (const path of [inVolume('Windows'), privateFolder, join(folder, 'precious')]) {
    await mkdir(path, { recursive: true });
  }
  await writeFile(join(folder, 'precious', 'hive'), 'precious');
  files = simulatedFilesBelow(new SimulatedFiles(new Computer(join(folder, 'C'), folder)));
  ran = [];
  journal = await UndoJournal.begin(privateFolder, ({ program, args }) => {
    ran.push([program, ...args].join(' '));
    return Promise.resolve({ code: 0, stdout: '', stderr: '' });
  });
});
afterEach(async () => {
  expect(await readFile(join(folder, 'precious', 'hive'), 'utf8')).toBe('precious');
  await rm(folder, { recursive: true });
});

function runSteps(
  steps: readonly VolumeStep[],
  changes: Partial<VolumeStepsWork> = {},
): Promise<void> {
  return volumeStepsRunner({
    ...{ journal, files, privateFolder, mountFolder: VOLUME, image: 'D:\\install.wim' },
    layoutOf: () => Promise.reject(new Error('there is no drive')),
    waiting: { now: () => 0, wait: () => Promise.resolve() },
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onServiced: () => undefined,
    ...changes,
  })(steps);
}

function put(path: string): VolumeStep {
  return { kind: 'put', path, content: { kind: 'bytes', bytes: Buffer.from('new') } };
}

describe('the steps that make a volume', () => {
  it('leave nothing to undo of what a later step closes', async () => {
    const name = 'sticksmith-test';
    const open: VolumeStep = {
      kind: 'run',
      operation: loadHive({ name, file: `${VOLUME}\\SYSTEM` }),
      opens: 'SYSTEM',
    };
    const close: VolumeStep = { kind: 'run', operation: unloadHive(name), closes: 'SYSTEM' };
    await runSteps([open, close, open]);
    ran = [];
    expect(await journal.undoAll({ folder: privateFolder })).toEqual([]);
    expect(ran).toEqual([`reg.exe unload HKLM\\${name}`]);
  });

  it('change nothing through a link of the image', async () => {
    await symlink(join(folder, 'precious'), inVolume('linked'));
    await symlink(join(folder, 'precious', 'hive'), inVolume('Windows', 'hive'));
    const unsupported = { code: 'wim/unsupported', params: { path: 'D:\\install.wim' } };
    for (const step of [
      put(`${VOLUME}\\linked\\hive`),
      { kind: 'remove', paths: [`${VOLUME}\\linked\\hive`] } as const,
      { kind: 'make-folder', path: `${VOLUME}\\linked\\folder` } as const,
      { kind: 'require-file', path: `${VOLUME}\\Windows\\hive` } as const,
    ]) {
      await expect(runSteps([step]), step.kind).rejects.toMatchObject(unsupported);
    }
    await expect(
      runSteps([{ kind: 'require-file', path: `${VOLUME}\\Windows\\missing` }]),
    ).rejects.toMatchObject({ params: { message: 'it holds no registry hive /Windows/missing' } });
    await runSteps([put(`${VOLUME}\\Windows\\hive`)]);
    expect(await readFile(inVolume('Windows', 'hive'), 'utf8')).toBe('new');
    await runSteps([{ kind: 'remove', paths: [`${VOLUME}\\linked`, `${VOLUME}\\nothing`] }]);
    expect(await readdir(inVolume())).toEqual(['Windows']);
  });

  it('copy files out, not what links lead to, and not through links', async () => {
    await writeFile(inVolume('Windows', 'boot.efi'), 'boot');
    await symlink(join(folder, 'precious'), inVolume('Windows', 'linked'));
    const step: VolumeStep = {
      ...{ kind: 'copy-out', paths: ['/Windows', '/not/there'] },
      ...{ from: VOLUME, to: 'C:\\work\\boot' },
    };
    await runSteps([step]);
    const copied = join(folder, 'C', 'work', 'boot', 'Windows');
    expect(await readdir(copied)).toEqual(['boot.efi']);
    await rm(join(folder, 'C', 'work', 'boot'), { recursive: true });
    await symlink(join(folder, 'precious'), join(folder, 'C', 'work', 'boot'));
    await expect(runSteps([step])).rejects.toMatchObject({ code: 'work/unusable' });
    expect(await readdir(join(folder, 'precious'))).toEqual(['hive']);
  });

  it('take over what administrators may not remove, once', async () => {
    await writeFile(inVolume('Windows', 'Winre.wim'), 'x');
    const path = `${VOLUME}\\Windows\\Winre.wim`;
    const denied = Object.assign(new Error('EPERM'), { code: 'EPERM', path });
    const guarded: FilesBelow = (root) => ({
      ...files(root),
      remove: (one) => (ran.length < 2 ? Promise.reject(denied) : files(root).remove(one)),
    });
    await runSteps([{ kind: 'remove', paths: [path] }], { files: guarded });
    expect(ran).toEqual([
      `takeown.exe /f ${path} /a`,
      `icacls.exe ${path} /q /grant *S-1-5-32-544:F`,
    ]);
    expect(await readdir(inVolume('Windows'))).toEqual([]);

    await writeFile(inVolume('Windows', 'Winre.wim'), 'x');
    const never: FilesBelow = (root) => ({
      ...files(root),
      remove: () => Promise.reject(denied),
    });
    await expect(runSteps([{ kind: 'remove', paths: [path] }], { files: never })).rejects.toThrow(
      'EPERM',
    );
    expect(ran.length).toBe(4);
  });

  it('wait for a partition, and go on with none that lies elsewhere', async () => {
    const step: VolumeStep = {
      ...{ kind: 'require-partition', diskNumber: 3 },
      ...{ startByte: 1_048_576, mostBytes: 5000 },
    };
    const right: DiskLayout = {
      sectorBytes: 512,
      partitions: [{ startByte: 1_048_576, bytes: 5000 }],
    };
    const answers = [{ ...right, partitions: [] }, right];
    const layoutOf = (): Promise<DiskLayout> => Promise.resolve(answers.shift() ?? right);
    await runSteps([step], { layoutOf });
    const wrong = [
      [],
      [{ startByte: 1_048_576, bytes: 5001 }],
      [{ startByte: 1_048_575, bytes: 5000 }],
      [...right.partitions, { startByte: 9_000_000, bytes: 1 }],
    ];
    for (const partitions of wrong) {
      await expect(
        runSteps([step], { layoutOf: () => Promise.resolve({ ...right, partitions }) }),
      ).rejects.toMatchObject({ code: 'tool/failed', params: { tool: 'diskpart.exe' } });
    }
  });

  it('end between two of them when cancelled', async () => {
    const controller = new AbortController();
    const unload: VolumeStep = { kind: 'run', operation: unloadHive('a') };
    controller.abort();
    await expect(runSteps([unload], { signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(ran).toEqual([]);
  });
});
