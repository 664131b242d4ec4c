import { defineConfig } from 'vitest/config';

const integration = '**/*.integration.test.ts';
/** More of what others show once, or long ways through it: for `npm run test:all`. */
const thorough = '**/*.thorough.integration.test.ts';
/** What `vi.mock` puts in a module's place would stay there for the files after it. */
const mocked = [
  'src-main/app/**/*.test.ts',
  'src-main/host/win32/helper-process.test.ts',
  'src-main/io/home-folder.test.ts',
];
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

/** Property tests take long on a busy machine; how long says nothing about them. */
const unitPatience = { testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx,mjs}`],
          setupFiles: [compareBytes],
          exclude: [integration, packages, ...mocked],
          // Loading every module again for each file takes longer than the tests.
          isolate: false,
          ...unitPatience,
        },
      },
      {
        test: {
          name: 'mocked',
          include: mocked,
          setupFiles: [compareBytes],
          exclude: [integration, packages],
          ...unitPatience,
        },
      },
      {
        test: {
          name: 'integration',
          include: [`${folders}/${integration}`],
          setupFiles: [compareBytes],
          exclude: [...alone, thorough, packages],
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
          name: 'thorough',
          include: [`${folders}/${thorough}`],
          setupFiles: [compareBytes],
          exclude: [packages],
          maxWorkers: 3,
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
