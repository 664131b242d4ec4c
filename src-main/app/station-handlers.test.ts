import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Drive } from '../../src-shared/drive';
import { stickError } from '../../src-shared/errors';
import { exampleRecipe } from '../../src-shared/example-recipe';
import type { Report } from '../../src-shared/job';
import type { StationBegin, StationSeries, StationState } from '../../src-shared/station';
import { GiB } from '../../src-shared/units';
import { noSecrets } from '../../src-shared/windows-choices';
import type { OpenedRecipe, StationTools, StickEnd } from '../engine';
import type { Host, OpenTarget } from '../host';
import { appStation, type AppStation } from './station-handlers';

/** How a simulated recipe is held against its image, and the file that the person chooses next. */
const simulated = vi.hoisted(() => ({
  openSeries: (..._: unknown[]): Promise<unknown> => Promise.resolve(),
  chosen: null as string | null,
}));
vi.mock('electron', () => ({}));
// It looks for Electron by itself.
vi.mock('./log', () => ({ log: {} }));
vi.mock('./dialogs', () => ({ chooseNewFile: () => Promise.resolve(simulated.chosen) }));
vi.mock('../engine', async (original) => ({
  ...(await original<object>()),
  openSeries: (...asked: unknown[]) => simulated.openSeries(...asked),
}));

const series: StationSeries = {
  name: 'Loaners',
  recipe: exampleRecipe,
  edition: 'Windows 11 Pro',
  image: null,
  neededBytes: 8 * GiB,
  imagePaths: [],
  needs: { bitLockerPassword: false, wifiKeys: [] },
  naming: { firstNumber: 1, label: 'LOAN-##', computerName: null },
};
const confirmed: StationBegin = {
  guard: {
    ...{ sizes: { kind: 'like-first', tolerancePercent: 10 }, contents: 'empty', ports: null },
    ...{ present: [], limit: null, atOnce: 2 },
  },
  naming: series.naming,
  secrets: noSecrets,
};

const stick: Drive = {
  ...{ path: '/dev/sdx', sizeBytes: 16 * GiB, serial: 'A1', model: 'Stick', bus: 'usb' },
  ...{ vendor: null, removable: true, readOnly: false, sectorBytes: 512, system: false },
  ...{ mountPoints: [], partitions: [], deviceNumbers: ['8:1'], attachment: '1', port: 'usb 1-1' },
};
const emptyDisk: Pick<OpenTarget, 'source' | 'close'> = {
  source: { size: stick.sizeBytes, read: (_, length) => Promise.resolve(Buffer.alloc(length)) },
  close: () => Promise.resolve(),
};

/** As often this computer is looked at while a series runs. */
const PAUSE_MS = 1000;

let base: string;
let station: AppStation;
let told: StationState[];
let ends: StickEnd[];
/** What is plugged into the simulated computer. */
let there: Drive[];
/** How the simulated computer answers the question for administrator rights. */
let rights: () => Promise<void>;
let holdsRights: boolean;
let busyElsewhere: boolean;
/** Ends the simulated making of the stick that is under way. */
let endMaking: { finish(): void; fail(code: 'io/write'): void };

const open = async () =>
  station.handlers['station:open']({ name: 'Loaners', recipe: exampleRecipe });
const begin = async () => station.handlers['station:begin'](confirmed);

const opened: OpenedRecipe = {
  series,
  maker: () => ({
    prepare: () => Promise.resolve(),
    make: (_, { signal }) =>
      new Promise((resolve, reject) => {
        endMaking = {
          finish: () => {
            resolve({ report: {} as Report, stickId: null });
          },
          fail: (code) => {
            const params = { path: stick.path, offset: 0, message: 'EIO' };
            reject(stickError(code, params, { stick: 'unfinished' }));
          },
        };
        signal.addEventListener('abort', () => {
          reject(stickError('cancelled', {}, { stick: 'unfinished' }));
        });
      }),
    close: () => Promise.resolve(),
  }),
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  base = await mkdtemp(join(tmpdir(), 'station-handlers-'));
  Object.assign(simulated, { openSeries: () => Promise.resolve(opened), chosen: null });
  [told, ends, there] = [[], [], []];
  [holdsRights, busyElsewhere] = [false, false];
  rights = () => Promise.resolve();
  const host: Pick<Host, 'platform' | 'listDrives' | 'deviceOf' | 'openTargets' | 'keepHelper'> = {
    platform: 'linux',
    listDrives: () => Promise.resolve(there),
    deviceOf: () => Promise.resolve(null),
    openTargets: () => Promise.resolve([emptyDisk as OpenTarget]),
    keepHelper: async () => {
      await rights();
      holdsRights = true;
      return () => {
        holdsRights = false;
        return Promise.resolve();
      };
    },
  };
  const tools: Partial<StationTools> = {
    ...{ host: host as Host, workFolder: base, appFolder: base, recording: null },
  };
  const contents: Pick<WebContents, 'isDestroyed' | 'send'> = {
    isDestroyed: () => false,
    send: (_, state: StationState) => told.push(state),
  };
  const window: Partial<BrowserWindow> = {};
  station = appStation({
    window: window as BrowserWindow,
    contents: contents as WebContents,
    makeTools: () => tools as StationTools,
    allowLoop: false,
    requireIdle: () => {
      if (busyElsewhere) throw stickError('usage', { message: 'A stick is being made' });
    },
    onEnd: (end) => ends.push(end),
  });
});
afterEach(async () => {
  station.cancel();
  await station.ended();
  vi.useRealTimers();
  await rm(base, { recursive: true, force: true });
});

function now(): StationState {
  return station.state;
}

/** States of the rows that the window was told last. */
function rows(): string[] {
  const last = told.at(-1);
  return last && 'rows' in last ? last.rows.map(({ state }) => state) : [];
}

/** The rows are in these states once the computer was looked at a few times. */
async function untilRows(...states: string[]): Promise<void> {
  for (let looks = 0; looks < 4 && rows().join() !== states.join(); looks += 1) {
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await settled();
  }
  expect(rows()).toEqual(states);
}

/** Everything that was promised has come about. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

async function beginSeries(): Promise<void> {
  await open();
  await begin();
}

const usage = { code: 'usage' };

describe('a recipe for a series', () => {
  it('is opened with progress, and then ready', async () => {
    const progress = { phase: 'hashing', doneBytes: 1, totalBytes: 2, secondsLeft: 3 } as const;
    simulated.openSeries = (...[, , , running]) => {
      (running as { onProgress(now: object): void }).onProgress(progress);
      return Promise.resolve(opened);
    };
    await open();
    expect(told).toEqual([
      { state: 'opening', name: 'Loaners', progress: null },
      { state: 'opening', name: 'Loaners', progress },
      { state: 'ready', series },
    ]);
    await station.handlers['station:close'](null);
    expect(now()).toEqual({ state: 'closed' });
  });

  it('that can’t be opened leaves nothing open', async () => {
    await open();
    simulated.openSeries = () => Promise.reject(stickError('image/not-found', { path: '/a' }));
    await expect(open()).rejects.toMatchObject({ code: 'image/not-found' });
    expect(told.at(-1)).toEqual({ state: 'closed' });
    await expect(begin()).rejects.toMatchObject(usage);
  });

  it('is not opened while another one is, and no more once it is closed', async () => {
    simulated.openSeries = (...[, , , running]) =>
      new Promise((_, reject) => {
        const { signal } = running as { signal: AbortSignal };
        signal.addEventListener('abort', () => {
          reject(stickError('cancelled', {}));
        });
      });
    const opening = open();
    await expect(open()).rejects.toMatchObject(usage);
    await station.handlers['station:close'](null);
    expect(await opening).toBeNull();
    expect(now()).toEqual({ state: 'closed' });
  });
});

describe('a series', () => {
  it('makes what is plugged in, and tells the window and the log how it ends', async () => {
    await beginSeries();
    expect(holdsRights).toBe(true);
    there = [stick];
    await untilRows('working');
    endMaking.finish();
    await untilRows('finished');
    there = [];
    await untilRows('pulled');
    expect(ends).toMatchObject([{ names: { label: 'LOAN-01' }, outcome: { state: 'finished' } }]);
  });

  it('that runs is the only one, and keeps all else from beginning', async () => {
    await beginSeries();
    expect(station.isRunning).toBe(true);
    for (const second of [open, begin, async () => station.handlers['station:close'](null)]) {
      await expect(second()).rejects.toMatchObject(usage);
    }
    expect(() => {
      station.requireIdle();
    }).toThrow(expect.objectContaining(usage) as Error);
    expect(now().state).toBe('running');
  });

  it('does not begin while a drive is busy with something else', async () => {
    await open();
    busyElsewhere = true;
    await expect(begin()).rejects.toMatchObject(usage);
    expect([holdsRights, now().state]).toEqual([false, 'ready']);
  });

  it('does not begin without administrator rights, and can be begun once more', async () => {
    await open();
    rights = () => Promise.reject(stickError('permission/denied', { path: '/dev' }));
    await expect(begin()).rejects.toMatchObject({ code: 'permission/denied' });
    expect([station.isRunning, now().state]).toEqual([false, 'ready']);
    rights = () => Promise.resolve();
    await begin();
    expect(station.isRunning).toBe(true);
  });

  it('ends when it is stopped, gives its rights back, and can be put away', async () => {
    await beginSeries();
    there = [stick];
    await untilRows('working');
    await station.handlers['station:stop']('finish');
    expect(now().state).toBe('stopping');
    endMaking.finish();
    await station.ended();
    await settled();
    expect(station.isRunning).toBe(false);
    expect([holdsRights, told.at(-1)?.state]).toEqual([false, 'ended']);
    await station.handlers['station:close'](null);
    expect(now()).toEqual({ state: 'closed' });
  });

  it('is broken off when the program ends', async () => {
    await beginSeries();
    there = [stick];
    await untilRows('working');
    station.cancel();
    await station.ended();
    expect(told.at(-1)).toMatchObject({ state: 'ended', rows: [{ state: 'cancelled' }] });
  });

  it('begins nothing while it is paused', async () => {
    await beginSeries();
    await station.handlers['station:pause'](true);
    there = [stick];
    await untilRows('waiting');
    expect(told.at(-1)).toMatchObject({ paused: true });
    await station.handlers['station:pause'](false);
    await untilRows('working');
  });

  it('tries a row again, breaks it off and puts it aside', async () => {
    await beginSeries();
    there = [stick];
    await untilRows('working');
    endMaking.fail('io/write');
    await untilRows('failed');
    await station.handlers['station:retry'](1);
    await untilRows('working');
    await station.handlers['station:cancel'](1);
    await untilRows('cancelled');
    await station.handlers['station:bin'](1);
    await untilRows('binned');
    expect(ends.map(({ outcome }) => outcome.state)).toEqual(['failed', 'cancelled']);
  });

  it.each([
    ['pause', () => station.handlers['station:pause'](true)],
    ['stop', () => station.handlers['station:stop']('finish')],
    ['retry', () => station.handlers['station:retry'](1)],
    ['cancel', () => station.handlers['station:cancel'](1)],
    ['bin', () => station.handlers['station:bin'](1)],
    ['save-list', () => station.handlers['station:save-list'](null)],
  ])('has to be there for %s', async (_, ask) => {
    await open();
    await expect((async () => ask())()).rejects.toMatchObject(usage);
  });
});

describe('the list of a series', () => {
  async function withFinished(): Promise<void> {
    await beginSeries();
    there = [stick];
    await untilRows('working');
    endMaking.finish();
    await untilRows('finished');
  }

  it('is saved where the person says, as a table', async () => {
    await withFinished();
    expect(await station.handlers['station:save-list'](null)).toBeNull();
    simulated.chosen = join(base, 'list');
    expect(await station.handlers['station:save-list'](null)).toBe(join(base, 'list.csv'));
    const [heads, row] = (await readFile(join(base, 'list.csv'), 'utf8')).split('\r\n');
    expect(heads).toContain('Label,Computer name,Result');
    expect(row).toMatch(/^1,LOAN-01,,finished,.*,Stick,A1,/);
  });

  it('says so where it can’t be saved', async () => {
    await withFinished();
    simulated.chosen = join(base, 'nowhere', 'list.csv');
    await expect(station.handlers['station:save-list'](null)).rejects.toMatchObject({
      code: 'permission/denied',
    });
  });
});
