import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { checksPassed } from '../../src-shared/check';
import type { Drive } from '../../src-shared/drive';
import type { JobEvent, WindowsReport } from '../../src-shared/job';
import type { WindowsPlan } from '../../src-shared/plan';
import { GiB } from '../../src-shared/units';
import type { WindowsContents } from '../../src-shared/windows-contents';
import { recipeDefaults } from '../../src-shared/windows-recipe';
import { practiceIso } from '../cli/testing';
import { sampleInf } from '../guest/drivers/test-support';
import type { Host } from '../host';
import { createHost } from '../host/linux';
import { buildScripts } from '../host/linux/test-support/build-scripts';
import { SimulatedWindowsHost } from '../host/win32/test-support/simulated-host';
import { volumeContents } from '../host/win32/test-support/volume-contents';
import { inspectImage } from '../image';
import { StagedImages, planOperations, windowsContents } from '.';
import { driveTarget, makeOn, planFor } from './test-support/making';
import { withWindows } from './test-support/windows-of-stick';

const signal = new AbortController().signal;
const SOFTWARE = '/Windows/System32/config/SOFTWARE';
const INF = '/Windows/INF/simulated-card.inf';

let removeScripts: () => Promise<void>;
let base: string;
let iso: string;
let drivers: string;
let computer: SimulatedWindowsHost;
beforeAll(async () => {
  process.env['STICKSMITH_ALLOW_LOOP'] = '1';
  removeScripts = await buildScripts();
  base = await mkdtemp(join(tmpdir(), 'offline-servicing-'));
  iso = await practiceIso(join(base, 'practice'));
  drivers = join(base, 'drivers');
  await mkdir(drivers);
  await writeFile(join(drivers, 'card.inf'), sampleInf());
  for (const name of ['sample.sys', 'sample.cat']) await writeFile(join(drivers, name), name);
});
afterAll(async () => {
  await removeScripts();
  await rm(base, { recursive: true, force: true });
});
beforeEach(async () => {
  computer = await SimulatedWindowsHost.start(base);
});
afterEach(async () => {
  const { letters: _, ...remains } = computer.windows.remains();
  const { heldDrives: held } = computer;
  await computer.close();
  expect(held).toEqual([]);
  expect(Object.values(remains).flat().filter(Boolean)).toEqual([]);
});

function leanPlan(drive: Drive): WindowsPlan {
  const { windows } = recipeDefaults;
  const lean = {
    ...windows.lean,
    ...{ removeApps: ['Microsoft.BingNews'], disableFeatures: ['Practice-Media'], cleanUp: true },
  };
  return planFor(iso, [driveTarget(drive)], {
    windows: { ...windows, lean, drivers: { folder: drivers } },
  });
}

interface Made {
  plan: WindowsPlan;
  report: WindowsReport;
  contents: Map<string, string>;
  /** Lines of the log about what is done before the first start. */
  said: string[];
}

async function makeLean(): Promise<Made> {
  const { drive, image } = await computer.addStick(1 * GiB);
  const plan = leanPlan(drive);
  const said: string[] = [];
  const onEvent = (event: JobEvent): void => {
    if (event.type === 'log' && event.text.includes(' the first start')) {
      said.push(`${event.level} ${event.text.replace(/ in C:.*?Drivers/, '')}`);
    }
  };
  const report = await makeOn(computer, plan, { onEvent });
  expect(report.failed).toEqual([]);
  expect(checksPassed(report.sticks[0]?.checks ?? [])).toBe(true);
  return { plan, report, said, contents: await withWindows(image, volumeContents) };
}

/** What changes Windows, of lines that are shown or calls that were made. An app's version is known in the end only. */
function servicingIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const [found] = /\/(Add|Remove|Disable|Cleanup)-.*$/.exec(line) ?? [];
    if (found === undefined) return [];
    const named = found.replace(/(PackageName:[^_]+_)\S+/, '$1…');
    return [named.replaceAll('"', '').replace(/(Driver:).*?volume/, '$1volume')];
  });
}

it('is done by DISM in a whole job as it was shown, is told, and kept for the next stick', async () => {
  const { contents, said, report, plan } = await makeLean();
  expect(said).toEqual([
    'info Done before the first start: Add the drivers',
    'info Done before the first start: Remove the app Microsoft.BingNews_4.1.24002.0_neutral_~_8wekyb3d8bbwe',
    'info Done before the first start: Turn the feature Practice-Media off',
    'info Done before the first start: Clean up the component store',
  ]);
  const tools = { host: computer.host, workFolder: computer.workFolder };
  const shown = servicingIn(await planOperations(plan, tools, signal));
  expect(shown).toHaveLength(4);
  const ran = computer.windows.recorded
    .filter(({ program }) => program === 'Dism.exe')
    .map(({ args }) => args.join(' '));
  expect(servicingIn(ran)).toEqual(shown);

  expect(contents.has(INF)).toBe(true);
  const software = contents.get(SOFTWARE) ?? '';
  expect(software).toContain('Microsoft.ZuneMusic_');
  expect(software).not.toContain('Microsoft.BingNews_');
  expect(software).toContain('\\Practice-Media\\Selection 4 00000000');
  expect(software).toContain('\\Practice-Print-To-File\\Selection 4 01000000');
  // It does nothing to what it finds done, and the rest.
  expect(contents.has('/ProgramData/Sticksmith/first-start.ps1')).toBe(true);
  const own = [...contents.keys()].filter((path) => path.endsWith('/card.inf'));
  expect(own).toEqual([expect.stringContaining('/ProgramData/Sticksmith/Drivers/')]);

  const again = await makeLean();
  expect([report.fromCache, again.report.fromCache]).toEqual([false, true]);
  expect(again.contents).toEqual(contents);
});

it('is left to the first start where DISM can’t do it, and the stick is made all the same', async () => {
  computer.windows.stopServicing();
  const { contents, said } = await makeLean();
  const left = 'warn Left to the first start, because DISM refused it:';
  const why = 'The request is not supported. (50)';
  expect(said).toEqual([
    `${left} List the apps. ${why}`,
    `${left} List the features. ${why}`,
    `${left} Add the drivers. ${why}`,
    `${left} Clean up the component store. ${why}`,
  ]);
  expect(contents.has(INF)).toBe(false);
  expect(contents.get(SOFTWARE)).toContain('Microsoft.BingNews_');
  const script = contents.get('/ProgramData/Sticksmith/first-start.ps1') ?? '';
  const text = Buffer.from(script, 'base64').toString();
  for (const name of ['Microsoft.BingNews', 'Practice-Media', 'StartComponentCleanup', 'pnputil']) {
    expect(text).toContain(name);
  }
});

it('knows the apps and features of an edition as Linux does, asking for rights once', async () => {
  const info = await inspectImage(iso);
  const listed = async (host: Host, workFolder: string): Promise<WindowsContents> => {
    const staged = new StagedImages(() => workFolder);
    const running = { signal, onProgress: () => undefined };
    try {
      return await windowsContents(info, 2, { host, staged, workFolder }, running);
    } finally {
      await staged.clear();
    }
  };
  const found = await listed(computer.host, computer.workFolder);
  const onLinux = await listed(createHost(), join(base, 'linux'));
  expect(found.apps).toEqual(onLinux.apps);
  const known = ({ features }: WindowsContents) =>
    features.map(({ name, enabled }) => `${name} ${String(enabled)}`).sort();
  expect(known(found)).toEqual(known(onLinux));
  expect(known(found)).toContain('Practice-Media true');
  expect(computer.helpers.asked).toBe(1);
});
