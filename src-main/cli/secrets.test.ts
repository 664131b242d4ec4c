import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { StickError } from '../../src-shared/errors';
import { recipeDefaults } from '../../src-shared/windows-recipe';
import type { Recipe } from '../../src-shared/plan';
import { protectDefaults } from '../../src-shared/protect';
import type { Context } from './context';
import { readPassword, readSecrets, secretsFor } from './secrets';

function from(text: string): Promise<unknown> {
  return readSecrets(Readable.from([Buffer.from(text)]));
}

describe('readSecrets', () => {
  it('reads what a plan keeps secret', async () => {
    const productKey = 'abcde-fghij-klmno-pqrst-uvwx1';
    const text = JSON.stringify({ productKey, wifiKeys: { Büro: 'geheim-geheim' } });
    expect(await from(`\uFEFF${text}\n`)).toEqual({
      productKey: productKey.toUpperCase(),
      wifiKeys: { Büro: 'geheim-geheim' },
      bitLockerPassword: null,
      menuPasswords: {},
    });
  });

  it('reads the password of a boot menu', async () => {
    const text = JSON.stringify({ menuPasswords: { boot: 'open sesame' } });
    expect(await from(text)).toEqual({
      productKey: null,
      wifiKeys: {},
      bitLockerPassword: null,
      menuPasswords: { boot: 'open sesame' },
    });
  });

  it('reads an object in which something is left out', async () => {
    const nothing = { productKey: null, wifiKeys: {}, bitLockerPassword: null, menuPasswords: {} };
    expect(await from('{}')).toEqual(nothing);
  });

  it.each([
    '',
    'hunter2hunter2',
    '{"wifiKeys": {"A": "hunter2hunter2"}',
    '["hunter2hunter2"]',
    '{"hunter2hunter2": "A"}',
    '{"wifiKeys": {"hunter2hunter2": "short"}}',
    '{"wifiKeys": "hunter2hunter2"}',
    '{"productKey": "hunter2hunter2"}',
    '{"menuPasswords": {"boot": "hunter2hünter2"}}',
    '{"menuPasswords": "hunter2hunter2"}',
    JSON.stringify({ bitLockerPassword: 'hunter2' }),
    JSON.stringify({ bitLockerPassword: ['hunter2hunter2'] }),
    JSON.stringify({ menuPasswords: { boot: 'hunter2hunter2'.repeat(10) } }),
    JSON.stringify({ wifiKeys: { A: 'hunter2hunter2'.repeat(10) } }),
    JSON.stringify({ wifiKeys: { A: 'hunter2hunter2'.repeat(10_000) } }),
  ])('refuses text %# without repeating it', async (text) => {
    const error = await from(text).catch((thrown: unknown) => thrown);
    if (!(error instanceof StickError)) throw new Error('nothing was refused');
    expect(error.code).toBe('usage');
    expect(error.cause).toBeUndefined();
    expect(JSON.stringify([error.toData(), error.message, error.stack])).not.toMatch(
      /hunter2|short/,
    );
  });
});

describe('readPassword', () => {
  it.each([
    ['open sesame\n', 'open sesame'],
    ['open sesame\r\n', 'open sesame'],
    [' with blanks ', ' with blanks '],
    ['Grüße 你好\n', 'Grüße 你好'],
    // As some editors and shells write UTF-8. Nobody could type it.
    ['\uFEFFopen sesame\n', 'open sesame'],
  ])('reads %j', async (text, password) => {
    expect(await readPassword(Readable.from([Buffer.from(text)]))).toBe(password);
  });

  it.each(['', '\n', 'hunter2', 'hunter2\nhunter2', 'hunter2'.repeat(40), 'hunter2hunter2\0'])(
    'refuses password %# without repeating it',
    async (text) => {
      const error = await readPassword(Readable.from([Buffer.from(text)])).catch(
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof StickError)) throw new Error('nothing was refused');
      expect(error.code).toBe('bitlocker/password');
      expect(JSON.stringify([error.toData(), error.stack])).not.toMatch(/hunter2/);
    },
  );

  it.each(['latin1', 'utf16le'] as const)(
    'refuses one in %s, which would become another one',
    async (encoding) => {
      const bytes = Buffer.from('\uFEFFhünter2hunter2', encoding);
      await expect(readPassword(Readable.from([bytes]))).rejects.toMatchObject({
        code: 'usage',
        params: { message: '--password-stdin takes text in UTF-8' },
      });
    },
  );
});

describe('a password that was given for a stick to be encrypted', () => {
  it.each([
    ['cddefgh5', /^The password has characters that lie elsewhere/],
    ['with ümlaut', /^The password has letters/],
    ['bcdefghj', /^$/],
  ])('is used, and its doubts are said: %s', async (bitLockerPassword, expected) => {
    const said: string[] = [];
    const context = { output: { say: (line: string) => said.push(line) } } as unknown as Context;
    const recipe = {
      ...recipeDefaults,
      image: { path: '/a.iso', sha256: null },
      edition: { index: 1 },
      protect: { kind: 'now', ...protectDefaults, recoveryFolder: '/keys' },
    } as Recipe;
    const given = { productKey: null, wifiKeys: {}, menuPasswords: {}, bitLockerPassword };
    const from = { secretsStdin: false, passwordStdin: true };
    const secrets = await secretsFor(recipe, given, from, context);
    expect(secrets.bitLockerPassword).toBe(bitLockerPassword);
    expect(said.join('\n')).toMatch(expected);
    expect(said.join('\n')).not.toContain(bitLockerPassword);
  });
});
