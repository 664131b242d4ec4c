/* npm test: sets up what is missing and runs every step, or those named: node scripts/test.mjs unit e2e */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabelledLines } from './lib/labelled-lines.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runMain, say } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';
import { addCounts, formatCounts, oneFailed, stagesOf, steps } from './lib/test-steps.mjs';

/** @typedef {{ counts: import('./lib/test-steps.mjs').Counts, seconds: number }} Result */

await runMain(async () => {
  const started = Date.now();
  const runtime = await setup('test');
  mkdirSync(join(projectRoot, 'test-results'), { recursive: true });
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    say(`No such step: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`);
    return 2;
  }
  const chosen = named.length === 0 ? steps : steps.filter((step) => named.includes(step.name));

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
  rmSync(fixtures, { recursive: true, force: true });

  heading('summary');
  for (const { name } of chosen) {
    const { counts, seconds } = results.get(name) ?? { counts: oneFailed, seconds: 0 };
    console.log(`${name.padEnd(12)} ${formatCounts(counts)} (${seconds.toFixed(0)} s)`);
  }
  console.log(`${'all'.padEnd(12)} ${((Date.now() - started) / 1000).toFixed(0)} s`);
  const total = addCounts([...results.values()].map(({ counts }) => counts));
  console.log(formatCounts(total));
  return total.failed === 0 ? 0 : 1;

  /**
   * @param {import('./lib/test-steps.mjs').Step} step
   * @param {boolean} amongOthers another one prints at the same time
   * @returns {Promise<Result>}
   */
  async function runStep(step, amongOthers) {
    heading(step.name);
    const begun = Date.now();
    const lines = new LabelledLines(step.name.padEnd(11), (text) => process.stdout.write(text));
    const output = amongOthers ? lines.add.bind(lines) : 'stdout';
    const counts = await step.run(output, runtime).catch((/** @type {unknown} */ error) => {
      // The other lane goes on.
      say(
        `${step.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return oneFailed;
    });
    lines.end();
    const seconds = (Date.now() - begun) / 1000;
    if (amongOthers)
      console.log(`── ${step.name}: ${formatCounts(counts)} (${seconds.toFixed(0)} s)`);
    return { counts, seconds };
  }
});

/** @param {string} title */
function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(76 - title.length)}`);
}
