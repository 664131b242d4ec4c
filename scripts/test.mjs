/* npm test: sets up what is missing and runs every step, or those named: node scripts/test.mjs unit e2e */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { runMain, say } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';
import { addCounts, formatCounts, steps } from './lib/test-steps.mjs';

await runMain(async () => {
  const runtime = await setup('test');
  mkdirSync(join(projectRoot, 'test-results'), { recursive: true });
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    say(`No such step: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`);
    return 2;
  }
  const chosen = named.length === 0 ? steps : steps.filter((step) => named.includes(step.name));

  const results = [];
  for (const step of chosen) {
    console.log(`\n── ${step.name} ${'─'.repeat(76 - step.name.length)}`);
    const started = Date.now();
    const counts = await step.run(runtime);
    results.push({ name: step.name, counts, seconds: (Date.now() - started) / 1000 });
  }

  console.log(`\n── summary ${'─'.repeat(69)}`);
  for (const { name, counts, seconds } of results) {
    console.log(`${name.padEnd(12)} ${formatCounts(counts)} (${seconds.toFixed(0)} s)`);
  }
  const total = addCounts(results.map(({ counts }) => counts));
  console.log(formatCounts(total));
  return total.failed === 0 ? 0 : 1;
});
