import { defineConfig } from 'vitest/config';

const integration = '**/*.integration.test.ts';
/** What the benchmarks install has tests of its own. */
const packages = '**/node_modules/**';
const folders = '{src-shared,src-main,src-renderer,scripts,bench,e2e}';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx,mjs}`],
          exclude: [integration, packages],
          // Property tests take long on a busy machine; how long says nothing about them.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: [`${folders}/${integration}`],
          exclude: [packages],
          // One file at a time: some measure how soon a cancellation takes effect, some boot a machine.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
