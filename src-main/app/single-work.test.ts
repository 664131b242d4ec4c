import { describe, expect, it } from 'vitest';
import type { DriveTestResult } from '../../src-shared/drive-test';
import { stickError } from '../../src-shared/errors';
import { SingleWork } from './single-work';

const result: DriveTestResult = {
  target: '/dev/sdb',
  claimedBytes: 64e9,
  sequentialWrite: 40e6,
  sequentialRead: 120e6,
  randomWrite: 1e6,
  firstLostByte: null,
  provenBytes: 64e9,
  seconds: 9,
};

function untilCancelled(signal: AbortSignal): Promise<DriveTestResult> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(stickError('cancelled', {}, { stick: 'unfinished' }));
    });
  });
}

describe('SingleWork', () => {
  it('hands on what the test found, and is free again afterwards', async () => {
    const tester = new SingleWork('A drive is being tested already');
    expect(await tester.run(() => Promise.resolve(result))).toEqual(result);
    expect(tester.busy).toBe(false);
  });

  it('has no result for a test that was cancelled', async () => {
    const tester = new SingleWork('A drive is being tested already');
    const test = tester.run(untilCancelled);
    expect(tester.busy).toBe(true);
    tester.cancel();
    expect(await test).toBeNull();
    await tester.ended();
    expect(tester.busy).toBe(false);
  });

  it('refuses a second test while one runs, and does not disturb the first', async () => {
    const tester = new SingleWork('A drive is being tested already');
    const first = tester.run(untilCancelled);
    let begun = false;
    const second = tester.run(() => {
      begun = true;
      return Promise.resolve(result);
    });
    await expect(second).rejects.toMatchObject({ code: 'usage' });
    expect(begun).toBe(false);
    expect(tester.busy).toBe(true);
    tester.cancel();
    await first;
  });

  it('says why a test failed', async () => {
    const tester = new SingleWork('A drive is being tested already');
    const vanished = stickError('target/vanished', { target: '/dev/sdb' }, { stick: 'unknown' });
    await expect(tester.run(() => Promise.reject(vanished))).rejects.toBe(vanished);
    expect(tester.busy).toBe(false);
  });
});
