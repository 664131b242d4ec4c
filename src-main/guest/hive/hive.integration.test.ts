import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBcd } from '../bcd/build';
import { readBcd } from '../bcd/decode';
import type { BcdDevice } from '../bcd/device';
import { findObject, valueOfElement } from '../bcd/store';
import { decodeHive } from './decode';
import { encodeHive } from './encode';
import { RegistryType, encodeText, subkey, valueOf, type HiveKey } from './tree';

const bootManager = '9dea862c-5cdd-4e70-acc1-f32b344d4795';
const partition: BcdDevice = {
  kind: 'gpt',
  diskGuid: '00112233-4455-6677-8899-aabbccddeeff',
  partitionGuid: 'a1b2c3d4-e5f6-0718-293a-4b5c6d7e8f90',
};
const bcd = buildBcd({
  platform: 'uefi',
  system: { ...partition, partitionGuid: '11111111-2222-3333-4444-555555555555' },
  windows: { device: partition, osDevice: partition },
  locale: 'en-US',
  description: 'Windows 11',
  loaderGuid: '0a0b0c0d-0102-0304-0506-070809101112',
  resumeGuid: '0a0b0c0d-0102-0304-0506-070809101113',
  hasMemtest: true,
});
const leaf = (name: string): HiveKey => ({ name, values: [], subkeys: [] });
const names = Array.from({ length: 1100 }, (_, i) => `Key ${String(i).padStart(4, '0')}`);
const large: HiveKey = {
  name: 'ROOT',
  values: [
    { name: '', type: RegistryType.string, data: encodeText('default') },
    { name: 'long', type: RegistryType.binary, data: Buffer.alloc(16_344, 0x5a) },
  ],
  subkeys: [...names, 'Grüße', '厨师 key'].map(leaf),
};

let folder: string;
let bcdPath: string;
let largePath: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hive test '));
  bcdPath = join(folder, 'BCD');
  largePath = join(folder, 'large');
  writeFileSync(bcdPath, bcd);
  writeFileSync(largePath, encodeHive(large));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Standard output goes through a file: hivexml opens it by name, which a socket does not allow. */
function run(tool: string, args: string[], input = ''): string {
  const path = join(folder, 'stdout');
  const stdout = openSync(path, 'w');
  try {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    execFileSync(tool, args, { input, stdio: ['pipe', stdout, 'pipe'], env });
  } finally {
    closeSync(stdout);
  }
  return readFileSync(path, 'utf8');
}

function allKeys(node: unknown): { '@_name': string }[] {
  const child = (node as { node?: unknown }).node;
  const children = child === undefined ? [] : Array.isArray(child) ? child : [child];
  return children.flatMap((item: { '@_name': string }) => [item, ...allKeys(item)]);
}

function hiveXml(path: string): { '@_name': string }[] {
  const xml: unknown = new XMLParser({ ignoreAttributes: false }).parse(run('hivexml', [path]));
  return allKeys((xml as { hive: unknown }).hive);
}

describe('a hive we write, in other programs', () => {
  it('is a hive of version 1.3 to regfinfo, without a complaint', () => {
    for (const path of [bcdPath, largePath]) {
      const result = spawnSync('regfinfo', [path], { encoding: 'utf8' });
      expect(result.status, result.stderr).toBe(0);
      expect(result.stderr).toBe('');
      expect(result.stdout).toMatch(/Version:\s*1\.3/);
      expect(result.stdout).not.toMatch(/corrupt/i);
    }
  });

  it('has every key and value for regfexport', () => {
    const text = run('regfexport', [bcdPath]);
    expect(text).toContain(`{${bootManager}}`);
    expect(text).toContain('\\EFI\\Microsoft\\Boot\\bootmgfw.efi');
    const many = run('regfexport', [largePath]);
    for (const name of [names[0], names[1099], 'Grüße', '厨师 key']) expect(many).toContain(name);
  });

  it('has the same keys for hivexml as for our reader', () => {
    const count = (key: HiveKey): number => key.subkeys.reduce((sum, k) => sum + count(k), 1);
    expect(hiveXml(bcdPath)).toHaveLength(count(decodeHive(bcd)));
    const found = hiveXml(largePath).map((key) => key['@_name']);
    expect(found.slice(1).sort()).toEqual([...names, 'Grüße', '厨师 key'].sort());
  });

  it('gives hivexget the bytes that were put in', () => {
    const element = `\\Objects\\{${bootManager}}\\Elements\\12000004`;
    expect(run('hivexget', [bcdPath, element, 'Element'])).toContain('Windows Boot Manager');
  });

  it('can be changed by hivexsh and read again', () => {
    const edited = join(folder, 'edited');
    writeFileSync(edited, bcd);
    run(
      'hivexsh',
      ['-w', edited],
      [
        'cd \\Objects',
        'add {00000000-1111-2222-3333-444444444444}',
        'cd {00000000-1111-2222-3333-444444444444}',
        'add Description',
        'add Elements',
        'cd Description',
        'setval 1',
        'Type',
        'dword:0x20100000',
        `cd \\Objects\\{${bootManager}}\\Elements\\25000004`,
        'setval 1',
        'Element',
        'hex:3:05,00,00,00,00,00,00,00',
        'commit',
        '',
      ].join('\n'),
    );
    const store = readBcd(readFileSync(edited));
    expect(store.objects).toHaveLength(13);
    expect(findObject(store, '00000000-1111-2222-3333-444444444444')?.type).toBe(0x20100000);
    const manager = findObject(store, bootManager);
    expect(manager && valueOfElement(manager, 0x25000004)).toEqual({
      format: 'integer',
      value: 5n,
    });
  });

  it('can be added to by hivexsh where subkeys fill several lists', () => {
    const edited = join(folder, 'edited-large');
    writeFileSync(edited, encodeHive(large));
    run('hivexsh', ['-w', edited], 'add Middle\ncd Middle\nsetval 1\nv\ndword:7\ncommit\n');
    const root = decodeHive(readFileSync(edited));
    expect(root.subkeys).toHaveLength(1103);
    const middle = subkey(root, 'middle');
    expect(middle && valueOf(middle, 'v')?.data.readUInt32LE(0)).toBe(7);
  });
});
