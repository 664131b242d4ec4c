import { describe, expect, it } from 'vitest';
import { stickError } from '../../src-shared/errors';
import type { JobEvent, JobState, Report } from '../../src-shared/job';
import { JobRunner } from './job-runner';

const report: Report = {
  version: 5,
  kind: 'windows-to-go',
  program: 'test',
  startedAt: '',
  finishedAt: '',
  image: { path: '/a.iso', sizeBytes: 1, sha256: '', hashExpected: false },
  edition: { index: 1, name: 'x', version: null },
  windows: { drivers: null, answerNotes: [] },
  sticks: [],
  failed: [],
  fromCache: false,
  timings: [],
};

const progress: JobEvent = {
  type: 'progress',
  phase: 'writing',
  target: '/dev/sdb',
  doneBytes: 1,
  totalBytes: 2,
  bytesPerSecond: null,
  overall: 0.5,
  secondsLeft: null,
};

/** A job that waits to be cancelled, as every long operation must. */
function untilCancelled(signal: AbortSignal): Promise<Report> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(stickError('cancelled', {}, { stick: 'unfinished' }));
    });
  });
}

describe('JobRunner', () => {
  it('goes from running to done and keeps the log', async () => {
    const states: JobState[] = [];
    const runner = new JobRunner((state) => states.push(state));
    runner.start([], (_signal, onEvent) => {
      onEvent(progress);
      onEvent({ type: 'log', level: 'info', text: 'hello' });
      return Promise.resolve(report);
    });
    await runner.ended();
    expect(states.map(({ state }) => state)).toEqual(['running', 'running', 'running', 'done']);
    expect(runner.state).toEqual({
      state: 'done',
      report,
      log: [{ level: 'info', text: 'hello' }],
    });
    expect(runner.busy).toBe(false);
  });

  it('keeps one row for each target, in the order of the plan, whatever order they are heard of in', async () => {
    const states: JobState[] = [];
    const runner = new JobRunner((state) => states.push(state));
    const row = {
      phase: 'writing',
      doneBytes: 1,
      totalBytes: 2,
      bytesPerSecond: 3,
      overall: 0.5,
      secondsLeft: 4,
      error: null,
    } as const;
    const failure = stickError('target/vanished', { target: '/dev/sdb' }).toData();
    runner.start(['/dev/sdb', '/dev/sdc'], (_signal, onEvent) => {
      onEvent({ type: 'target', target: '/dev/sdc', state: 'working', ...row });
      onEvent({ type: 'target', target: '/dev/sdb', state: 'failed', ...row, error: failure });
      onEvent({ type: 'target', target: '/dev/sdz', state: 'working', ...row });
      return Promise.resolve(report);
    });
    runner.cancel();
    await runner.ended();
    const rows = states.map((state) =>
      'targets' in state ? state.targets.map((one) => `${one.target} ${one.state}`) : [],
    );
    expect(rows[0]).toEqual(['/dev/sdb waiting', '/dev/sdc waiting']);
    expect(rows[2]).toEqual(['/dev/sdb failed', '/dev/sdc working']);
    expect(states.at(-2)).toMatchObject({
      state: 'cancelling',
      targets: [{ target: '/dev/sdb', error: { code: 'target/vanished' } }, { ...row }],
    });
  });

  it('tells in which phase a job failed', async () => {
    const runner = new JobRunner(() => undefined);
    runner.start([], (_signal, onEvent) => {
      onEvent(progress);
      return Promise.reject(stickError('target/vanished', { target: '/dev/sdb' }));
    });
    await runner.ended();
    expect(runner.state).toMatchObject({
      state: 'failed',
      phase: 'writing',
      error: { code: 'target/vanished' },
    });
  });

  it('cancels once and says the state of the stick', async () => {
    const states: string[] = [];
    const runner = new JobRunner(({ state }) => states.push(state));
    runner.start([], untilCancelled);
    runner.cancel();
    runner.cancel();
    await runner.ended();
    expect(states).toEqual(['running', 'cancelling', 'cancelled']);
    expect(runner.state).toMatchObject({ error: { stick: 'unfinished' } });
  });

  it('runs one job at a time', async () => {
    const runner = new JobRunner(() => undefined);
    let second = false;
    runner.start([], untilCancelled);
    runner.start([], () => {
      second = true;
      return Promise.resolve(report);
    });
    runner.cancel();
    await runner.ended();
    expect(second).toBe(false);
  });
});
