import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { passwordForm, passwordProblem, storedPassword } from './password';

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

describe('storedPassword', () => {
  it('hashes salt and password one after the other', () => {
    // echo -n abcsecret | md5sum
    expect(storedPassword('secret', 'abc', md5)).toBe('md5#abc#33e7cb694fb6fb2f848af6774d9ff138');
  });

  it('gives what Ventoy takes, with the longest salt too', () => {
    expect(passwordForm(storedPassword('x', 'a'.repeat(27), md5))).toBe('salted-md5');
    expect(() => storedPassword('x', 'a'.repeat(28), md5)).toThrow(RangeError);
    expect(() => storedPassword('x', 'a#b', md5)).toThrow(RangeError);
    expect(() => storedPassword('', 'abc', md5)).toThrow(RangeError);
  });
});

describe('passwordForm', () => {
  it.each([
    [`md5#${'0aF'.repeat(10)}12`, 'md5'],
    [`md5##${'0'.repeat(32)}`, 'salted-md5'],
    ['txt#secret', 'clear'],
    [`txt#${'x'.repeat(61)}`, null],
    [`md5#${'0'.repeat(31)}`, null],
    [`md5#a#b#${'0'.repeat(32)}`, null],
    ['secret', null],
    ['', null],
  ])('says how %s is written', (stored, form) => {
    expect(passwordForm(stored)).toBe(form);
  });
});

describe('passwordProblem', () => {
  it.each(['', 'é', 'a\tb', 'x'.repeat(65)])('refuses %j', (clear) => {
    expect(passwordProblem(clear)).not.toBeNull();
  });

  it('takes what an English keyboard has', () => {
    expect(passwordProblem('Correct horse, battery #5!')).toBeNull();
  });
});
