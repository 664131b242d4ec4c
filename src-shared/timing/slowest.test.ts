import { describe, expect, it } from 'vitest';
import { slowestOf } from './slowest';
import { simulatedTimings } from './testing';
import { preciseDuration, slowestText } from './words';

describe('where the time went', () => {
  it('is the drive where writing and reading back took longest together, though unpacking was the longest phase', () => {
    const timings = simulatedTimings([
      ['hashing', null, [[15, 300e6]]],
      ['building', null, [[300, 60e6]]],
      ['writing', '/dev/sdb', [[200, 90e6]]],
      ['flushing', '/dev/sdb', [[20, 0]]],
      ['verifying', '/dev/sdb', [[150, 120e6]]],
    ]);
    expect(slowestOf(timings, '/dev/sdb')).toEqual({
      totalSeconds: 685,
      phase: 'building',
      phaseSeconds: 300,
      bytesPerSecond: 60e6,
      stalledSeconds: 0,
      part: 'drive',
      partSeconds: 370,
    });
  });

  it('counts the seconds in which a drive stood still', () => {
    const timings = simulatedTimings([
      [
        'writing',
        'a',
        [
          [60, 50e6],
          [45, 0],
          [60, 50e6],
        ],
      ],
    ]);
    expect(slowestOf(timings, 'a')).toMatchObject({ phase: 'writing', stalledSeconds: 45 });
    expect(slowestText(slowestOf(timings, 'a') ?? never())).toBe(
      'It took 2 min 45 s. The longest part, 2 min 45 s, went into writing, at 36.4 MB/s on average; for 45 s of it nothing moved. Altogether 100 % of the time went to the drive.',
    );
  });

  it('leaves out what was done for other sticks, and puts unpacking onto a drive down to the drive', () => {
    const timings = simulatedTimings([
      ['building', 'a', [[3600, 1e6]]],
      ['writing', 'b', [[9000, 1e6]]],
    ]);
    expect(slowestOf(timings, 'a')).toMatchObject({ phase: 'building', part: 'drive' });
  });

  it('is unknown where nothing took any time', () => {
    expect(slowestOf([], 'a')).toBeNull();
    expect(slowestOf(simulatedTimings([['preparing', null, []]]), 'a')).toBeNull();
  });
});

describe('a length of time', () => {
  it.each([
    [0.04, '0.0 s'],
    [9.96, '10.0 s'],
    [59.6, '1 min 0 s'],
    [822.4, '13 min 42 s'],
    [7260, '2 h 1 min'],
  ])('of %d seconds is %s', (seconds, text) => {
    expect(preciseDuration(seconds)).toBe(text);
  });
});

function never(): never {
  throw new Error('nothing was timed');
}
