import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { projectRoot } from './paths.mjs';
import { run, SetupError, say } from './run.mjs';
import {
  judge,
  nothing,
  oneFailed,
  onePassed,
  readPlaywrightReport,
  readVitestReport,
} from './test-reports.mjs';

/**
 * @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime
 * @typedef {import('./test-reports.mjs').Outcome} Outcome
 * @typedef {NonNullable<import('./run.mjs').RunOptions['output']>} Output
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} [thorough] only in a run of everything, or by its name
 * @property {(output: Output, runtime: ElectronRuntime, only?: string[]) => Promise<Outcome>} run `only` names
 *   places of failed tests, for a step whose tests can be run again
 */

/** A step that hangs is ended, so that the ones after it still run. */
const stepTimeoutMs = 85 * 60_000;

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
  { name: 'unit', run: (output, _, only) => vitest('unit', ['unit', 'mocked'], output, only) },
  {
    name: 'integration',
    run: (output, _, only) => vitest('integration', ['integration', 'alone'], output, only),
  },
  { name: 'e2e', run: (output, runtime, only) => playwright('e2e', output, runtime, only) },
  {
    name: 'more-integration',
    thorough: true,
    run: (output, _, only) => vitest('more-integration', ['thorough'], output, only),
  },
  {
    name: 'more-e2e',
    thorough: true,
    run: (output, runtime, only) => playwright('thorough', output, runtime, only),
  },
];

/**
 * Names of steps: stages come one after the other, the lanes of a stage run at the same time, and the steps of a lane
 * in their order. All lanes of the second stage use what the first one makes. The last lane takes longest where each has
 * a processor to itself, so nothing waits in front of it.
 */
export const stages = [
  [['build']],
  [['integration'], ['types', 'lint', 'format', 'unit'], ['e2e']],
  [['more-integration'], ['more-e2e']],
];

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
 * @param {'unit' | 'integration' | 'more-integration'} step
 * @param {string[]} projects of vitest.config.mts
 * @param {Output} output
 * @param {string[]} [only]
 */
async function vitest(step, projects, output, only = []) {
  const report = freshReport(step);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.map((project) => `--project=${project}`);
  const code = await runModule(
    'vitest/vitest.mjs',
    ['run', ...chosen, ...reporters, ...only],
    output,
  );
  return judge(code, readReport(report, readVitestReport));
}

/**
 * @param {'e2e' | 'thorough'} project of playwright.config.ts
 * @param {Output} output
 * @param {ElectronRuntime} runtime
 * @param {string[]} [only]
 */
async function playwright(project, output, runtime, only = []) {
  const report = freshReport(project);
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const code = await runModule(
    '@playwright/test/cli.js',
    ['test', `--project=${project}`, '--reporter=list,json', ...only],
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
 * @param {(report: unknown) => Outcome} read
 * @returns {Outcome}
 */
function readReport(path, read) {
  if (!existsSync(path)) return nothing;
  return read(JSON.parse(readFileSync(path, 'utf8')));
}
