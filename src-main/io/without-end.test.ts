import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutEnd } from './without-end';

const isFiller = (unit: string) => unit === '\0' || unit === ' ';

describe('withoutEnd', () => {
  it('does what a regular expression does', () => {
    const texts = fc.array(fc.constantFrom('\0', ' ', 'a', '\n', '😀')).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(withoutEnd(text, isFiller)).toBe(text.replace(/[\0 ]+$/, ''));
      }),
    );
  });

  it('takes a moment where that takes minutes', () => {
    const start = performance.now();
    const text = `${' '.repeat(5_000_000)}x`;
    expect(withoutEnd(text, isFiller)).toBe(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
