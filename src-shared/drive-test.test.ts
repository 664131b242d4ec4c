import { describe, expect, it } from 'vitest';
import { judgeDriveTest } from './drive-test';

const MB = 1_000_000;
const usb3 = {
  claimedBytes: 64_000 * MB,
  sequentialWrite: 60 * MB,
  sequentialRead: 120 * MB,
  randomWrite: 2 * MB,
  firstLostByte: null,
  provenBytes: 64_000 * MB,
  seconds: 12,
};

describe('the verdict on a drive', () => {
  it('is how long writing and reading back will take', () => {
    const verdict = judgeDriveTest(usb3, 20_000 * MB);
    expect(verdict).toMatchObject({ verdict: 'fine', sluggish: false });
    expect(verdict).toHaveProperty('minutes', (20_000 / 60 + 20_000 / 120) / 60);
  });

  it('is that it is slow when that takes more than 20 minutes', () => {
    const cheap = { ...usb3, sequentialWrite: 15 * MB, sequentialRead: 25 * MB };
    expect(judgeDriveTest(cheap, 20_000 * MB)).toMatchObject({ verdict: 'slow' });
    expect(judgeDriveTest(cheap, 5_000 * MB)).toMatchObject({ verdict: 'fine' });
  });

  it('goes by the speed of writing while nobody knows what will be written', () => {
    const at = (sequentialWrite: number) => judgeDriveTest({ ...usb3, sequentialWrite }, null);
    expect(at(15 * MB)).toEqual({ verdict: 'fine', minutes: null, sluggish: false });
    expect(at(15 * MB - 1)).toEqual({ verdict: 'slow', minutes: null, sluggish: false });
  });

  it('warns that Windows will feel slow where small writes are slow, without calling the drive so', () => {
    expect(judgeDriveTest({ ...usb3, randomWrite: 0.4 * MB }, 20_000 * MB)).toMatchObject({
      verdict: 'fine',
      sluggish: true,
    });
  });

  it('is that it is too small when a mark was lost, be it ever so fast', () => {
    expect(judgeDriveTest({ ...usb3, firstLostByte: 8_000 * MB }, null)).toEqual({
      verdict: 'too-small',
      firstLostByte: 8_000 * MB,
    });
  });
});
