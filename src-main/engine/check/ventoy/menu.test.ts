import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../../src-shared/check';
import { FileSystemError } from '../../../disk';
import { bufferSource } from '../../../io';
import { readVentoyDisk } from '../../../ventoy';
import { simulatedDisk } from '../../../ventoy/test-support/simulated-disk';
import { runChecks } from '../run-checks';
import type { DataFiles } from './data-files';
import { imageChecks } from './image-checks';
import { menuChecks } from './menu-checks';

/** Files as a volume would show them. */
function simulatedFiles(content: Record<string, string | Buffer>): DataFiles {
  const paths = Object.keys(content);
  return {
    find(path) {
      const file = content[path];
      if (file !== undefined) return Promise.resolve({ size: file.length, isDirectory: false });
      const isFolder = paths.some((one) => one.startsWith(`${path}/`));
      return Promise.resolve(isFolder ? { size: 0, isDirectory: true } : null);
    },
    open(path) {
      const file = content[path];
      if (file === undefined) return Promise.reject(new FileSystemError(`there is no ${path}`));
      return Promise.resolve(bufferSource(Buffer.from(file)));
    },
    list(path) {
      const prefix = path === '/' ? '/' : `${path}/`;
      const names = new Map<string, boolean>();
      for (const one of paths.filter((each) => each.startsWith(prefix))) {
        const [name = '', ...below] = one.slice(prefix.length).split('/');
        names.set(name, below.length > 0);
      }
      return Promise.resolve([...names].map(([name, isDirectory]) => ({ name, isDirectory })));
    },
  };
}

const sha256 = createHash('sha256').update('an image').digest('hex');
const md5 = createHash('md5').update('an image').digest('hex');
const MENU = '/ventoy/ventoy.json';
const sound: Record<string, string> = {
  '/linux/debian.iso': 'an image',
  '/linux/debian.iso.sha256': `${sha256}  debian.iso\n`,
  '/old.iso': 'an image',
  '/old.iso.md5': `${md5} *old.iso\n`,
  '/persistence/debian.dat': 'changes',
  [MENU]: JSON.stringify({
    control: [{ VTOY_MENU_TIMEOUT: '10' }],
    persistence: [{ image: '/linux/debian.iso', backend: '/persistence/debian.dat' }],
  }),
};

async function check(
  content: Record<string, string | Buffer>,
  signal: AbortSignal | null = new AbortController().signal,
): Promise<CheckResult[]> {
  const disk = await readVentoyDisk(bufferSource(simulatedDisk({ scheme: 'mbr' })));
  const expected = { version: null, ...(signal ? { images: signal } : {}) };
  const subject = { disk, volume: null, files: simulatedFiles(content), expected };
  return runChecks([...menuChecks, ...imageChecks], subject);
}

const findings = (results: CheckResult[]): Record<string, string> =>
  Object.fromEntries(results.map(({ id, status }) => [id, status]));
const good = { 'ventoy.menu': 'pass', 'ventoy.menu-files': 'pass', 'ventoy.images': 'pass' };

describe('the menu and the images of a stick with Ventoy', () => {
  it('pass when all is there and right', async () => {
    const results = await check(sound);
    expect(findings(results)).toEqual(good);
    expect(results.at(-1)?.evidence).toContain('2 images');
  });

  it.each<[string, Record<string, string | Buffer>, Record<string, string>, string]>([
    [
      'a menu that is no JSON',
      { [MENU]: '{ "control": [' },
      // What it names can't be told then.
      { 'ventoy.menu': 'warn', 'ventoy.images': 'pass' },
      'Ventoy ignores',
    ],
    [
      'a menu in UTF-16',
      { [MENU]: Buffer.from('\ufeff{}', 'utf16le') },
      { 'ventoy.menu': 'warn', 'ventoy.images': 'pass' },
      'Ventoy ignores',
    ],
    [
      'a setting that Ventoy takes otherwise',
      { [MENU]: JSON.stringify({ control: [{ VTOY_MENU_TIMEOUT: 'soon' }] }) },
      { ...good, 'ventoy.menu': 'warn' },
      'control',
    ],
    [
      'a file for persistence that is missing',
      {
        [MENU]: JSON.stringify({
          persistence: [{ image: '/linux/debian.iso', backend: '/gone.dat' }],
        }),
      },
      { ...good, 'ventoy.menu-files': 'warn' },
      '/gone.dat',
    ],
    [
      'an image that the menu names and that is missing',
      { [MENU]: JSON.stringify({ menu_alias: [{ image: '/gone.iso', alias: 'Gone' }] }) },
      { ...good, 'ventoy.menu-files': 'warn' },
      '/gone.iso',
    ],
    [
      'an image with one changed bit, by its SHA-256',
      { '/linux/debian.iso': 'an imagE' },
      { ...good, 'ventoy.images': 'fail' },
      '/linux/debian.iso is not what',
    ],
    [
      'an image with one changed bit, by its MD5',
      { '/old.iso': 'an imagE' },
      { ...good, 'ventoy.images': 'fail' },
      '/old.iso is not what',
    ],
  ])('tell %s', async (_, changes, expected, says) => {
    const results = await check({ ...sound, ...changes });
    expect(findings(results)).toEqual(expected);
    expect(results.find(({ status }) => status !== 'pass')?.evidence).toContain(says);
  });

  it('are not asked about where there is no menu and nothing has a hash', async () => {
    expect(findings(await check({ '/debian.iso': 'an image' }))).toEqual({});
  });

  it('leave the images unread unless that is asked for', async () => {
    const results = findings(await check({ ...sound, '/old.iso': 'changed' }, null));
    expect(results).toEqual({ 'ventoy.menu': 'pass', 'ventoy.menu-files': 'pass' });
  });

  it('are not read on once that is cancelled', async () => {
    await expect(check(sound, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});
