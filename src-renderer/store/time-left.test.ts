import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steadyMinutes } from './time-left';

describe('the time left', () => {
  it('is told in minutes, then fives, then tens', () => {
    const told = [10, 50, 5 * 60, 13 * 60, 47 * 60, 97 * 60].map((s) => steadyMinutes(null, s));
    expect(told).toEqual([0, 1, 5, 15, 45, 100]);
  });

  it('stays the same while the estimate wavers around it', () => {
    let shown: number | null = null;
    const seen = new Set<number>();
    for (const seconds of [360, 330, 395, 350, 405, 345, 310, 418]) {
      shown = steadyMinutes(shown, seconds);
      seen.add(shown);
    }
    expect([...seen]).toEqual([6]);
  });

  it('only goes down when the estimate only goes down, and ends below a minute', () => {
    let shown: number | null = null;
    for (let seconds = 3 * 3600; seconds >= 0; seconds -= 7) {
      const next = steadyMinutes(shown, seconds);
      if (shown !== null) expect(next).toBeLessThanOrEqual(shown);
      shown = next;
    }
    expect(shown).toBe(0);
  });

  it('is never far from the estimate', () => {
    fc.assert(
      fc.property(
        fc.option(fc.nat({ max: 36000 }), { nil: null }),
        fc.double({ min: 0, max: 36000, noNaN: true }),
        (before, seconds) => {
          const shown = before === null ? null : steadyMinutes(null, before);
          const minutes = steadyMinutes(shown, seconds);
          expect(Math.abs(minutes - seconds / 60)).toBeLessThanOrEqual(
            Math.max(1, seconds / 60 > 55 ? 10 : seconds / 60 > 9 ? 5 : 1),
          );
        },
      ),
    );
  });
});
