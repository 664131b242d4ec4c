import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './paths.mjs';
import {
  addCounts,
  afterSecondRun,
  formatCounts,
  judge,
  readPlaywrightReport,
  readVitestReport,
} from './test-reports.mjs';

const counted = (passed: number, failed: number, skipped = 0) => ({
  counts: { passed, failed, skipped },
  failures: [],
});

describe('the result of a test step', () => {
  it('is what its report counted when it ended well', () => {
    expect(judge(0, counted(3, 0, 1)).counts).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  it('is a failure when no test ran', () => {
    expect(judge(0, counted(0, 0, 2)).counts.failed).toBe(1);
  });

  it('is a failure when it ended badly though no test failed', () => {
    expect(judge(1, counted(3, 0)).counts.failed).toBe(1);
  });

  it('counts failed tests once', () => {
    expect(judge(1, counted(3, 2)).counts.failed).toBe(2);
  });
});

describe('a report', () => {
  it('of vitest names failed tests, and a file that could not be loaded', () => {
    const passed = { status: 'passed', fullName: 'a disk is read', failureMessages: [] };
    const failed = {
      status: 'failed',
      fullName: 'a disk is written',
      failureMessages: [Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n')],
    };
    const of = (name: string, status: string, message: string, ...assertionResults: object[]) => ({
      ...{ name: join(projectRoot, name), status, message, assertionResults },
    });
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        of('src/a.test.ts', 'failed', 'no such module'),
        of('src/b.test.ts', 'failed', '', passed, failed),
        of('src/c.test.ts', 'passed', '', passed),
      ],
    };
    const { counts, failures } = readVitestReport(report);
    expect(counts).toEqual({ passed: 5, failed: 2, skipped: 3 });
    expect(failures).toEqual([
      { name: 'could not be loaded', place: 'src/a.test.ts', message: 'no such module' },
      {
        name: 'a disk is written',
        place: 'src/b.test.ts',
        message: expect.stringMatching(/^line 0\n[^]*line 7$/) as unknown,
      },
    ]);
  });

  it('of Playwright counts flaky tests and errors outside tests as failures', () => {
    const spec = (title: string, line: number, message?: string) => ({
      ...{ title, line, ok: message === undefined, file: 'a.spec.ts' },
      tests: [{ results: [message === undefined ? {} : { error: { message } }] }],
    });
    const report = {
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'no such file' }],
      suites: [
        {
          title: 'a.spec.ts',
          suites: [{ title: 'the wizard', specs: [spec('opens', 7, 'it did not'), spec('b', 9)] }],
        },
      ],
    };
    expect(readPlaywrightReport(report)).toEqual({
      counts: { passed: 4, failed: 3, skipped: 2 },
      failures: [
        { name: 'outside of tests', place: '', message: 'no such file' },
        { name: 'a.spec.ts › the wizard › opens', place: 'a.spec.ts:7', message: 'it did not' },
      ],
    });
  });
});

describe('a second run of what failed', () => {
  const test = (name: string) => ({ name, place: 'a.test.ts', message: 'too late' });
  const first = {
    counts: { passed: 10, failed: 2, skipped: 1 },
    failures: [test('one'), test('two')],
  };

  it('counts what passed then as passed, and names it', () => {
    const second = { counts: { passed: 4, failed: 1, skipped: 0 }, failures: [test('two')] };
    expect(afterSecondRun(first, second)).toEqual({
      outcome: { counts: { passed: 11, failed: 1, skipped: 1 }, failures: [test('two')] },
      unsteady: [test('one')],
    });
  });

  it('says nothing when it failed by itself', () => {
    expect(afterSecondRun(first, counted(0, 1))).toEqual({ outcome: first, unsteady: [] });
  });

  it('keeps what only fails now', () => {
    const second = { counts: { passed: 4, failed: 1, skipped: 0 }, failures: [test('three')] };
    const { outcome } = afterSecondRun(first, second);
    expect(outcome.failures).toEqual([test('three')]);
    expect(outcome.counts.failed).toBe(1);
  });
});

describe('the last line', () => {
  it('leaves out skipped tests when there are none', () => {
    expect(formatCounts(counted(12, 0).counts)).toBe('12 passed, 0 failed');
  });

  it('names skipped tests', () => {
    const total = addCounts([counted(1, 0, 3).counts, counted(2, 1).counts]);
    expect(formatCounts(total)).toBe('3 passed, 1 failed, 3 skipped');
  });
});
