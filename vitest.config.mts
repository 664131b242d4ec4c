import { defineConfig } from 'vitest/config';

const integration = '**/*.integration.test.ts';
/** What the benchmarks install has tests of its own. */
const packages = '**/node_modules/**';
const folders = '{src-shared,src-main,src-renderer,scripts,bench,e2e}';
/** Makes comparing buffers quick. */
const compareBytes = './scripts/lib/compare-bytes.mjs';

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
          exclude: [packages],
          // They wait for programs and drives as long as they compute. More at once would be too much for tests that
          // measure how soon a cancellation takes effect.
          maxWorkers: 2,
          // Not before the other project has ended, when both are run: they share a limit on workers otherwise.
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
