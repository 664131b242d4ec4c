import { defineConfig } from 'vitest/config';

const integration = '**/*.integration.test.ts';
/** These kill helpers that have something mounted, which others that look for what is left behind would find. */
const alone = ['mount', 'run-ventoy'].map(
  (name) => `src-main/host/linux/${name}.integration.test.ts`,
);
/** What the benchmarks install has tests of its own. */
const packages = '**/node_modules/**';
const folders = '{src-shared,src-main,src-renderer,scripts,bench,e2e}';
/** Makes comparing buffers quick. */
const compareBytes = './scripts/lib/compare-bytes.mjs';
/** Three lanes share two processors in a whole run, and a test may take three times as long as alone. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx,mjs}`],
          setupFiles: [compareBytes],
          exclude: [integration, packages],
          // Property tests take long on a busy machine; how long says nothing about them.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: [`${folders}/${integration}`],
          setupFiles: [compareBytes],
          exclude: [...alone, packages],
          // They wait for programs and drives a quarter of the time, on two processors. Still more at once would be too much
          // for tests that measure how soon a cancellation takes effect.
          maxWorkers: 3,
          // One project after the other, when several are run.
          sequence: { groupOrder: 1 },
          ...patience,
        },
      },
      {
        test: {
          name: 'alone',
          include: alone,
          setupFiles: [compareBytes],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          ...patience,
        },
      },
    ],
  },
});
