import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextNumber, stationNames } from './station-names';

describe('the names of a series', () => {
  it('count up with one number in both patterns', () => {
    const naming = { firstNumber: 7, label: 'LOAN ##', computerName: 'LOANER-###' };
    expect(stationNames(naming, 7)).toEqual({
      number: 7,
      label: 'LOAN 07',
      computerName: 'LOANER-007',
    });
  });

  it('end where one of them has no more room for the number', () => {
    const naming = { firstNumber: 1, label: 'L#', computerName: 'LOANER-##' };
    expect(stationNames(naming, 9)).not.toBeNull();
    expect(stationNames(naming, 10)).toBeNull();
    expect(stationNames({ ...naming, label: null }, 99)).toMatchObject({ label: null });
    expect(stationNames({ ...naming, label: null }, 100)).toBeNull();
  });

  it('may all be the same, where nobody asked for a number', () => {
    const naming = { firstNumber: 1, label: 'SHARED', computerName: null };
    expect(stationNames(naming, 5000)).toEqual({
      number: 5000,
      label: 'SHARED',
      computerName: null,
    });
  });
});

it('The next number is the lowest that nobody has.', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 40 }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), numbers, (first, list) => {
      const taken = new Set(list);
      const next = nextNumber(first, taken);
      expect(taken.has(next)).toBe(false);
      for (let number = first; number < next; number += 1) expect(taken.has(number)).toBe(true);
    }),
  );
});
