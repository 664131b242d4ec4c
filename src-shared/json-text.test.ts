import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './json-text';

function fault(text: string): string {
  const read = readJson(text);
  if (read.ok) throw new Error('nothing was refused');
  return `${String(read.place.line)}:${String(read.place.column)} ${read.message}`;
}

describe('readJson', () => {
  it.each([
    ['{"a": 1,\n  "b" 2}', /^2:7 a colon/],
    ['{"a": 1\r\n "b": 2}', /^2:2 a comma or }/],
    ['[1, 2', /^1:6 a comma or \]/],
    ['{"a": 1,}', /^1:9 a name in quotation marks/],
    ['[1,]', /^1:4 a value/],
    ['', /^1:1 a value/],
    ['{} {}', /^1:4 nothing more/],
    ['"open', /^1:1 this text does not end/],
    ['{"a": 1, "\\u0061": 2}', /^1:10 “a” is said twice/],
    ['['.repeat(100_000), /nested too deeply/],
  ])('says where %j is wrong', (text, expected) => {
    expect(fault(text)).toMatch(expected);
  });

  it('knows where each field stands, and the nearest thing around one that is missing', () => {
    const read = readJson('{\n  "a": {"b": [10,\n    20]}\n}');
    if (!read.ok) throw new Error(read.message);
    expect(read.placeOf(['a', 'b'])).toEqual({ line: 2, column: 9 });
    expect(read.placeOf(['a', 'b', 1])).toEqual({ line: 3, column: 5 });
    expect(read.placeOf(['a', 'missing'])).toEqual({ line: 2, column: 3 });
    expect(read.placeOf(['missing'])).toEqual({ line: 1, column: 1 });
  });

  it('keeps the first of a name that is said twice when asked to, and says where the others stand', () => {
    const read = readJson('{"a": {"x": 1},\n "a": {"x": 2, "y": 3}, "b": [4]}', 'keep-first');
    if (!read.ok) throw new Error(read.message);
    expect(read.value).toEqual({ a: { x: 1 }, b: [4] });
    expect(read.repeated).toEqual([{ name: 'a', place: { line: 2, column: 2 } }]);
    expect(read.placeOf(['a', 'x'])).toEqual({ line: 1, column: 8 });
    expect(readJson('{"a": 1, "b": 2}', 'keep-first')).toMatchObject({ ok: true, repeated: [] });
  });

  it('keeps a name that objects have by themselves', () => {
    const text = '{"__proto__":{"a":1},"constructor":2}';
    const read = readJson(text);
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(JSON.stringify(read.value)).toBe(text);
  });

  it('takes what JSON.parse takes, and gives the same', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t'), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space);
        expect(readJson(text)).toMatchObject({ ok: true, value: JSON.parse(text) as unknown });
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '01',
      'true',
      'nul',
      '"',
      '\\',
      ' ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        const read = readJson(text);
        expect(read.ok || read.message.includes('twice')).toBe(parses);
      }),
      { numRuns: 2000 },
    );
  });
});
