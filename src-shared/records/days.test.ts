import { describe, expect, it } from 'vitest';
import { beginOfDay } from './days';

describe('a day by this computer’s clock', () => {
  it('begins at midnight, and so does the one after it', () => {
    expect(beginOfDay('2026-03-01')).toBe(new Date(2026, 2, 1).toISOString());
    expect(beginOfDay('2026-12-31', 1)).toBe(new Date(2027, 0, 1).toISOString());
    expect(beginOfDay('2028-02-29')).toBe(new Date(2028, 1, 29).toISOString());
  });

  it.each(['', '2026-02-30', '2026-02-29', '2026-13-01', '2026-00-10', '26-03-01', 'yesterday'])(
    'is not %j',
    (text) => {
      expect(beginOfDay(text)).toBeNull();
    },
  );
});
