/*
 * npm test: sets up what is missing and runs the steps that fit between two changes, or those named:
 * node scripts/test.mjs unit e2e. With --all (npm run test:all) every step.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabelledLines } from './lib/labelled-lines.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runMain, say } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';
import { addCounts, afterSecondRun, formatCounts, oneFailed } from './lib/test-reports.mjs';
import { stagesOf, steps } from './lib/test-steps.mjs';

/**
 * @typedef {import('./lib/test-reports.mjs').FailedTest} FailedTest
 * @typedef {import('./lib/test-reports.mjs').Outcome} Outcome
 * @typedef {Outcome & { seconds: number }} Result
 */

/** So many failures of a step are no accident of a busy computer, and not worth another run. */
const mostRunAgain = 3;

await runMain(async () => {
  const started = Date.now();
  const runtime = await setup('test');
  mkdirSync(join(projectRoot, 'test-results'), { recursive: true });
  const all = process.argv.includes('--all');
  const named = process.argv.slice(2).filter((argument) => argument !== '--all');
  const unknown = named.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    say(`No such step: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`);
    return 2;
  }
  const chosen = steps.filter(
    ({ name, thorough }) => all || (named.length === 0 ? thorough !== true : named.includes(name)),
  );

  // What many tests need is made once, and copied from here.
  const fixtures = mkdtempSync(join(tmpdir(), 'sticksmith-fixtures-'));
  process.env['STICKSMITH_TEST_FIXTURES'] = fixtures;
  /** @type {Map<string, Result>} */
  const results = new Map();
  for (const lanes of stagesOf(chosen)) {
    await Promise.all(
      lanes.map(async (lane) => {
        for (const step of lane) results.set(step.name, await runStep(step, lanes.length > 1));
      }),
    );
  }
  const unsteady = [];
  for (const step of chosen) unsteady.push(...(await runAgain(step)));
  rmSync(fixtures, { recursive: true, force: true });

  for (const { name } of chosen) listTests(`${name}: failed`, results.get(name)?.failures ?? []);
  listTests('failed among the others, then passed alone', unsteady);
  heading('summary');
  for (const { name } of chosen) {
    const { counts, seconds } = results.get(name) ?? { ...oneFailed, seconds: 0 };
    console.log(`${name.padEnd(16)} ${formatCounts(counts)} (${seconds.toFixed(0)} s)`);
  }
  console.log(`${'all'.padEnd(16)} ${((Date.now() - started) / 1000).toFixed(0)} s`);
  const total = addCounts([...results.values()].map(({ counts }) => counts));
  console.log(formatCounts(total));
  return total.failed === 0 ? 0 : 1;

  /**
   * @param {import('./lib/test-steps.mjs').Step} step
   * @param {boolean} amongOthers another one prints at the same time
   * @param {string[]} [only] places of tests
   * @returns {Promise<Result>}
   */
  async function runStep(step, amongOthers, only) {
    heading(step.name);
    const begun = Date.now();
    const lines = new LabelledLines(step.name.padEnd(16), (text) => process.stdout.write(text));
    const output = amongOthers ? lines.add.bind(lines) : 'stdout';
    const outcome = await step.run(output, runtime, only).catch((/** @type {unknown} */ error) => {
      // The other lane goes on.
      say(
        `${step.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return oneFailed;
    });
    lines.end();
    const seconds = (Date.now() - begun) / 1000;
    if (amongOthers)
      console.log(`── ${step.name}: ${formatCounts(outcome.counts)} (${seconds.toFixed(0)} s)`);
    return { ...outcome, seconds };
  }

  /**
   * Whether a test fails because of what it tests, or because the computer was busy with the other lanes.
   * @param {import('./lib/test-steps.mjs').Step} step
   * @returns {Promise<FailedTest[]>} those that passed now
   */
  async function runAgain(step) {
    const first = results.get(step.name);
    if (first === undefined || first.failures.length === 0) return [];
    const hidden = first.counts.failed > first.failures.length;
    if (hidden || first.failures.length > mostRunAgain) return [];
    if (first.failures.some(({ place }) => place === '')) return [];
    const places = [...new Set(first.failures.map(({ place }) => place))];
    const second = await runStep(step, false, places);
    const { outcome, unsteady } = afterSecondRun(first, second);
    results.set(step.name, { ...outcome, seconds: first.seconds + second.seconds });
    return unsteady;
  }
});

/**
 * @param {string} title
 * @param {FailedTest[]} tests
 */
function listTests(title, tests) {
  if (tests.length === 0) return;
  heading(title);
  for (const { name, place, message } of tests) console.log(`${place} › ${name}\n${message}\n`);
}

/** @param {string} title */
function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(76 - title.length)}`);
}
