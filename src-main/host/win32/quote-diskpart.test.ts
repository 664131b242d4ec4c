import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from './hostile-texts-testing';
import { diskpartScript, quoteForDiskpart } from './quote-diskpart';

/** The words of a script, split as diskpart's documentation has it: blanks part them, but not between quotation marks. */
function words(script: string): string[][] {
  return script
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replaceAll('"', '')),
    );
}

describe('a text for diskpart', () => {
  it('is one word with exactly this text, or refused', () => {
    let taken = 0;
    fc.assert(
      fc.property(hostileTexts, (text) => {
        let quoted: string;
        try {
          quoted = quoteForDiskpart(text);
        } catch (error) {
          expect(String(error)).toContain('windows/unusable-text');
          expect(text === '' || text.length > 259 || /["\p{Cc}\u2028\u2029]/u.test(text)).toBe(
            true,
          );
          return;
        }
        taken += 1;
        const { text: script } = diskpartScript([`assign mount=${quoted}`, 'exit']);
        expect(words(script)).toEqual([['assign', `mount=${text}`], ['exit']]);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it.each(['', 'a"b', 'a\nclean', 'a\rclean', 'a\0', '\u2028', '\ud83e', 'x'.repeat(260)])(
    'is not made of %j',
    (text) => {
      expect(() => quoteForDiskpart(text)).toThrow('windows/unusable-text');
    },
  );

  it('makes a script UTF-16 only where that is needed', () => {
    expect(diskpartScript(['select vdisk file="C:\\a.vhdx"']).encoding).toBe('ascii');
    expect(diskpartScript(['select vdisk file="C:\\ä.vhdx"']).encoding).toBe('utf-16le-bom');
  });
});
