import { describe, expect, it } from 'vitest';
import type { PhaseTiming } from '../../../src-shared/timing';
import { simulatedTimings } from '../../../src-shared/timing/testing';
import { chartOf } from './chart';

const drive = '/dev/sdb';

function timing(startMs: number, endMs: number): PhaseTiming {
  return { phase: 'building', target: null, startMs, endMs, bytes: 0, throughput: null };
}

describe('the chart of timings', () => {
  it('places each part where it was in the whole time', () => {
    const { spans, lanes, totalMs } = chartOf(
      simulatedTimings([
        ['hashing', null, [[10, 300e6]]],
        ['writing', drive, [[30, 50e6]]],
      ]),
    );
    expect(totalMs).toBe(40_000);
    expect(spans.map(({ number, from, to, lane }) => ({ number, from, to, lane }))).toEqual([
      { number: 1, from: 0, to: 0.25, lane: 0 },
      { number: 2, from: 0.25, to: 1, lane: 0 },
    ]);
    expect(lanes).toBe(1);
  });

  it('gives what was done at the same time rows of its own, and no more than it needs', () => {
    const { spans, lanes } = chartOf([timing(2000, 4000), timing(0, 3000), timing(3000, 5000)]);
    expect(spans.map(({ timing: { startMs }, lane }) => [startMs, lane])).toEqual([
      [0, 0],
      [2000, 1],
      [3000, 0],
    ]);
    expect(lanes).toBe(2);
  });

  it('draws the speed of each part as an outline over its own time', () => {
    const { curves, topBytesPerSecond } = chartOf(
      simulatedTimings([
        ['preparing', null, [[10, 0]]],
        [
          'writing',
          drive,
          [
            [20, 80e6],
            [10, 20e6],
          ],
        ],
      ]),
    );
    expect(topBytesPerSecond).toBe(80e6);
    const [curve] = curves;
    expect(curves).toHaveLength(1);
    const { points = [] } = curve ?? {};
    expect(points.at(0)).toEqual({ x: 0.25, y: 0 });
    expect(points.at(-1)).toEqual({ x: 1, y: 0 });
    const at = (share: number) => points.filter(({ x, y }) => x <= share && y > 0).at(-1)?.y;
    expect(at(0.5)).toBe(1);
    expect(at(0.9)).toBe(0.25);
  });

  it('cuts off how fast the image was read, where that is faster than all that may be slow', () => {
    const phases = [
      ['hashing', null, [[10, 400e6]]],
      ['writing', drive, [[10, 40e6]]],
    ] as const;
    const both = chartOf(simulatedTimings(phases));
    expect(both).toMatchObject({ topBytesPerSecond: 40e6, isCut: true });
    expect(Math.max(...both.curves.flatMap(({ points }) => points.map(({ y }) => y)))).toBe(1);
    const alone = chartOf(simulatedTimings(phases.slice(0, 1)));
    expect(alone).toMatchObject({ topBytesPerSecond: 400e6, isCut: false });
  });

  it('has nothing to draw of no timings, and of those that took no time', () => {
    expect(chartOf([])).toMatchObject({ totalMs: 0, spans: [], lanes: 0, topBytesPerSecond: 0 });
    expect(chartOf([timing(0, 0)]).spans).toMatchObject([{ from: 0, to: 0 }]);
  });
});
