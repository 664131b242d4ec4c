import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  computerNameOf,
  computerNamePattern,
  computerNameProblem,
  countsUp,
} from './computer-name';

describe('the name of a computer', () => {
  it.each(['LOANER', 'loaner-##', 'A', 'x'.repeat(15), '#-pool', 'PC1'])('can be %j', (pattern) => {
    expect(computerNameProblem(pattern)).toBeNull();
  });

  it.each([
    ['', 'empty'],
    ['x'.repeat(16), 'too-long'],
    ['a b', 'character'],
    ['a.b', 'character'],
    ['a_b', 'character'],
    ['größe', 'character'],
    ['ａｂｃ', 'character'],
    ['a\n', 'character'],
    ['\ud83d', 'character'],
    ['*', 'character'],
    ['-a', 'hyphen'],
    ['a-', 'hyphen'],
    ['123', 'only-digits'],
    ['1##', 'only-digits'],
    ['#a#', 'two-counters'],
    ['LocalHost', 'reserved'],
    ['WORKGROUP', 'reserved'],
  ] as const)('can’t be %j: %s', (pattern, problem) => {
    expect(computerNameProblem(pattern)).toBe(problem);
  });

  it('counts up with leading zeros, and has no name when the number has too many digits', () => {
    expect(computerNameOf('LOANER-##', 7)).toBe('LOANER-07');
    expect(computerNameOf('LOANER-##', 99)).toBe('LOANER-99');
    expect(computerNameOf('LOANER-##', 100)).toBeNull();
    expect(computerNameOf('ONE', 100)).toBe('ONE');
  });

  it('is, for every pattern and number, one that Windows takes and the pattern matches', () => {
    const pattern = fc
      .string({ unit: fc.constantFrom('a', 'Z', '0', '9', '-', '#'), maxLength: 16 })
      .filter((text) => computerNameProblem(text) === null);
    fc.assert(
      fc.property(pattern, fc.nat({ max: 999_999 }), (text, number) => {
        const name = computerNameOf(text, number);
        if (name === null) {
          expect(countsUp(text)).toBe(true);
          return;
        }
        expect(name).toMatch(/^(?!-)(?![0-9]+$)[A-Za-z0-9-]{1,15}(?<!-)$/);
        expect(name).toMatch(computerNamePattern(text));
        expect(name.toLowerCase()).toMatch(computerNamePattern(text));
      }),
    );
  });
});
