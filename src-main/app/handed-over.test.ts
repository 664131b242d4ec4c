import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Listener = (() => void) | null;
const listeners: Listener[] = [];
const asked: string[][] = [];

vi.mock('electron', () => ({
  protocol: {},
  session: {
    defaultSession: {
      webRequest: {
        onCompleted: (...args: [{ urls: string[] }, Listener] | [null]) => {
          if (args[0] !== null) asked.push(args[0].urls);
          listeners.push(args[0] === null ? null : (args[1] ?? null));
        },
      },
    },
  },
}));
const { scriptHandedOver } = await import('./handed-over');

beforeEach(() => {
  vi.useFakeTimers();
  listeners.length = 0;
  asked.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

it('waits for the script of the page, and then listens no more', async () => {
  let isOver = false;
  const waiting = scriptHandedOver().then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(999);
  expect(isOver).toBe(false);
  expect(asked).toEqual([['sticksmith://app/assets/*.js']]);
  listeners.at(0)?.();
  await waiting;
  expect(listeners.at(-1)).toBe(null);
  expect(vi.getTimerCount()).toBe(0);
});

it('waits no longer than a second for a script that never comes', async () => {
  let isOver = false;
  const waiting = scriptHandedOver().then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(1000);
  await waiting;
  expect(isOver).toBe(true);
});
