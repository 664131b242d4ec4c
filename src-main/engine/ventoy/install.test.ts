import { beforeAll, describe, expect, it } from 'vitest';
import { stickError, StickError } from '../../../src-shared/errors';
import type { VentoyPlan } from '../../../src-shared/plan';
import { ventoyDefaults, ventoyEraseDefaults } from '../../../src-shared/ventoy-recipe';
import { noSecrets } from '../../../src-shared/windows-choices';
import type { OpenTarget, VentoyCommand, VentoyRunResult } from '../../host';
import { bufferSource } from '../../io';
import { simulatedDisk } from '../../ventoy/test-support/simulated-disk';
import { eachOnItsOwn } from '../each-on-its-own';
import type { MakeTools } from '../job';
import { JobLog } from '../job-log';
import { installVentoy } from './install';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { tellingState } from './telling-state';

const TARGET = '/dev/simulated';
const SAID_SUCCESS = 'Install Ventoy to /dev/simulated successfully finished.';
const empty = Buffer.alloc(48 * 1024 * 1024);
const release = { path: '/simulated.tar.gz', sha256: '0'.repeat(64) };

let whole: Buffer;
let older: Buffer;
let damaged: Buffer;
beforeAll(() => {
  whole = simulatedDisk({ scheme: 'mbr' });
  older = simulatedDisk({ scheme: 'mbr', version: '1.0.99', secureBoot: false });
  damaged = Buffer.from(whole);
  // Its boot code is another's.
  damaged.fill(0x90, 0x180, 0x1b0);
});

interface Run {
  install: VentoyPlan['install'];
  before: Buffer;
  /** What the simulated run leaves. */
  after?: Buffer;
  result?: Partial<VentoyRunResult>;
  fails?: StickError;
  afterwards?: (target: HeldVentoyTarget) => Promise<unknown>;
}

/** Installs on a simulated disk; what was thrown, and what was asked of the program. */
async function install({ install, before, after = before, result, fails, afterwards }: Run) {
  let disk = before;
  const asked: VentoyCommand[] = [];
  const open = {
    get source() {
      return bufferSource(disk);
    },
    runVentoy({ command }: { command: VentoyCommand }) {
      asked.push(command);
      if (fails) return Promise.reject(fails);
      disk = after;
      return Promise.resolve({
        ...{ exitCode: 0, output: SAID_SUCCESS, log: '', writtenBytes: 5 },
        ...result,
      });
    },
    close: () => Promise.resolve(),
  } as unknown as OpenTarget;
  const file = { kind: 'file', path: TARGET, sizeBytes: before.length } as const;
  const plan: VentoyPlan = { ...ventoyDefaults, install, secrets: noSecrets, targets: [file] };
  const log = new JobLog({ shared: [], targets: [{ target: TARGET, work: [] }] }, () => undefined);
  const target: HeldVentoyTarget = {
    ...{ target: file, name: TARGET, open, log: log.target(TARGET), folder: '/none' },
    ...{ state: 'untouched', isNewFile: false },
  };
  const job = {
    ...{ plan, log, signal: new AbortController().signal, tools: {} as MakeTools },
    prepared: { release: { ...release, version: '1.1.17' } },
  } as unknown as VentoyJob;
  const failure = await eachOnItsOwn(job, [target], async () => {
    await installVentoy(job, target);
    await afterwards?.(target);
    return { target: TARGET };
  }).then(
    () => null,
    (error: unknown) => error,
  );
  return { failure, asked, target };
}

const erase: VentoyPlan['install'] = {
  ...ventoyEraseDefaults,
  package: { path: release.path, sha256: null },
};
const update: VentoyPlan['install'] = {
  ...{ way: 'update', package: { path: release.path, sha256: null }, secureBoot: null },
};
const beside: VentoyPlan['install'] = {
  ...{ way: 'beside', package: { path: release.path, sha256: null }, secureBoot: true },
};

describe('installing Ventoy', () => {
  it('is done when its program says so and the disk shows it', async () => {
    const { failure, target } = await install({ install: erase, before: empty, after: whole });
    expect(failure).toBeNull();
    expect(target.state).toBe('partial');
  });

  it('leaves Secure Boot support as it is at an update, which would turn it on', async () => {
    const after = simulatedDisk({ scheme: 'mbr', secureBoot: false });
    const { failure, asked } = await install({ install: update, before: older, after });
    expect(failure).toBeNull();
    expect(asked).toEqual([{ do: 'update', secureBoot: false }]);
  });

  it.each<[string, () => Run, string]>([
    ['beside another', () => ({ install: beside, before: whole }), 'ventoy/already-there'],
    ['to update none', () => ({ install: update, before: empty }), 'ventoy/not-found'],
    ['to use none', () => ({ install: { way: 'none' }, before: empty }), 'ventoy/not-found'],
    [
      'to use a damaged one',
      () => ({ install: { way: 'none' }, before: damaged }),
      'ventoy/damaged',
    ],
  ])('is refused %s, before anything runs', async (_, run, code) => {
    const { failure, asked } = await install(run());
    expect(failure).toMatchObject({ code, stick: 'untouched' });
    expect(asked).toEqual([]);
  });

  it.each<[string, () => Run, string, RegExp]>([
    ['did nothing', () => ({ install: erase, before: empty }), 'unfinished', /not on the disk/],
    [
      'says nothing of success',
      () => ({ install: erase, before: empty, after: whole, result: { output: 'n' } }),
      'unfinished',
      /without saying/,
    ],
    [
      'ends badly',
      () => ({ install: erase, before: empty, after: whole, result: { exitCode: 1 } }),
      'unfinished',
      /ended with 1/,
    ],
    [
      'left an older one',
      () => ({ install: update, before: older }),
      'kept',
      /1\.0\.99 instead of/,
    ],
    [
      'turned Secure Boot support on',
      () => ({ install: update, before: older, after: whole }),
      'kept',
      /Secure Boot support is on/,
    ],
  ])('fails when its program %s', async (_, run, stick, message) => {
    const { failure } = await install(run());
    expect(failure).toMatchObject({ code: 'ventoy/install-failed', stick });
    expect(String((failure as StickError).params['message'])).toMatch(message);
  });

  it('tells what the helper says of the disk when the run breaks off, also before it began', async () => {
    for (const stick of ['untouched', 'unfinished'] as const) {
      const fails = stickError('cancelled', {}, { stick });
      const { failure } = await install({ install: erase, before: empty, fails });
      expect(failure).toMatchObject({ code: 'cancelled', stick });
    }
  });

  it('is not taken back by what the helper says of its last work, when something fails later', async () => {
    const busy = stickError('mount/busy', { target: TARGET, path: '/' }, { stick: 'unfinished' });
    const { failure } = await install({
      ...{ install: update, before: older },
      after: simulatedDisk({ scheme: 'mbr', secureBoot: false }),
      afterwards: (target) => tellingState(target, () => Promise.reject(busy)),
    });
    expect(failure).toMatchObject({ code: 'mount/busy', stick: 'partial' });
  });
});
