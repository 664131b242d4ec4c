import { expect, it } from 'vitest';
import { Latest } from './latest';

function untilAborted(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve('aborted');
    });
  });
}

it('ends what is under way when something new begins', async () => {
  const latest = new Latest();
  const first = latest.run(untilAborted);
  const second = latest.run(() => Promise.resolve('done'));
  await expect(first).resolves.toBe('aborted');
  await expect(second).resolves.toBe('done');
});

it('can still cancel the second after the first has ended', async () => {
  const latest = new Latest();
  const first = latest.run(untilAborted);
  const second = latest.run(untilAborted);
  await first;
  latest.cancel();
  await expect(second).resolves.toBe('aborted');
});

it('has nothing to cancel after the end', async () => {
  const latest = new Latest();
  let kept: AbortSignal | undefined;
  await latest.run((signal) => {
    kept = signal;
    return Promise.resolve();
  });
  latest.cancel();
  expect(kept?.aborted).toBe(false);
});
