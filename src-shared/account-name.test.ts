import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountNameSchema, accountNameProblem } from './account-name';

describe('the name of an account', () => {
  it.each([
    'Anna',
    'anna.berg',
    'Größe',
    '山田太郎',
    '😀',
    'O’Neil',
    "o'neil",
    'a b',
    'A&B',
    'x'.repeat(20),
  ])('can be %j', (name) => {
    expect(accountNameProblem(name)).toBeNull();
    expect(AccountNameSchema.parse(name)).toBe(name);
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['\u00a0', 'empty'],
    ['x'.repeat(21), 'too-long'],
    ['😀'.repeat(11), 'too-long'],
    ['a\u0000b', 'character'],
    ['a\nb', 'character'],
    ['a\ud800', 'character'],
    ['a\ufffe', 'character'],
    ['a\u202eb', 'character'],
    ['a\u2028b', 'character'],
    ['50%', 'character'],
    ['a@b', 'character'],
    ['...', 'edges'],
    ['Anna.', 'edges'],
    ['Anna ', 'edges'],
    [' Anna', 'edges'],
    ['Anna\u00a0', 'edges'],
    ['Administrator', 'reserved'],
    ['SYSTEM', 'reserved'],
    ['Default User', 'reserved'],
    ['nul', 'reserved'],
    ['Con.anna', 'reserved'],
    ['COM¹', 'reserved'],
  ] as const)('can’t be %j: %s', (name, problem) => {
    expect(accountNameProblem(name)).toBe(problem);
    expect(AccountNameSchema.safeParse(name).success).toBe(false);
  });

  it.each('"/\\[]:;|=,+*?<>@%'.split(''))('has no %s', (character) => {
    expect(accountNameProblem(`a${character}b`)).toBe('character');
  });

  it('is never one that an answer file or a folder of a profile can’t hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (name) => {
        if (accountNameProblem(name) !== null) return;
        expect(name.length).toBeLessThanOrEqual(20);
        expect(name).not.toMatch(/[\u0000-\u001f<>:"/\\|?*\ufffe\uffff]|[. ]$/);
        expect(name).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
