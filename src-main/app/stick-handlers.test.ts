import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stickError } from '../../src-shared/errors';
import type { KnownStick } from '../../src-shared/stick-check';
import { GiB, MiB } from '../../src-shared/units';
import type { Host, OpenTarget } from '../host';
import { finishedSticks, type FinishedSticks } from './stick-handlers';

/** Where the person saves the next report. */
const chosen = vi.hoisted(() => ({ path: '' }));
vi.mock('./dialogs', () => ({ chooseReportFile: () => Promise.resolve(chosen.path) }));
vi.mock('./log', () => ({ log: { warn: () => undefined } }));
vi.mock('./print-page', () => ({}));
vi.mock('electron', () => ({}));

let base: string;
let stick: KnownStick & { kind: 'file' };
let sticks: FinishedSticks;
let busy: boolean;
/** How the simulated host opens a target. */
let open: (signal: AbortSignal) => Promise<OpenDisk[]>;
const unmounted: boolean[] = [];

/** What reading takes of an open target. */
type OpenDisk = Pick<OpenTarget, 'source' | 'close'>;

const emptyDisk: OpenDisk = {
  source: { size: 64 * MiB, read: (_offset, length) => Promise.resolve(Buffer.alloc(length)) },
  close: () => Promise.resolve(),
};

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'stick-handlers-'));
  stick = { kind: 'file', path: join(base, 'a.img') };
  await writeFile(stick.path, Buffer.alloc(MiB + 100));
  busy = false;
  unmounted.length = 0;
  open = () => Promise.resolve([emptyDisk]);
  const host: Pick<Host, 'platform' | 'openTargets'> = {
    platform: 'linux',
    openTargets: async ([asked], signal) => {
      if (asked?.target.kind === 'drive') unmounted.push(asked.target.unmount);
      return (await open(signal)) as OpenTarget[];
    },
  };
  sticks = finishedSticks({
    window: { webContents: { isDestroyed: () => true } } as never,
    host: host as Host,
    places: { data: base, work: join(base, 'work') },
    program: 'sticksmith 0.1.0',
    repairTools: () => ({ host, workFolder: join(base, 'work'), appFolder: '/' }),
    requireIdle: () => {
      if (busy) throw stickError('usage', { message: 'A stick is being made already' });
      sticks.requireIdle();
    },
  });
});
afterEach(async () => {
  sticks.cancel();
  await sticks.ended();
  await rm(base, { recursive: true, force: true });
});

/** Never comes to an end by itself. */
function untilCancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const cancelled = (): void => {
      reject(stickError('cancelled', {}));
    };
    if (signal.aborted) cancelled();
    else signal.addEventListener('abort', cancelled);
  });
}

const check = async () => sticks.handlers['check:run'](stick);

describe('the requests about sticks that exist already', () => {
  it('read a stick and save what was found', async () => {
    const found = await check();
    expect(found).toMatchObject({ target: stick.path, stickId: null });
    expect(found?.checks.some(({ status }) => status === 'fail')).toBe(true);
    chosen.path = join(base, 'report.json');
    expect(await sticks.handlers['check:save-report'](stick.path)).toBe(chosen.path);
    expect(JSON.parse(await readFile(chosen.path, 'utf8'))).toEqual({
      ...found,
      program: 'sticksmith 0.1.0',
      bootTests: [],
      diary: [],
    });
  });

  it('have no report on a stick that was not read, or is being made anew', async () => {
    const save = async () => sticks.handlers['check:save-report'](stick.path);
    await expect(save()).rejects.toMatchObject({ code: 'usage' });
    await check();
    sticks.forget([stick.path]);
    await expect(save()).rejects.toMatchObject({ code: 'usage' });
  });

  it.each([
    ['nowhere.img', 'target/not-found'],
    ['.', 'target/not-a-drive'],
  ])('refuse %s with %s, without opening it', async (name, code) => {
    open = () => Promise.reject(new Error('opened'));
    const asked = { kind: 'file', path: join(base, name) } as const;
    await expect(sticks.handlers['check:run'](asked)).rejects.toMatchObject({ code });
  });

  it('refuse a path that is not whole', async () => {
    const asked = { kind: 'file', path: 'a.img' } as const;
    await expect(sticks.handlers['check:run'](asked)).rejects.toMatchObject({
      code: 'target/unusable-path',
    });
  });

  it('do one thing at a time, and nothing beside a job', async () => {
    open = untilCancelled;
    const reading = check();
    const others = [
      () => sticks.handlers['check:run'](stick),
      () => sticks.handlers['boot-test:run']({ stick, firmware: 'all' }),
      () => sticks.handlers['repair:foresee']({ stick, secret: null }),
    ];
    const usage = expect.objectContaining({ code: 'usage' }) as Error;
    for (const other of others) expect(other).toThrow(usage);
    void sticks.handlers['check:cancel'](null);
    expect(await reading).toBeNull();
    busy = true;
    for (const other of others) expect(other).toThrow(usage);
  });

  it('end without a result when they are cancelled, and when the window closes', async () => {
    open = untilCancelled;
    const booting = sticks.handlers['boot-test:run']({ stick, firmware: 'uefi' });
    void sticks.handlers['boot-test:cancel'](null);
    expect(await booting).toBeNull();
    const foreseeing = sticks.handlers['repair:foresee']({ stick, secret: null });
    sticks.cancel();
    expect(await foreseeing).toBeNull();
  });

  it('unmount a drive for a repair only, during which the window doesn’t simply close', async () => {
    const drive: KnownStick = {
      kind: 'drive',
      identity: {
        path: '/dev/sdz',
        sizeBytes: 4 * GiB,
        serial: null,
        model: 'Stick',
        bus: 'usb',
      },
    };
    await sticks.handlers['check:run'](drive);
    open = untilCancelled;
    const agreed = [{ part: 'protective-mbr' as const, startByte: 0, bytes: 512 }];
    const repairing = sticks.handlers['repair:run']({ stick: drive, secret: null, agreed });
    expect(sticks.isRepairing).toBe(true);
    await vi.waitFor(() => {
      expect(unmounted).toEqual([false, true]);
    });
    void sticks.handlers['repair:cancel'](null);
    expect(await repairing).toBeNull();
    expect(sticks.isRepairing).toBe(false);
  });
});
