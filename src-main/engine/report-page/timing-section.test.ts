import { describe, expect, it } from 'vitest';
import { report } from '../../../src-renderer/dev/samples';
import { simulatedTimings } from '../../../src-shared/timing/testing';
import { timingSection } from './timing-section';

const made = report('/dev/sdb', 19e9, false);
const sectionOf = (timings: typeof made.timings): string =>
  timingSection({ ...made, timings }).text;

describe('where the time went, in a report', () => {
  it('is said, drawn, and put in classes of speed', () => {
    const text = sectionOf(
      simulatedTimings([
        ['hashing', null, [[10, 300e6]]],
        [
          'writing',
          '/dev/sdb',
          [
            [100, 40e6],
            [20, 0],
          ],
        ],
      ]),
    );
    expect(text).toContain('It took 2 min 10 s.');
    expect(text).toContain(
      'went into writing, at 33.3 MB/s on average; for 20 s of it nothing moved',
    );
    expect(text.match(/<title>/g)).toHaveLength(2);
    expect(text).toContain('>300 MB/s</text>');
    expect(text).toMatch(/nothing moves \(below 65.5 kB\/s\)<\/td><td>20 s/);
    expect(text).toMatch(/33.6 MB\/s to 67.1 MB\/s<\/td><td>1 min 40 s/);
  });

  it('draws nothing beyond the picture', () => {
    const text = sectionOf(
      simulatedTimings([
        [
          'writing',
          '/dev/sdb',
          [
            [0.3, 1e9],
            [9, 5e6],
          ],
        ],
        ['verifying', '/dev/sdb', [[4000, 80e6]]],
      ]),
    );
    const heights = [...text.matchAll(/V(-?[\d.]+)/g)].map(([, y]) => Number(y));
    expect(heights.length).toBeGreaterThan(10);
    expect(Math.min(...heights)).toBe(18);
    expect(Math.max(...heights)).toBe(142);
    const rights = [...text.matchAll(/H(-?[\d.]+)/g)].map(([, x]) => Number(x));
    expect(Math.max(...rights)).toBe(720);
  });

  it('draws nothing where nothing was counted', () => {
    const text = sectionOf(simulatedTimings([['preparing', null, [[2, 0]]]]));
    expect(text).not.toContain('<svg');
    expect(text).toContain('It took 2.0 s.');
  });
});
