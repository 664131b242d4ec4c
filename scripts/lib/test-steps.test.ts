import { describe, expect, it } from 'vitest';
import {
  addCounts,
  formatCounts,
  judge,
  readPlaywrightReport,
  readVitestReport,
  stages,
  stagesOf,
  steps,
} from './test-steps.mjs';

describe('the result of a test step', () => {
  it('is what its report counted when it ended well', () => {
    expect(judge(0, { passed: 3, failed: 0, skipped: 1 })).toEqual({
      passed: 3,
      failed: 0,
      skipped: 1,
    });
  });

  it('is a failure when no test ran', () => {
    expect(judge(0, { passed: 0, failed: 0, skipped: 2 }).failed).toBe(1);
  });

  it('is a failure when it ended badly though no test failed', () => {
    expect(judge(1, { passed: 3, failed: 0, skipped: 0 }).failed).toBe(1);
  });

  it('counts failed tests once', () => {
    expect(judge(1, { passed: 3, failed: 2, skipped: 0 }).failed).toBe(2);
  });
});

describe('a report', () => {
  it('of vitest counts a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(readVitestReport(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('of Playwright counts flaky tests and errors outside tests as failures', () => {
    const report = {
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'no such file' }],
    };
    expect(readPlaywrightReport(report)).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });
});

describe('the last line', () => {
  it('leaves out skipped tests when there are none', () => {
    expect(formatCounts({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  });

  it('names skipped tests', () => {
    const total = addCounts([
      { passed: 1, failed: 0, skipped: 3 },
      { passed: 2, failed: 1, skipped: 0 },
    ]);
    expect(formatCounts(total)).toBe('3 passed, 1 failed, 3 skipped');
  });
});

describe('the stages of a run', () => {
  it('have every step once', () => {
    expect(stages.flat(2).sort()).toEqual(steps.map(({ name }) => name).sort());
  });

  it('have only the steps that were chosen, and nothing that is empty', () => {
    const names = (...chosen: string[]): string[][][] =>
      stagesOf(steps.filter(({ name }) => chosen.includes(name))).map((lanes) =>
        lanes.map((lane) => lane.map(({ name }) => name)),
      );
    expect(names('unit', 'lint')).toEqual([[['lint', 'unit']]]);
    expect(names('e2e', 'build', 'integration')).toEqual([[['build']], [['integration'], ['e2e']]]);
    expect(names()).toEqual([]);
  });
});
