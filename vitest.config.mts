import { defineConfig } from 'vitest/config';

const integration = '**/*.integration.test.ts';
const folders = '{src-shared,src-main,src-renderer,scripts,bench,e2e}';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx,mjs}`],
          exclude: [integration],
        },
      },
      {
        test: {
          name: 'integration',
          include: [`${folders}/${integration}`],
          // One file at a time: some measure how soon a cancellation takes effect, some boot a machine.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
