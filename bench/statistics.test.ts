import { expect, it } from 'vitest';
import { summarize } from './statistics';

it('finds the middle of an odd and of an even number of runs', () => {
  expect(summarize([3, 1, 2])).toEqual({ median: 2, lowest: 1, highest: 3, runs: 3 });
  expect(summarize([4, 1, 2, 3])).toEqual({ median: 2.5, lowest: 1, highest: 4, runs: 4 });
});

it('refuses to summarize nothing', () => {
  expect(() => summarize([])).toThrow(RangeError);
});
