import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Drive } from '../../src-shared/drive';
import { watchDrives } from './drive-watch';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['linux', 2000],
  ['win32', 6000],
] as const)(
  'looks for drives on %s after %i milliseconds again, until told not to',
  async (platform, pause) => {
    let looks = 0;
    let changes = 0;
    const host = { platform, listDrives: () => Promise.resolve((looks++, [])) };
    const watch = watchDrives(host, () => (changes += 1));
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toBe(2);
    watch.stop();
    await vi.advanceTimersByTimeAsync(5 * pause);
    expect(looks).toBe(2);
    expect(changes).toBe(0);
  },
);

const linux = (listDrives: () => Promise<Drive[]>) => ({ platform: 'linux' as const, listDrives });
const aDrive = { path: '/dev/sdb' } as Drive;

it('answers with its first look, and tells of what changed after it', async () => {
  const found = [[], [aDrive], [aDrive]];
  let looks = 0;
  let changes = 0;
  const watch = watchDrives(
    linux(() => Promise.resolve(found[looks++] ?? [])),
    () => (changes += 1),
  );
  expect([await watch.list(), await watch.list(), looks]).toEqual([[], [], 1]);
  await vi.advanceTimersByTimeAsync(2000);
  expect([looks, changes]).toEqual([2, 1]);
  expect(await watch.list()).toEqual([aDrive]);
  expect(looks).toBe(3);
  watch.stop();
});

it('looks anew where the first look failed', async () => {
  let looks = 0;
  const watch = watchDrives(
    linux(() =>
      looks++ === 0 ? Promise.reject(new Error('no lsblk')) : Promise.resolve([aDrive]),
    ),
    () => undefined,
  );
  await expect(watch.list()).rejects.toThrow('no lsblk');
  expect(await watch.list()).toEqual([aDrive]);
  watch.stop();
});
