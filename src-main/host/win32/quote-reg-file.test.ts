import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from './hostile-texts-testing';
import { regFile, type RegFileValue } from './quote-reg-file';

const KEY = 'HKEY_LOCAL_MACHINE\\sticksmith-system\\Test';

/** Reads a file as Microsoft describes its syntax, apart from what makes it. Returns `key → name → data`, hexadecimal. */
function read(text: string): Map<string, Map<string, string>> {
  const keys = new Map<string, Map<string, string>>();
  const lines = text.replace(/\\\r\n */g, '').split('\r\n');
  expect(lines.shift()).toBe('Windows Registry Editor Version 5.00');
  let values: Map<string, string> | null = null;
  for (const line of lines.filter((each) => each !== '')) {
    const key = /^\[(.*)\]$/.exec(line)?.[1];
    if (key !== undefined) {
      values = keys.get(key) ?? new Map<string, string>();
      keys.set(key, values);
      continue;
    }
    const match = /^(?:@|"((?:[^\\"]|\\[\\"])*)")=(.*)$/.exec(line);
    if (match === null || values === null) throw new Error(`not understood: ${line}`);
    const [, name = '', data = ''] = match;
    values.set(unescape(name), readData(data));
  }
  return keys;
}

function readData(data: string): string {
  const quoted = /^"((?:[^\\"]|\\[\\"])*)"$/.exec(data)?.[1];
  if (quoted !== undefined)
    return `1:${Buffer.from(`${unescape(quoted)}\0`, 'utf16le').toString('hex')}`;
  const [, type = '3', digits = ''] = /^hex(?:\((\w+)\))?:((?:\w\w(?:,\w\w)*)?)$/.exec(data) ?? [];
  return data.startsWith('hex') ? `${type}:${digits.replaceAll(',', '')}` : data;
}

function unescape(text: string): string {
  return text.replace(/\\([\\"])/g, '$1');
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('hex');
const write = (data: RegFileValue['data'], name = 'Value'): string =>
  regFile([{ key: KEY, name, data }]).text;

describe('a file for reg import', () => {
  it('holds any text as data', () => {
    fc.assert(
      fc.property(hostileTexts, (value) => {
        const found = read(write({ type: 'string', value }))
          .get(KEY)
          ?.get('Value');
        expect(found).toBe(`1:${utf16(`${value}\0`)}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds any text of one line as a name, and refuses others', () => {
    fc.assert(
      fc.property(hostileTexts, (name) => {
        if (/[\p{Cc}\u2028\u2029]/u.test(name)) {
          expect(() => write('delete', name)).toThrow('windows/unusable-text');
        } else {
          expect([...(read(write({ type: 'dword', value: 7 }, name)).get(KEY) ?? [])]).toEqual([
            [name, 'dword:00000007'],
          ]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('holds lists, expandable texts and bytes of any length', () => {
    fc.assert(
      fc.property(
        fc.array(hostileTexts.filter((text) => text !== '')),
        hostileTexts,
        fc.uint8Array({ maxLength: 300 }),
        (list, text, bytes) => {
          const script = regFile([
            { key: KEY, name: 'list', data: { type: 'strings', value: list } },
            { key: KEY, name: 'text', data: { type: 'expandable-string', value: text } },
            { key: KEY, name: 'bytes', data: { type: 'binary', value: Buffer.from(bytes) } },
          ]);
          expect([...(read(script.text).get(KEY)?.values() ?? [])]).toEqual([
            `7:${utf16(list.map((each) => `${each}\0`).join('') + '\0')}`,
            `2:${utf16(`${text}\0`)}`,
            `3:${Buffer.from(bytes).toString('hex')}`,
          ]);
          expect(
            Math.max(
              ...script.text
                .split('\r\n')
                .filter((line) => line.includes(','))
                .map((line) => line.length),
            ),
          ).toBeLessThan(100);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is written as Microsoft shows it', () => {
    const { text, encoding } = regFile([
      { key: KEY, name: '', data: { type: 'string', value: 'C:\\a "b"' } },
      { key: KEY, name: 'Old', data: 'delete' },
      { key: `${KEY}\\Sub`, name: 'SanPolicy', data: { type: 'dword', value: 4 } },
    ]);
    expect(encoding).toBe('utf-16le-bom');
    expect(text).toBe(
      [
        'Windows Registry Editor Version 5.00',
        '',
        `[${KEY}]`,
        '@="C:\\\\a \\"b\\""',
        '"Old"=-',
        '',
        `[${KEY}\\Sub]`,
        '"SanPolicy"=dword:00000004',
        '',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['a zero', { type: 'string', value: 'a\0b' }],
    ['half a character', { type: 'strings', value: ['\ud800'] }],
    ['an empty text in a list', { type: 'strings', value: ['a', ''] }],
    ['a number that is too large', { type: 'dword', value: 2 ** 32 }],
    ['a number that is no number', { type: 'dword', value: Number.NaN }],
  ] as const)('is refused for %s', (_, data) => {
    const copy = data.type === 'strings' ? { ...data, value: [...data.value] } : data;
    expect(() => write(copy)).toThrow('windows/unusable-text');
  });

  it.each([
    'HKEY_LOCAL_MACHINE\\a]\r\n[HKEY_LOCAL_MACHINE\\SYSTEM',
    'HKEY_LOCAL_MACHINE\\a[b',
    'HKLM\\a',
    'HKEY_LOCAL_MACHINE',
    'HKEY_LOCAL_MACHINE\\a\\\\b',
    '-HKEY_LOCAL_MACHINE\\a',
  ])('is refused for the key %j', (key) => {
    expect(() => regFile([{ key, name: 'x', data: 'delete' }])).toThrow('windows/unusable-text');
  });
});
