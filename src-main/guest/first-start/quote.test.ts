import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote, quoteList } from './quote';
import { tokens } from './testing';

const nasty = fc.constantFrom(
  ...["'", '"', '`', '$', '(', ')', '{', '}', ';', '#', '&', '|', '@', '%', '\\', ' ', 'a', '用'],
  ...['\u2018', '\u2019', '\u201a', '\u201b', '\u201c', '\u201d', '\u201e', '\u2028', '🧪'],
);
const texts = fc
  .oneof(
    fc.array(nasty, { maxLength: 20 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  .filter((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text));

describe('a quoted text', () => {
  it('is one string with exactly this text for PowerShell, whatever it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(tokens(`Use ${quote(text)} # end`)).toEqual([
          { kind: 'code', text: 'Use ' },
          { kind: 'string', text },
          { kind: 'code', text: ' ' },
          { kind: 'comment', text: '# end' },
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused when a line could not hold it', () => {
    for (const text of ['a\nb', 'a\rb', '\u0000', '\u0085', '\ud83e', 'x\u007f']) {
      expect(() => quote(text), JSON.stringify(text)).toThrow('plan/invalid');
    }
  });

  it('stands for itself in a list, too', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 5 }), (list) => {
        const strings = tokens(`$x = ${quoteList(list, 4)}`).filter(
          ({ kind }) => kind === 'string',
        );
        expect(strings.map(({ text }) => text)).toEqual(list);
      }),
    );
  });
});
