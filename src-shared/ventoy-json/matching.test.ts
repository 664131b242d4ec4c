import { describe, expect, it } from 'vitest';
import { liesIn, matchesPattern, patternGoesBeyond } from './matching';

describe('matchesPattern', () => {
  it.each([
    ['/a.iso', '/a.iso', true],
    ['/a.iso', '/A.iso', false],
    ['/a*.iso', '/ab.iso', true],
    ['/a*.iso', '/a.iso', false],
    ['/a*.iso', '/abc.iso', false],
    ['/a*b.iso', '/a/b.iso', true],
    // é has two bytes in UTF-8.
    ['/*.iso', '/é.iso', false],
    ['/**.iso', '/é.iso', true],
    ['/a.iso*', '/a.iso', false],
  ])('%s means %s: %s', (pattern, path, expected) => {
    expect(matchesPattern(pattern, path)).toBe(expected);
  });
});

describe('patternGoesBeyond', () => {
  it.each([
    ['/iso/a.iso', '/iso/', true],
    ['/***/a.iso', '/iso/', true],
    ['/iso/', '/iso/', false],
    ['/other/a.iso', '/iso/', false],
  ])('%s goes beyond %s: %s', (pattern, text, expected) => {
    expect(patternGoesBeyond(pattern, text)).toBe(expected);
  });
});

describe('liesIn', () => {
  it.each([
    ['/', '/a.iso', true],
    ['/', '/iso/a.iso', false],
    ['/iso', '/iso/a.iso', true],
    ['/iso', '/iso/x/a.iso', false],
    ['/i*o', '/iso/a.iso', true],
    ['/iso/', '/iso/a.iso', false],
  ])('%s holds %s: %s', (folder, path, expected) => {
    expect(liesIn(folder, path)).toBe(expected);
  });
});
