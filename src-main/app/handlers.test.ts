import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stickError } from '../../src-shared/errors';
import { parsePlan } from '../../src-shared/plan';
import { ventoyDefaults } from '../../src-shared/ventoy-recipe';
import type { WindowsContents } from '../../src-shared/windows-contents';
import { sampleInf } from '../guest/drivers/test-support';
import type { Host, WindowsContentsRequest } from '../host';
import { buildUdf, buildWim, windowsXml } from '../image/testing';
import { createHandlers, type AppHandlers, type HandlerTools } from './handlers';
import { SettingsStore } from '../own';
import { JobRunner } from './job-runner';

vi.mock('electron', () => ({ app: { getAppPath: () => '/', getVersion: () => '0' } }));
// It looks for Electron by itself.
/** The file that the person chooses next. */
const chosen = vi.hoisted(() => ({ path: '' }));
vi.mock('./dialogs', () => ({ chooseFile: () => Promise.resolve(chosen.path) }));
vi.mock('./log', () => ({ log: {} }));

const contents: WindowsContents = { apps: [], features: [] };

let base: string;
let work: string;
let image: string;
let asked: WindowsContentsRequest[];
/** How the simulated host answers. */
let answer: (signal: AbortSignal) => Promise<WindowsContents>;
let job: JobRunner;
let app: AppHandlers;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'handlers-test-'));
  work = join(base, 'work');
  image = join(base, 'a.iso');
  const wim = Buffer.concat([buildWim({ xml: windowsXml('Pro') }), randomBytes(100_000)]);
  await writeFile(image, buildUdf({ files: { 'sources/install.wim': wim } }));
  asked = [];
  answer = () => Promise.resolve(contents);
  const host: Pick<Host, 'platform' | 'requireToolsFor' | 'readWindowsContents'> = {
    platform: 'win32',
    requireToolsFor: () => Promise.resolve(),
    readWindowsContents: (request, signal) => {
      asked.push(request);
      return answer(signal);
    },
  };
  const window: Partial<HandlerTools['window']> = {};
  job = new JobRunner(() => undefined);
  app = createHandlers({
    window: window as HandlerTools['window'],
    host: host as Host,
    settings: new SettingsStore(base),
    places: { data: base, work },
    allowLoop: false,
    job,
    workFolder: () => work,
    info: () => Promise.reject(new Error('not asked for')),
  });
});
afterEach(async () => {
  await app.close();
  await rm(base, { recursive: true, force: true });
});

/** Never comes to an end by itself. */
function untilCancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(stickError('cancelled', {}));
    });
  });
}

const list = (index = 1) => app.handlers['image:contents']({ path: image, index });

describe('image:contents', () => {
  it('lists what the host finds in the WIM, which stays unpacked for the job to come', async () => {
    expect(await list()).toEqual(contents);
    expect(await list()).toEqual(contents);
    const [first, second] = asked;
    expect(first?.wimParts).toEqual(second?.wimParts);
    expect(first?.index).toBe(1);
    expect(await readdir(work)).toHaveLength(1);
    await app.close();
    expect(await readdir(work)).toEqual([]);
  });

  it('ends the one before when another is asked for', async () => {
    answer = untilCancelled;
    const first = list();
    await vi.waitFor(() => {
      expect(asked).toHaveLength(1);
    });
    answer = () => Promise.resolve(contents);
    const second = list();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    expect(await second).toEqual(contents);
  });

  it('is ended by its cancellation, and by the end of the program', async () => {
    const endings: (() => unknown)[] = [
      () => app.handlers['image:contents-cancel'](null),
      () => app.close(),
    ];
    answer = untilCancelled;
    for (const [at, end] of endings.entries()) {
      const listing = list();
      await vi.waitFor(() => {
        expect(asked).toHaveLength(at + 1);
      });
      void end();
      await expect(listing).rejects.toMatchObject({ code: 'cancelled' });
    }
  });

  it('knows no edition that isn’t in the image', async () => {
    await expect(list(2)).rejects.toMatchObject({ code: 'wim/edition-missing' });
    expect(asked).toEqual([]);
  });
});

describe('drivers:report', () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(base, 'drivers');
    await mkdir(folder);
    const files = { 'net.inf': sampleInf(), 'sample.cat': 'c', 'sample.sys': 's' };
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), content);
    }
  });

  const report = async (architecture: 'x64' | 'arm64') =>
    app.handlers['drivers:report']({ folder, architecture });

  it('tells which drivers of a folder are taken', async () => {
    expect((await report('x64')).taken.map(({ inf }) => inf)).toEqual(['net.inf']);
    await expect(report('arm64')).rejects.toMatchObject({ code: 'drivers/unusable' });
  });

  it('ends the one before when another is asked for', async () => {
    const [first, second] = await Promise.allSettled([report('x64'), report('x64')]);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
    expect(second).toMatchObject({ status: 'fulfilled', value: { folder } });
  });
});

describe('Ventoy on a computer with Windows', () => {
  const recipe = { ...ventoyDefaults, install: { way: 'none' }, remove: ['old.iso'] } as const;
  const cannot = { code: 'host/cannot', params: { platform: 'Windows' } };

  it('is refused when a recipe of it is opened', async () => {
    chosen.path = join(base, 'ventoy.recipe.json');
    await writeFile(chosen.path, JSON.stringify(recipe));
    await expect(app.handlers['recipe:open'](null)).rejects.toMatchObject(cannot);
  });

  it('is refused before a job begins', () => {
    const target = { kind: 'file', path: join(base, 'a.img'), sizeBytes: 1e9 } as const;
    const plan = parsePlan({ ...recipe, targets: [target] });
    expect(() => app.handlers['job:start'](plan)).toThrow(
      expect.objectContaining({ code: 'host/cannot' }) as Error,
    );
    expect(job.busy).toBe(false);
  });
});
