import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunningHelper } from './running-helper';
import { SharedHelper } from './shared-helper';
import { SimulatedSticks } from './win32/test-support/simulated-sticks';

const never = new AbortController().signal;

let sticks: SimulatedSticks;
/** Signals that helpers were started with. */
let starts: AbortSignal[];
let shared: SharedHelper;

beforeEach(async () => {
  sticks = await SimulatedSticks.start([2]);
  starts = [];
  shared = new SharedHelper(async (signal) => {
    starts.push(signal);
    const helper = await sticks.helpers.startOwn(signal);
    await wait(100);
    return helper;
  });
});
afterEach(async () => {
  await expect.poll(() => sticks.helpers.running, { timeout: 5000 }).toBe(0);
  await sticks.end();
});

it('is started once for all that want it, and ends with the last who holds it', async () => {
  const [first, second] = await Promise.all([shared.acquire(never), shared.acquire(never)]);
  const third = await shared.acquire(never);
  expect([second, third]).toEqual([first, first]);
  await first.letGo();
  await second.letGo();
  expect([first.isUsable, sticks.helpers.running]).toEqual([true, 1]);
  await third.letGo();
  expect(first.isUsable).toBe(false);

  const next = await shared.acquire(never);
  expect(next).not.toBe(first);
  expect(starts).toHaveLength(2);
  await next.letGo();
});

it('is still started for others when one doesn’t wait any longer', async () => {
  const cancel = new AbortController();
  const [impatient, patient] = await Promise.allSettled([
    shared.acquire(cancel.signal),
    shared.acquire(never),
    wait(20).then(() => cancel.abort()),
  ]);
  expect(impatient).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
  const { value } = patient as PromiseFulfilledResult<RunningHelper>;
  expect(value.isUsable).toBe(true);
  await value.letGo();
  expect(starts).toHaveLength(1);
});

it('is not started to the end when nobody waits', async () => {
  const cancel = new AbortController();
  const acquiring = shared.acquire(cancel.signal);
  await wait(20);
  cancel.abort();
  await expect(acquiring).rejects.toMatchObject({ code: 'cancelled' });
  expect(starts[0]?.aborted).toBe(true);
});

it('is started anew when it was lost', async () => {
  const first = await shared.acquire(never);
  first.link.hangUp();
  await expect.poll(() => first.isUsable, { timeout: 8000 }).toBe(false);
  const second = await shared.acquire(never);
  expect(second).not.toBe(first);
  await first.letGo();
  await second.letGo();
});

it('is kept while nobody holds it, and ends when it isn’t kept any more', async () => {
  const letGo = await shared.keep(never);
  for (let stick = 0; stick < 3; stick += 1) await (await shared.acquire(never)).letGo();
  expect([starts.length, sticks.helpers.running]).toEqual([1, 1]);
  const again = await shared.keep(never);
  await letGo();
  await letGo();
  expect(sticks.helpers.running).toBe(1);
  await again();
  await expect.poll(() => sticks.helpers.running, { timeout: 5000 }).toBe(0);
});

it('is kept again once it was lost and somebody had another started', async () => {
  const letGo = await shared.keep(never);
  const first = await shared.acquire(never);
  first.link.hangUp();
  await first.letGo();
  await expect.poll(() => first.isUsable, { timeout: 8000 }).toBe(false);
  await (await shared.acquire(never)).letGo();
  await expect.poll(() => sticks.helpers.running, { timeout: 5000 }).toBe(1);
  const third = await shared.acquire(never);
  expect([starts.length, third.isUsable]).toEqual([2, true]);
  await third.letGo();
  await letGo();
});

it('isn’t kept where starting it failed', async () => {
  const cancel = new AbortController();
  const keeping = shared.keep(cancel.signal);
  await wait(20);
  cancel.abort();
  await expect(keeping).rejects.toMatchObject({ code: 'cancelled' });
});
