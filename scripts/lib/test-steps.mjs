import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { projectRoot } from './paths.mjs';
import { run, SetupError, say } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime
 * @typedef {NonNullable<import('./run.mjs').RunOptions['output']>} Output
 * @typedef {{ name: string, run: (output: Output, runtime: ElectronRuntime) => Promise<Counts> }} Step
 */

/** @type {Counts} */
const onePassed = { passed: 1, failed: 0, skipped: 0 };
/** @type {Counts} */
export const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/** A step that hangs is ended, so that the ones after it still run. */
const stepTimeoutMs = 60 * 60_000;

/**
 * In the order of the summary. None hides another one by failing.
 * @type {Step[]}
 */
export const steps = [
  { name: 'build', run: buildStep },
  { name: 'types', run: (output) => tool('typescript/bin/tsc', ['--noEmit'], output) },
  {
    name: 'lint',
    run: (output) => tool('eslint/bin/eslint.js', ['.', '--max-warnings=0'], output),
  },
  { name: 'format', run: (output) => tool('prettier/bin/prettier.cjs', ['--check', '.'], output) },
  { name: 'unit', run: (output) => vitest('unit', ['unit'], output) },
  { name: 'integration', run: (output) => vitest('integration', ['integration', 'alone'], output) },
  { name: 'e2e', run: playwright },
];

/**
 * Names of steps: stages come one after the other, the lanes of a stage run at the same time, and the steps of a lane
 * in their order. Both lanes of the second stage take about as long, and use what the first one makes.
 */
export const stages = [[['build']], [['integration'], ['types', 'lint', 'format', 'unit', 'e2e']]];

/**
 * The stages of a run of some steps only, without what is empty.
 * @param {readonly Step[]} chosen
 * @returns {Step[][][]}
 */
export function stagesOf(chosen) {
  return stages
    .map((lanes) =>
      lanes
        .map((names) => names.flatMap((name) => chosen.filter((step) => step.name === name)))
        .filter((lane) => lane.length > 0),
    )
    .filter((lanes) => lanes.length > 0);
}

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
    { passed: 0, failed: 0, skipped: 0 },
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
 * @param {Counts} counts
 * @returns {Counts}
 */
export function judge(exitCode, counts) {
  const ranNone = counts.passed + counts.failed === 0;
  const failedSilently = exitCode !== 0 && counts.failed === 0;
  return ranNone || failedSilently ? { ...counts, failed: counts.failed + 1 } : counts;
}

/**
 * @param {unknown} report what vitest's JSON reporter wrote
 * @returns {Counts}
 */
export function readVitestReport(report) {
  const summary =
    /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */ (
      report
    );
  // A file that can't even be loaded has no tests that could have failed.
  const unloadable = summary.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: summary.numPassedTests,
    failed: summary.numFailedTests + unloadable.length,
    skipped: summary.numPendingTests + summary.numTodoTests,
  };
}

/**
 * @param {unknown} report what Playwright's JSON reporter wrote
 * @returns {Counts}
 */
export function readPlaywrightReport(report) {
  const { stats, errors } =
    /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} */ (
      report
    );
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * @param {string} script below node_modules
 * @param {string[]} args
 * @param {Output} output
 */
async function tool(script, args, output) {
  return (await runModule(script, args, output)) === 0 ? onePassed : oneFailed;
}

async function buildStep() {
  try {
    await build();
    return onePassed;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return oneFailed;
  }
}

/**
 * @param {'unit' | 'integration'} step
 * @param {string[]} projects of vitest.config.mts
 * @param {Output} output
 */
async function vitest(step, projects, output) {
  const report = freshReport(step);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const named = projects.map((project) => `--project=${project}`);
  const code = await runModule('vitest/vitest.mjs', ['run', ...named, ...reporters], output);
  return judge(code, readReport(report, readVitestReport));
}

/**
 * @param {Output} output
 * @param {ElectronRuntime} runtime
 */
async function playwright(output, runtime) {
  const report = freshReport('e2e');
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const code = await runModule(
    '@playwright/test/cli.js',
    ['test', '--reporter=list,json'],
    output,
    {
      env,
      before: ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24'],
    },
  );
  return judge(code, readReport(report, readPlaywrightReport));
}

/**
 * @param {string} script below node_modules
 * @param {string[]} args
 * @param {Output} output
 * @param {{ env?: NodeJS.ProcessEnv, before?: string[] }} [options] `before` is a program that runs it
 */
async function runModule(script, args, output, { env = process.env, before = [] } = {}) {
  const line = [...before, process.execPath, join(projectRoot, 'node_modules', script), ...args];
  const [command = '', ...rest] = line;
  return (await run(command, rest, { env, output, timeoutMs: stepTimeoutMs })).code;
}

/** @param {string} step */
function freshReport(step) {
  const path = join(projectRoot, 'test-results', `${step}.json`);
  rmSync(path, { force: true });
  return path;
}

/**
 * @param {string} path
 * @param {(report: unknown) => Counts} read
 * @returns {Counts}
 */
function readReport(path, read) {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 };
  return read(JSON.parse(readFileSync(path, 'utf8')));
}
