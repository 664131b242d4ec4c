import { afterEach, beforeEach, expect, it, vi } from 'vitest';
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
    const stop = watchDrives(host, () => (changes += 1));
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toBe(2);
    stop();
    await vi.advanceTimersByTimeAsync(5 * pause);
    expect(looks).toBe(2);
    expect(changes).toBe(0);
  },
);
