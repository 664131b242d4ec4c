import { describe, expect, it } from 'vitest';
import { stickError } from '../../src-shared/errors';
import type { JobEvent, Progress, TargetProgress } from '../../src-shared/job';
import { JobLog, type JobWork } from './job-log';

/** Ten seconds for all, and for each target ten to write and ten to read back. */
const work: JobWork = {
  shared: [{ phase: 'building', bytes: 1000, assumedSpeed: 100 }],
  targets: ['a', 'b'].map((target) => ({
    target,
    work: [
      { phase: 'writing', bytes: 1000, assumedSpeed: 100 },
      { phase: 'verifying', bytes: 1000, assumedSpeed: 100 },
    ],
  })),
};

function started(only?: string) {
  const events: JobEvent[] = [];
  const targets = work.targets.filter(({ target }) => only === undefined || target === only);
  const log = new JobLog({ ...work, targets }, (event) => events.push(event));
  const last = (): Progress => {
    const found = events.filter((event) => event.type === 'progress').at(-1);
    if (!found) throw new Error('no progress was told');
    return found;
  };
  const row = (target: string): TargetProgress | undefined =>
    events
      .filter((event) => event.type === 'target')
      .filter((event) => event.target === target)
      .at(-1);
  return { log, events, last, row };
}

describe('JobLog', () => {
  it('counts the shared work once and the targets as going on side by side', () => {
    const { log, last } = started();
    log.phase('building');
    log.progress(1000, 1000);
    expect(last().overall).toBeCloseTo(10 / 30);
    log.target('a').advance('writing', 1000, 1000);
    log.target('b').advance('writing', 0, 1000);
    // a has half of its work done, b none: a quarter of the twenty seconds.
    expect(last().overall).toBeCloseTo(15 / 30);
    log.target('a').finished();
    log.target('b').finished();
    expect(last().overall).toBe(1);
  });

  it('shows what the slowest target does, and the sum of all bytes', () => {
    const { log, last } = started();
    log.target('a').advance('writing', 900, 1000);
    log.target('a').advance('verifying', 100, 1000);
    log.target('b').advance('writing', 300, 1000);
    expect(last()).toMatchObject({
      ...{ phase: 'writing', target: null, doneBytes: 400, totalBytes: 2000 },
    });
  });

  it('names the target when there is only one', () => {
    const { log, last } = started('a');
    log.target('a').advance('writing', 10, 1000);
    expect(last()).toMatchObject({ target: 'a', phase: 'writing', doneBytes: 10 });
  });

  it('keeps a row for each target, with the reason of its failure', () => {
    const { log, row, last } = started();
    expect(row('a')).toBeUndefined();
    log.target('a').advance('writing', 10, 1000);
    expect(row('a')).toMatchObject({ state: 'working', phase: 'writing', doneBytes: 10 });
    const error = stickError('target/vanished', { target: 'a' }, { stick: 'unfinished' });
    log.target('a').failed(error);
    expect(row('a')).toMatchObject({ state: 'failed', phase: null, error: error.toData() });
    log.target('b').advance('writing', 500, 1000);
    log.target('b').finished();
    expect(row('b')).toMatchObject({ state: 'finished', overall: 1, error: null });
    expect(last().overall).toBe(1);
  });

  it('times each phase of each target', () => {
    const { log } = started();
    log.phase('building');
    log.progress(700, 700);
    log.target('a').advance('writing', 20, 20);
    log.target('b').advance('writing', 30, 30);
    log.target('a').advance('verifying', 20, 20);
    log.target('a').finished();
    log.target('b').failed(stickError('cancelled', {}));
    expect(log.timings.map(({ phase, target, bytes }) => [phase, target, bytes])).toEqual([
      ['building', null, 700],
      ['writing', 'a', 20],
      ['verifying', 'a', 20],
      ['writing', 'b', 30],
    ]);
  });

  it('tells that a phase began once, however often it goes on', () => {
    const { log, events } = started();
    for (let done = 0; done < 50; done += 1) log.target('a').advance('writing', done, 100);
    expect(events.filter(({ type }) => type === 'phase')).toEqual([
      { type: 'phase', phase: 'writing', target: 'a' },
    ]);
  });
});
