import { expect, test } from 'vitest';
import { languages } from '../../src-shared/languages';
import { fromGigabytes, inGigabytes } from './gigabytes';

test('a size is shown with the decimal sign of the language, without groups', () => {
  expect(inGigabytes(57.75e9, 'en')).toBe('57.75');
  expect(inGigabytes(57.75e9, 'de')).toBe('57,75');
  expect(inGigabytes(1_234_500_000_000, 'fr')).toBe('1234,5');
  expect(inGigabytes(32e9, 'ja')).toBe('32');
});

test.each(languages)(
  'what is shown in %s is read back, and a point or a comma as well',
  (locale) => {
    for (const bytes of [0, 40e6, 57.7e9, 1_999_990_000_000]) {
      expect(fromGigabytes(inGigabytes(bytes, locale))).toBe(bytes);
    }
    expect(fromGigabytes('1,5')).toBe(1.5e9);
    expect(fromGigabytes(' 1.5 ')).toBe(1.5e9);
  },
);

test('what is no size is none', () => {
  for (const text of ['', ' ', 'much', '-1', '1,2,3']) expect(fromGigabytes(text)).toBeNull();
});
