import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../find-program';
import { runTool } from '../run-tool';
import { regFile, type RegFileValue } from './quote-reg-file';

const hasWine = (await findProgram('wine')) !== null && (await findProgram('wineserver')) !== null;

const KEY = 'HKEY_LOCAL_MACHINE\\Software\\sticksmith-test\\Sub $(x) `\'"%PATH%^&';
const TEXTS = [
  ...['plain', 'C:\\a\\', 'a"b', '\\"', '%PATH%', "it's ‘x’ “y”", 'line\r\nbreak\n', '用🧪\u202e'],
  ...[' lead', 'semi;colon', '', 'x'.repeat(5000), '\u2028', '\\n and \\r', '[a]=b'],
];
const NAMES = TEXTS.filter((text) => !/[\p{Cc}\u2028]|^x{9}/u.test(text));

const values: RegFileValue[] = [
  ...TEXTS.map((value, at) => ({
    name: `t${String(at)}`,
    data: { type: 'string' as const, value },
  })),
  ...TEXTS.map((value, at) => ({
    name: `e${String(at)}`,
    data: { type: 'expandable-string' as const, value },
  })),
  ...NAMES.map((name, at) => ({ name, data: { type: 'dword' as const, value: 0xffff_fff0 + at } })),
  { name: 'list', data: { type: 'strings' as const, value: TEXTS.filter((text) => text !== '') } },
  { name: 'no texts', data: { type: 'strings' as const, value: [] } },
  { name: 'bytes', data: { type: 'binary' as const, value: Buffer.from([...Array(300).keys()]) } },
  { name: 'no bytes', data: { type: 'binary' as const, value: Buffer.alloc(0) } },
].map((value) => ({ key: KEY, ...value }));

/** Type and data of each value in what Wine's `reg export` wrote, which spells line breaks as `\r` and `\n`. */
function readExport(text: string): Map<string, string> {
  const lines = text.replace(/\\\r\n */g, '');
  const unescape = (quoted: string): string =>
    quoted.replace(/\\(.)/g, (_, one: string) => ({ r: '\r', n: '\n' })[one] ?? one);
  const pattern =
    /^(@|"(?:[^\\"]|\\.)*")=(?:"((?:[^\\"]|\\.)*)"|hex(?:\((\w+)\))?:([0-9a-f,]*)|dword:(\w+))\r$/gm;
  return new Map(
    [...lines.matchAll(pattern)].map(([, name = '', quoted, type = '3', hex = '', dword]) => [
      name === '@' ? '' : unescape(name.slice(1, -1)),
      dword !== undefined
        ? `dword ${dword}`
        : quoted !== undefined
          ? `1 ${utf16(`${unescape(quoted)}\0`)}`
          : `${type} ${hex.replaceAll(',', '')}`,
    ]),
  );
}

function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').toString('hex');
}

function expected({ data }: RegFileValue): string | null {
  if (data === 'delete') return null;
  switch (data.type) {
    case 'dword':
      return `dword ${data.value.toString(16).padStart(8, '0')}`;
    case 'string':
      return `1 ${utf16(`${data.value}\0`)}`;
    case 'expandable-string':
      return `2 ${utf16(`${data.value}\0`)}`;
    case 'strings':
      return `7 ${utf16(data.value.map((text) => `${text}\0`).join('') + '\0')}`;
    case 'binary':
      return `3 ${data.value.toString('hex')}`;
  }
}

describe.skipIf(!hasWine)('a .reg file (skipped without Wine)', () => {
  let folder = '';
  let env: Record<string, string> = {};
  const wine = (...args: string[]) => runTool('wine', args, { env, timeoutMs: 200_000 });
  const importFile = async (changes: readonly RegFileValue[]): Promise<void> => {
    await writeFile(
      join(folder, 'in.reg'),
      Buffer.from(`\ufeff${regFile(changes).text}`, 'utf16le'),
    );
    await wine('reg', 'import', `Z:${join(folder, 'in.reg').replaceAll('/', '\\')}`);
  };
  const exported = async (): Promise<Map<string, string>> => {
    const path = join(folder, 'out.reg');
    await wine(
      'reg',
      'export',
      'HKLM\\Software\\sticksmith-test',
      `Z:${path.replaceAll('/', '\\')}`,
      '/y',
    );
    return readExport(await readFile(path, 'utf16le'));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reg-file-'));
    env = {
      WINEPREFIX: join(folder, 'wine'),
      WINEARCH: 'win64',
      WINEDEBUG: '-all',
      WINEDLLOVERRIDES: 'winemenubuilder.exe,mscoree,mshtml=d',
    };
  });
  afterAll(async () => {
    // Only the one of this folder.
    await runTool('wineserver', ['-k'], { env, okCodes: [0, 1, 2] });
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  it('is read by Wine’s reg as it was meant, whatever is in it', async () => {
    await importFile(values);
    const found = await exported();
    for (const value of values) {
      expect([value.name, found.get(value.name)]).toEqual([value.name, expected(value)]);
    }
    expect(found.size).toBe(values.length);
  });

  it('takes values away, whatever they are called, and sets a default value', async () => {
    const [kept, ...others] = values;
    await importFile([
      ...others.map((value) => ({ ...value, data: 'delete' as const })),
      { key: KEY, name: '', data: { type: 'string', value: 'the default' } },
    ]);
    const found = await exported();
    expect([...found.keys()].sort()).toEqual(['', kept?.name]);
    expect(found.get('')).toBe(`1 ${utf16('the default\0')}`);
  });
});
