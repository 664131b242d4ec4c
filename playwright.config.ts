import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // One wizard at a time: each makes a whole stick.
  workers: 1,
  timeout: 180_000,
  projects: [
    { name: 'e2e', grepInvert: /@thorough/ },
    { name: 'thorough', grep: /@thorough/ },
  ],
  forbidOnly: process.env['CI'] !== undefined,
  use: { trace: 'retain-on-failure' },
});
