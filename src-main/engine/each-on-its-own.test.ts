import { describe, expect, it } from 'vitest';
import { stickError, type StickState } from '../../src-shared/errors';
import type { JobEvent, StickReport } from '../../src-shared/job';
import type { Target } from '../../src-shared/plan';
import type { OpenTarget } from '../host';
import { eachOnItsOwn } from './each-on-its-own';
import type { HeldTarget } from './job';
import { JobLog } from './job-log';
import { driveTarget, fileTarget } from './test-support/simulated-job';

const { signal } = new AbortController();
const layout = { scheme: 'gpt', vhdx: null, diskSectors: 1, partitions: [] } as const;

function holding(targets: readonly Target[]) {
  const events: JobEvent[] = [];
  const closed: string[] = [];
  const names = targets.map((target) =>
    target.kind === 'file' ? target.path : target.identity.path,
  );
  const work = { shared: [], targets: names.map((target) => ({ target, work: [] })) };
  const log = new JobLog(work, (event) => events.push(event));
  const held = targets.map((target, at): HeldTarget => {
    const name = names[at] ?? '';
    const open: Pick<OpenTarget, 'close'> = {
      close: () => Promise.resolve(void closed.push(name)),
    };
    return {
      ...{
        target,
        name,
        layout: { ...layout, partitions: [] },
        content: { computerName: null, ownFiles: [] },
        folder: '',
      },
      ...{ open: open as OpenTarget, log: log.target(name), state: 'untouched' },
      isNewFile: target.kind === 'file',
    };
  });
  return { log, held, events, closed };
}

const report = (target: string): StickReport => ({
  ...{
    target,
    targetBytes: 0,
    computerName: null,
    disk: { scheme: 'gpt' as const, guid: '' },
    partitions: [],
    checks: [],
    compatibility: [],
  },
  ...{ writtenBytes: 0, verifiedBytes: 0, resumedBytes: 0, bitLocker: null },
});

function vanished(target: string, stick?: StickState) {
  return stickError('target/vanished', { target }, stick === undefined ? {} : { stick });
}

describe('eachOnItsOwn', () => {
  it('finishes those that it can, in the order of the plan, and releases each', async () => {
    const { log, held, closed } = holding(
      ['/dev/a', '/dev/b', '/dev/c'].map((p) => driveTarget(p)),
    );
    let finishFirst: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (finishFirst = resolve));
    const made = await eachOnItsOwn({ log, signal }, held, async ({ name }) => {
      if (name === '/dev/b') throw vanished(name, 'unfinished');
      if (name === '/dev/a') await first;
      else finishFirst();
      return report(name);
    });
    expect(made.sticks.map(({ target }) => target)).toEqual(['/dev/a', '/dev/c']);
    expect(made.failed).toMatchObject([
      { target: '/dev/b', error: { code: 'target/vanished', stick: 'unfinished' } },
    ]);
    expect(closed.sort()).toEqual(['/dev/a', '/dev/b', '/dev/c']);
  });

  it('throws the failure of the drive that lost most when none is finished', async () => {
    const states: Record<string, StickState> = {
      ...{ '/dev/a': 'untouched', '/dev/b': 'unfinished', '/dev/c': 'unfinished' },
    };
    const { log, held } = holding(Object.keys(states).map((path) => driveTarget(path)));
    const making = eachOnItsOwn({ log, signal }, held, ({ name }) =>
      Promise.reject(vanished(name, states[name])),
    );
    await expect(making).rejects.toMatchObject({
      params: { target: '/dev/b' },
      stick: 'unfinished',
    });
  });

  it('tells how far a drive had come when the failure doesn’t', async () => {
    const { log, held, events } = holding([driveTarget('/dev/a')]);
    const making = eachOnItsOwn({ log, signal }, held, (target) => {
      target.state = 'finished';
      return Promise.reject(new Error('unforeseen'));
    });
    await expect(making).rejects.toMatchObject({ code: 'internal', stick: 'finished' });
    expect(events.filter(({ type }) => type === 'progress')).toEqual([]);
    expect(events.filter(({ type }) => type === 'target').at(-1)).toMatchObject({
      state: 'failed',
      error: { code: 'internal', stick: 'finished' },
    });
  });

  it('knows that an image file which stays unfinished has replaced nothing', async () => {
    const { log, held } = holding([fileTarget('/a.img')]);
    const making = eachOnItsOwn({ log, signal }, held, () =>
      Promise.reject(vanished('/a.img', 'unfinished')),
    );
    await expect(making).rejects.toMatchObject({ stick: 'untouched' });
  });

  it('warns of a target that can’t be released, and ends as it would have', async () => {
    const { log, held, events } = holding([driveTarget('/dev/a')]);
    for (const { open } of held) open.close = () => Promise.reject(new Error('no answer'));
    const made = await eachOnItsOwn({ log, signal }, held, ({ name }) =>
      Promise.resolve(report(name)),
    );
    expect(made.sticks).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({
      level: 'warn',
      text: 'Releasing /dev/a failed: no answer',
    });
  });

  it('doesn’t wait for a drive that can’t be released when the job is cancelled', async () => {
    const { log, held } = holding([driveTarget('/dev/a')]);
    const never = new Promise<void>(() => undefined);
    for (const { open } of held) open.close = () => never;
    const cancelled = { log, signal: AbortSignal.abort() };
    const making = eachOnItsOwn(cancelled, held, () => Promise.reject(stickError('cancelled', {})));
    await expect(making).rejects.toMatchObject({ code: 'cancelled', stick: 'untouched' });
  });
});
