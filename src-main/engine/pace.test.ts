import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace, type Workload } from './pace';

const work: Workload[] = [
  { phase: 'hashing', bytes: 1000, assumedSpeed: 100 },
  { phase: 'writing', bytes: 1000, assumedSpeed: 10 },
];

describe('Pace', () => {
  it('gives each phase a share by its bytes and assumed speed', () => {
    const pace = new Pace(work, () => 0);
    pace.begin('hashing');
    expect(pace.advance(1000, 1000).overall).toBeCloseTo(10 / 110);
    expect(pace.begin('writing').overall).toBeCloseTo(10 / 110);
    expect(pace.advance(500, 1000).overall).toBeCloseTo(60 / 110);
    expect(pace.advance(1000, 1000).overall).toBe(1);
  });

  it('tells no time left before it has measured, then trusts the measured speed', () => {
    let now = 0;
    const pace = new Pace(work, () => now);
    pace.begin('writing');
    now = 1;
    expect(pace.advance(20, 1000).secondsLeft).toBeNull();
    for (now = 2; now <= 40; now += 1) pace.advance(now * 20, 1000);
    now = 41;
    const progress = pace.advance(820, 1000);
    expect(progress.bytesPerSecond).toBeCloseTo(20);
    // 180 bytes at 20 a second, and the whole of hashing at its assumed speed.
    expect(progress.secondsLeft).toBeCloseTo(9 + 10, 0);
  });

  it('never goes back and never leaves 0 to 1, whatever totals turn out to be', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5000), fc.nat(5000)), { minLength: 1 }), (steps) => {
        const pace = new Pace(work, () => 0);
        pace.begin('hashing');
        let last = 0;
        for (const [done, total] of steps) {
          const { overall } = pace.advance(done, total);
          expect(overall).toBeGreaterThanOrEqual(last);
          expect(overall).toBeLessThanOrEqual(1);
          last = overall;
        }
      }),
    );
  });

  it('takes a phase that nobody planned, which has no share of the whole', () => {
    const pace = new Pace(work, () => 0);
    pace.begin('hashing');
    pace.advance(1000, 1000);
    expect(pace.begin('checking').phase).toBe('checking');
    const progress = pace.advance(5, 10);
    expect(progress).toMatchObject({ doneBytes: 5, totalBytes: 10 });
    expect(progress.overall).toBeCloseTo(10 / 110);
    expect(pace.assumedSeconds).toBeCloseTo(110);
  });
});
