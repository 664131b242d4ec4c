import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recoveryKeyFile } from '../../guest';
import { newSecrets } from '../../guest/bitlocker';
import { newGuid } from '../../io';
import { checkKeyFile } from './key-file-check';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'key-file-check-'));
  path = join(folder, 'key.txt');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const newKey = (): string => newSecrets('xts-aes-128').recoveryPassword;
const fileOf = (recoveryPassword: string): Buffer =>
  recoveryKeyFile({ label: null, keyId: newGuid(), recoveryPassword }).bytes;

it('finds the key that was saved', async () => {
  const key = newKey();
  await writeFile(path, fileOf(key));
  expect(await checkKeyFile(path, { recoveryPassword: () => key })).toMatchObject({
    status: 'pass',
  });
});

it.each([
  ['that is gone', null, /ENOENT/],
  ['that was cut', Buffer.alloc(0), /holds no key/],
  ['with the key of something else', fileOf(newKey()), /another key/],
  ['that has become endless', Buffer.alloc(1024 * 1024, 0x20), /holds no key/],
])('warns of a file %s, and says no key', async (_, bytes, message) => {
  if (bytes) await writeFile(path, bytes);
  const key = newKey();
  const result = await checkKeyFile(path, { recoveryPassword: () => key });
  expect(result).toMatchObject({ status: 'warn' });
  expect(result.evidence).toMatch(message);
  expect(JSON.stringify(result)).not.toMatch(/\d{6}-\d{6}/);
});
