import { relative } from 'node:path';
import { projectRoot } from './paths.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {object} FailedTest
 * @property {string} name with those of the groups around it
 * @property {string} place what names it to the program that runs it: a file, for Playwright with a line
 * @property {string} message
 * @typedef {{ counts: Counts, failures: FailedTest[] }} Outcome of a step
 */

/** @type {Outcome} */
export const nothing = { counts: { passed: 0, failed: 0, skipped: 0 }, failures: [] };
/** @type {Outcome} */
export const onePassed = { ...nothing, counts: { passed: 1, failed: 0, skipped: 0 } };
/** @type {Outcome} */
export const oneFailed = { ...nothing, counts: { passed: 0, failed: 1, skipped: 0 } };

/** More of a message than this is in the output of the step. */
const messageLines = 8;

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function addCounts(all) {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    nothing.counts,
  );
}

/** @param {Counts} counts */
export function formatCounts({ passed, failed, skipped }) {
  const text = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? text : `${text}, ${skipped} skipped`;
}

/**
 * What a step's report and exit code together say. A step that ran no test, or ended in failure
 * without naming a failed test, counts as one failure.
 * @param {number} exitCode
 * @param {Outcome} outcome
 * @returns {Outcome}
 */
export function judge(exitCode, { counts, failures }) {
  const ranNone = counts.passed + counts.failed === 0;
  const failedSilently = exitCode !== 0 && counts.failed === 0;
  return ranNone || failedSilently
    ? { counts: { ...counts, failed: counts.failed + 1 }, failures }
    : { counts, failures };
}

/**
 * A step's outcome after its failed tests were run once more, by themselves: those that passed then count as passed.
 * A second run that failed without naming a test says nothing about any.
 * @param {Outcome} first
 * @param {Outcome} second of the places where tests failed
 * @returns {{ outcome: Outcome, unsteady: FailedTest[] }} `unsteady` failed at first and then passed
 */
export function afterSecondRun(first, second) {
  if (second.counts.failed > second.failures.length) return { outcome: first, unsteady: [] };
  const key = (/** @type {FailedTest} */ test) => `${test.place} ${test.name}`;
  const again = new Set(second.failures.map(key));
  const unsteady = first.failures.filter((test) => !again.has(key(test)));
  const before = new Set(first.failures.map(key));
  const failures = [
    ...first.failures.filter((test) => again.has(key(test))),
    ...second.failures.filter((test) => !before.has(key(test))),
  ];
  const counts = {
    ...first.counts,
    passed: first.counts.passed + unsteady.length,
    failed: failures.length,
  };
  return { outcome: { counts, failures }, unsteady };
}

/**
 * @param {unknown} report what vitest's JSON reporter wrote
 * @returns {Outcome}
 */
export function readVitestReport(report) {
  const summary =
    /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} */ (
      report
    );
  /** @type {FailedTest[]} */
  const failures = summary.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const place = relative(projectRoot, name);
    // A file that can't even be loaded has no tests that could have failed.
    if (status === 'failed' && assertionResults.length === 0)
      return [{ name: 'could not be loaded', place, message: shortened(message) }];
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => ({
        name: fullName,
        place,
        message: shortened(failureMessages.join('\n')),
      }));
  });
  const unloadable = failures.length - summary.numFailedTests;
  return {
    counts: {
      passed: summary.numPassedTests,
      failed: summary.numFailedTests + Math.max(0, unloadable),
      skipped: summary.numPendingTests + summary.numTodoTests,
    },
    failures,
  };
}

/**
 * @typedef {{ title: string, ok: boolean, file: string, line: number, tests: { results: { error?: { message?: string } }[] }[] }} PlaywrightSpec
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite
 */

/**
 * @param {unknown} report what Playwright's JSON reporter wrote
 * @returns {Outcome}
 */
export function readPlaywrightReport(report) {
  const { stats, errors, suites } =
    /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: { message?: string }[], suites: PlaywrightSuite[] }} */ (
      report
    );
  const outside = errors.map(({ message = '' }) => ({
    name: 'outside of tests',
    place: '',
    message: shortened(message),
  }));
  return {
    counts: {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    },
    failures: [...outside, ...suites.flatMap((suite) => failedSpecs(suite, []))],
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @param {string[]} around titles
 * @returns {FailedTest[]}
 */
function failedSpecs({ title, suites = [], specs = [] }, around) {
  const titles = [...around, title];
  const failed = specs
    .filter(({ ok }) => !ok)
    .map((spec) => ({
      name: [...titles, spec.title].join(' › '),
      place: `${spec.file}:${spec.line}`,
      message: shortened(
        spec.tests
          .flatMap(({ results }) => results.map(({ error }) => error?.message ?? ''))
          .join('\n'),
      ),
    }));
  return [...failed, ...suites.flatMap((inner) => failedSpecs(inner, titles))];
}

/** @param {string} message */
function shortened(message) {
  return message.trim().split('\n').slice(0, messageLines).join('\n');
}
