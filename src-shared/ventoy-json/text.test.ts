import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickError } from '../errors';
import { readAsVentoy } from './simulated-ventoy-reader';
import { anyConfig } from './testing';
import { formatVentoyConfig, parseVentoyJson, readVentoyJson, ventoyJsonText } from './text';

function refusal(read: () => unknown): { code: string; message: string } {
  try {
    read();
  } catch (error) {
    if (error instanceof StickError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parseVentoyJson', () => {
  it('reads what Ventoy reads, with a byte-order mark too', () => {
    expect(parseVentoyJson('\ufeff{ "control": [] }')).toEqual({ control: [] });
  });

  it.each([
    ['{\n  "control": [\n    { "VTOY_MENU_TIMEOUT": "5" },\n  ]\n}', /line 4, column 3: a value/],
    ['{ "a": 1 } // note', /line 1, column 12: nothing more/],
    ['', /line 1, column 1: a value/],
    ['[]', /line 1, column 1: it has to be an object/],
    ['"{}"', /has to be an object/],
  ])('says where %j is wrong', (text, expected) => {
    const { code, message } = refusal(() => parseVentoyJson(text));
    expect(code).toBe('ventoy/config-json');
    expect(message).toMatch(expected);
  });

  it('refuses more than 1 MiB, counted as UTF-8', () => {
    const text = `{"a": "${'é'.repeat(600_000)}"}`;
    expect(refusal(() => parseVentoyJson(text)).message).toMatch(/larger than 1 MiB/);
  });

  it('takes the first of a name that is said twice, as Ventoy does, and says so', () => {
    const { config, notes } = readVentoyJson('{"control": [1],\n"control": [2]}');
    expect(config).toEqual({ control: [1] });
    expect(notes).toMatchObject([{ code: 'text-repeated-name', place: { line: 2, column: 1 } }]);
  });

  it('mentions what Ventoy’s reader doesn’t know', () => {
    const { notes } = readVentoyJson('{"a": "caf\\u00e9",\n "b": -1, "c": [1.5, 1e3, 12, "-7"]}');
    expect(notes.map(({ code, place }) => [code, place.line, place.column])).toEqual([
      ['text-escape', 1, 7],
      ['text-number', 2, 7],
      ['text-number', 2, 17],
      ['text-number', 2, 22],
    ]);
  });
});

it('agrees with Ventoy’s own reader about texts without notes, and about repeated names', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = JSON.stringify({ a: value }).replace(/}$/, ',"a":1}');
      const { config, notes } = readVentoyJson(text);
      expect(notes).toContainEqual(expect.objectContaining({ code: 'text-repeated-name' }));
      const others = notes.filter(({ code }) => code !== 'text-repeated-name');
      const read = JSON.stringify(readAsVentoy(text));
      if (others.length === 0) expect(read).toBe(JSON.stringify(config));
      else expect(read).not.toBe(JSON.stringify(config));
    }),
    { numRuns: 1000 },
  );
});

describe('ventoyJsonText', () => {
  it('takes UTF-8 with and without a byte-order mark', () => {
    const bytes = new TextEncoder().encode('{"é": 1}');
    expect(ventoyJsonText(bytes)).toBe('{"é": 1}');
    expect(ventoyJsonText(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toBe('{"é": 1}');
  });

  it.each([
    [[0xff, 0xfe, 0x7b, 0], /UTF-16/],
    [[0xfe, 0xff, 0, 0x7b], /UTF-16/],
    [[0x7b, 0xe9, 0x7d], /not UTF-8/],
  ])('refuses %j', (bytes, expected) => {
    const { code, message } = refusal(() => ventoyJsonText(Uint8Array.from(bytes)));
    expect(code).toBe('ventoy/config-invalid');
    expect(message).toMatch(expected);
  });
});

describe('formatVentoyConfig', () => {
  it('writes what is read again', () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const text = formatVentoyConfig(config);
        const again = parseVentoyJson(text);
        expect(again).toEqual(config);
        expect(formatVentoyConfig(again)).toBe(text);
        expect(text).toMatch(/\}\n$/);
        expect(text).not.toContain('\r');
      }),
    );
  });

  it.each([
    ['{\n  "a": 1\n}\n', '{\n  "a": 2\n}\n'],
    ['{\r\n\t"a": 1\r\n}', '{\n\t"a": 2\n}\n'],
    ['{"a":1}', '{\n    "a": 2\n}\n'],
    ['', '{\n    "a": 2\n}\n'],
  ])('keeps the indentation of %j', (former, expected) => {
    expect(formatVentoyConfig({ a: 2 }, former)).toBe(expected);
  });
});
