import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RunningHelper } from '../running-helper';
import { windowsHelpers } from './helper-process';

/** What was started, in order: nothing is, really. */
const started: string[] = [];
let base: string;

vi.mock('./elevate', () => ({
  HELPER_ENVIRONMENT: {},
  runElevated: () => {
    started.push('asked for rights');
    return Promise.resolve('it ended');
  },
}));
vi.mock('../built-script', () => ({
  builtScript: () => {
    started.push('helper');
    return join(base, 'no-such-helper.js');
  },
}));

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'helper-process-test-'));
  started.length = 0;
  vi.spyOn(RunningHelper, 'start').mockImplementation((start) => {
    const helper = start(base);
    helper.kill();
    return Promise.reject(new Error('it is simulated'));
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(base, { recursive: true, force: true });
});

it.each([
  ['asks nobody for rights that the program has', () => Promise.resolve(true), ['helper']],
  [
    'asks for rights that the program lacks',
    () => Promise.resolve(false),
    ['helper', 'asked for rights'],
  ],
  [
    'asks where that can’t be told',
    () => Promise.reject(new Error('no library')),
    ['helper', 'asked for rights'],
  ],
])('%s', async (_, hasRights, expected) => {
  const { elevated } = windowsHelpers(hasRights);
  const acquiring = elevated.acquire(new AbortController().signal);
  await expect(acquiring).rejects.toThrow('it is simulated');
  expect(started).toEqual(expected);
});

it('makes image files with the person’s own rights, whatever these are', async () => {
  const { startOwn } = windowsHelpers(() => Promise.reject(new Error('nobody asks')));
  await expect(startOwn(new AbortController().signal)).rejects.toThrow('it is simulated');
  expect(started).toEqual(['helper']);
});
