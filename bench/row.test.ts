import { describe, expect, it } from 'vitest';
import { missesBound, row } from './row';

describe('missesBound', () => {
  it('judges the ratio of medians by the most it may be', () => {
    expect(missesBound(row('x', [1, 1.1, 9], 'peer', [1, 1, 1], 1.1))).toBe(false);
    expect(missesBound(row('x', [1, 1.2, 1.2], 'peer', [1, 1, 1], 1.1))).toBe(true);
    expect(missesBound(row('x', [99], 'peer', [1], Infinity))).toBe(false);
  });

  it('counts what could not be measured as missed', () => {
    expect(missesBound({ name: 'memory', value: Number.NaN, limit: 200, unit: 'MB' })).toBe(true);
    expect(missesBound({ name: 'memory', value: 200, limit: 200, unit: 'MB' })).toBe(false);
  });
});
