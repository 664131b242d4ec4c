import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLine } from './quote-command-line';
import { hostileTexts } from './hostile-texts-testing';

/**
 * Splits a command line by the rules that Microsoft documents for CommandLineToArgvW: 2n backslashes and a quotation
 * mark are n backslashes and the beginning or end of a quoted part; 2n+1 and one are n backslashes and a quotation
 * mark; others stand for themselves. Two quotation marks in a quoted part are one. The program’s name ends at its
 * second quotation mark.
 */
function split(line: string): string[] {
  const end = line.indexOf('"', 1);
  const found = [line.slice(1, end)];
  let at = end + 1;
  for (;;) {
    while (line[at] === ' ' || line[at] === '\t') at += 1;
    if (at >= line.length) return found;
    let text = '';
    let quoted = false;
    while (at < line.length && (quoted || (line[at] !== ' ' && line[at] !== '\t'))) {
      let backslashes = 0;
      while (line[at + backslashes] === '\\') backslashes += 1;
      if (line[at + backslashes] !== '"') {
        text += line.slice(at, at + Math.max(backslashes, 1));
        at += Math.max(backslashes, 1);
        continue;
      }
      text += '\\'.repeat(Math.floor(backslashes / 2));
      at += backslashes + 1;
      if (backslashes % 2 === 1) text += '"';
      else if (quoted && line[at] === '"') {
        text += '"';
        at += 1;
      } else quoted = !quoted;
    }
    found.push(text);
  }
}

const PROGRAM = 'C:\\Windows\\System32\\Dism.exe';

describe('a command line', () => {
  it('gives a program exactly the arguments, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(hostileTexts, { maxLength: 6 }), (args) => {
        expect(split(commandLine(PROGRAM, args))).toEqual([PROGRAM, ...args]);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['/English', '/English'],
    ['', '""'],
    ['a b', '"a b"'],
    ['C:\\a b\\', '"C:\\a b\\\\"'],
    ['C:\\a\\', 'C:\\a\\'],
    ['a"b', '"a\\"b"'],
    ['a\\"b', '"a\\\\\\"b"'],
  ])('writes %j as %s', (text, written) => {
    expect(commandLine('reg.exe', [text])).toBe(`"reg.exe" ${written}`);
  });

  it('is as long as Windows takes it, and no longer', () => {
    const room = 32_766 - '"reg.exe" '.length;
    expect(commandLine('reg.exe', ['x'.repeat(room)])).toHaveLength(32_766);
    expect(() => commandLine('reg.exe', ['x'.repeat(room + 1)])).toThrow('windows/unusable-text');
  });

  it.each(['a\0b', '\ud83e', '\udc00x'])('is not made of %j', (text) => {
    expect(() => commandLine('reg.exe', [text])).toThrow('windows/unusable-text');
  });

  it('is not made for a program whose name could not be told from its arguments', () => {
    expect(() => commandLine('a".exe', [])).toThrow('windows/unusable-text');
  });
});
