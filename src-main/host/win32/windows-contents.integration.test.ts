import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WindowsContents } from '../../../src-shared/windows-contents';
import { readWindowsContents as readOnLinux } from '../linux/windows-contents';
import { buildScripts } from '../linux/test-support/build-scripts';
import { makePracticeWim } from '../linux/test-support/practice-wim';
import { runTool } from '../run-tool';
import { undoLeftovers, type Leftovers } from './journal';
import type { RunOperation } from './run-operation';
import { journalsOfEndedProcess, killedAt } from './test-support/killed-process';
import { SimulatedWindows, simulatedRun, simulatedWork } from './test-support/simulated-windows';
import { readWindowsContents } from './windows-contents';
import type { WindowsWork } from './windows-work';

const WORK = 'C:\\Users\\Anna\\work';
const signal = new AbortController().signal;

let removeScripts: () => Promise<void>;
let folder: string;
let wimPath: string;
let onLinux: WindowsContents;
let windows: SimulatedWindows;
let privateFolder: string;
let work: WindowsWork;
beforeAll(async () => {
  removeScripts = await buildScripts();
  folder = await mkdtemp(join(tmpdir(), 'windows-contents-test-'));
  ({ wimPath } = await makePracticeWim(folder, { contents: true, payloadFiles: 3 }));
  const scratch = join(folder, 'linux');
  await mkdir(scratch);
  onLinux = await readOnLinux({ wimParts: [wimPath], index: 1, folder: scratch }, signal);
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
});
afterEach(async () => {
  await windows.close();
});

async function expectNothingLeft(what: string): Promise<void> {
  expect(windows.remains().images, what).toEqual([]);
  const left = await windows.files.list(WORK);
  expect(
    left.filter((name) => !/^install\d*\.(wim|esd|swm)$/.test(name)),
    what,
  ).toEqual([]);
  expect(await readdir(privateFolder), what).toEqual([]);
}

async function putWim(): Promise<string[]> {
  await windows.files.copyIn(wimPath, `${WORK}\\install.wim`);
  return [`${WORK}\\install.wim`];
}

function read(wimParts: string[], other: Partial<WindowsWork> = {}, until = signal) {
  return readWindowsContents({ wimParts, index: 1, folder: WORK }, until, { ...work, ...other });
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code ?? error;
}

describe('the apps and features of an edition', () => {
  it('are those that Linux finds, but for names that DISM doesn’t list', async () => {
    const contents = await read(await putWim());
    expect(contents.apps).toEqual(onLinux.apps);
    expect(contents.apps.length).toBeGreaterThan(5);
    const known = ({ features }: WindowsContents) =>
      features.map(({ name, enabled }) => `${name} ${String(enabled)}`).sort();
    expect(known(contents)).toEqual(known(onLinux));
    expect(contents.features.map(({ enabled }) => enabled)).toContain(true);
    await expectNothingLeft('afterwards');
  });

  it('are read of an ESD and of a split WIM through a copy', async () => {
    const esd = join(folder, 'install.esd');
    await runTool('wimlib-imagex', ['export', wimPath, '1', esd, '--solid']);
    const first = join(folder, 'install.swm');
    await runTool('wimlib-imagex', ['split', wimPath, first, '0.3']);
    const parts = (await readdir(folder)).filter((name) => name.endsWith('.swm')).sort();
    expect(parts.length).toBeGreaterThan(1);
    for (const names of [['install.esd'], parts]) {
      for (const name of names) await windows.files.copyIn(join(folder, name), `${WORK}\\${name}`);
      const contents = await read(names.map((name) => `${WORK}\\${name}`));
      expect(contents.apps).toEqual(onLinux.apps);
      await expectNothingLeft(names.join());
    }
  });

  it('leave nothing behind, whichever operation fails', async () => {
    const wim = await putWim();
    await read(wim);
    const count = windows.runs;
    expect(count).toBeGreaterThan(4);
    for (let failing = 1; failing <= count; failing += 1) {
      for (const failure of ['refused', 'killed'] as const) {
        const operation = windows.runs + failing;
        if (failure === 'refused') windows.inject({ operation, kind: failure, code: 5 });
        else windows.inject({ operation, kind: failure, afterSteps: 'all' });
        const outcome = await read(wim).catch(codeOf);
        // Taking the image out is tried again. Of a try that worked and failed the next starts learn that nothing is left.
        if (failing === count) expect(outcome).toMatchObject({ apps: onLinux.apps });
        else expect(outcome, String(failing)).toBe('tool/failed');
        if (failing === count && failure === 'killed') {
          for (let start = 1; start <= 3; start += 1) await takeBackAsNextProcess();
        }
        await expectNothingLeft(`operation ${String(failing)} is ${failure}`);
      }
    }
  });

  it('leave nothing that the next process doesn’t take back when this one is killed', async () => {
    const wim = await putWim();
    await read(wim);
    const count = windows.runs;
    for (let killed = 1; killed <= count; killed += 1) {
      const { run, dead } = killedAt(windows, killed);
      await Promise.race([read(wim, { run }), dead]);
      expect((await takeBackAsNextProcess()).failed.map(({ title }) => title)).toEqual([]);
      await expectNothingLeft(`killed in operation ${String(killed)}`);
    }
  });

  it('are given up soon when that is cancelled', async () => {
    const wim = await putWim();
    const cancel = new AbortController();
    const run: RunOperation = (operation, options) => {
      if (operation.args.includes('/Get-Features')) cancel.abort();
      return simulatedRun(windows)(operation, options);
    };
    expect(await read(wim, { run }, cancel.signal).catch(codeOf)).toBe('cancelled');
    await expectNothingLeft('after a cancellation');
  });

  it('can’t be told where DISM is too old for the edition, which is said', async () => {
    windows.stopServicing();
    const error: unknown = await read(await putWim()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'tool/failed',
      params: { tool: 'Dism.exe', message: 'The request is not supported. (50)' },
    });
    await expectNothingLeft('without a list');
  });
});

async function takeBackAsNextProcess(): Promise<Leftovers> {
  await journalsOfEndedProcess(privateFolder);
  const remove = (path: string): Promise<void> => work.files(win32.dirname(path)).remove(path);
  const options = { folder: privateFolder };
  return undoLeftovers(privateFolder, work.run, options, remove);
}
