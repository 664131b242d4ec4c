import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KiB, MiB } from '../units';
import { MOST_STEPS, SPEED_LIMITS, ThroughputSchema, type Throughput } from './phase-timing';
import { ThroughputMeter, speedClass } from './throughput-meter';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What a phase of steady speeds shows: bytes a second, for so many seconds each. */
function measured(...parts: readonly (readonly [bytesPerSecond: number, seconds: number])[]): {
  throughput: Throughput;
  bytes: number;
} {
  const meter = new ThroughputMeter();
  let [atMs, bytes] = [0, 0];
  for (const [speed, seconds] of parts) {
    for (let tick = 0; tick < seconds * 10; tick += 1) {
      atMs += 100;
      bytes += speed / 10;
      meter.advance(bytes, atMs);
    }
  }
  const throughput = meter.end(atMs);
  if (!throughput) throw new Error('nothing was measured');
  return { throughput, bytes };
}

describe('the throughput of a phase', () => {
  it('shows when it was fast and when it stood still', () => {
    const { throughput } = measured([32e6, 5], [0, 10], [32e6, 5]);
    expect(throughput.stepMs).toBe(250);
    expect(throughput.stepBytes).toHaveLength(80);
    expect(sum(throughput.stepBytes.slice(0, 20))).toBe(160e6);
    expect(sum(throughput.stepBytes.slice(20, 60))).toBe(0);
    expect(throughput.msAtSpeed[0]).toBe(10_000);
    expect(throughput.msAtSpeed[speedClass(32e6)]).toBe(10_000);
  });

  it('has no more points after a day than after a minute, and as many bytes', () => {
    const { throughput, bytes } = measured([1e6, 3600], [2e6, 3600]);
    expect(throughput.stepBytes.length).toBeLessThanOrEqual(MOST_STEPS);
    expect(throughput.stepBytes.length).toBeGreaterThan(MOST_STEPS / 2 - 1);
    expect(sum(throughput.stepBytes)).toBe(bytes);
  });

  it('is nothing where nothing was counted, and where it took no time', () => {
    const meter = new ThroughputMeter();
    meter.advance(0, 500);
    expect(meter.end(1000)).toBeNull();
    const quick = new ThroughputMeter();
    quick.advance(MiB, 0);
    expect(quick.end(0)).toBeNull();
    expect(quick.bytes).toBe(MiB);
  });

  it('keeps every byte and every millisecond, whatever is told when', () => {
    const told = fc.array(fc.tuple(fc.nat(10 * 60_000), fc.nat(64 * MiB)), { minLength: 1 });
    fc.assert(
      fc.property(told, fc.integer({ min: 1, max: 86_400_000 }), (steps, lastMs) => {
        const meter = new ThroughputMeter();
        let [atMs, bytes] = [0, 0];
        for (const [ms, more] of steps) {
          atMs += ms;
          bytes += more;
          meter.advance(bytes, atMs);
        }
        atMs += lastMs;
        const throughput = meter.end(atMs);
        if (bytes === 0) {
          expect(throughput).toBeNull();
          return;
        }
        const { stepMs, stepBytes, msAtSpeed } = ThroughputSchema.parse(throughput);
        expect(sum(stepBytes)).toBe(bytes);
        expect(Math.min(...stepBytes)).toBeGreaterThanOrEqual(0);
        expect(sum(msAtSpeed)).toBe(atMs);
        expect(stepBytes).toHaveLength(Math.ceil(atMs / stepMs));
      }),
    );
  });

  it('doesn’t count what was done as undone when less is told', () => {
    const meter = new ThroughputMeter();
    meter.advance(10 * MiB, 1000);
    meter.advance(MiB, 2000);
    expect(sum(meter.end(3000)?.stepBytes ?? [])).toBe(10 * MiB);
  });
});

describe('the classes of speed', () => {
  it('double from 64 KiB/s to 4 GiB/s', () => {
    expect(SPEED_LIMITS.at(0)).toBe(64 * KiB);
    expect(SPEED_LIMITS.at(-1)).toBe(4096 * MiB);
    expect(speedClass(0)).toBe(0);
    expect(speedClass(64 * KiB)).toBe(1);
    expect(speedClass(MiB - 1)).toBe(4);
    expect(speedClass(1e12)).toBe(SPEED_LIMITS.length);
  });
});
