import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobState } from '../../src-shared/job';
import {
  encrypted,
  report,
  reportOfSeveral,
  kingston,
  emptyCard,
} from '../../src-renderer/dev/samples';
import { recoveryKeyFile } from '../guest';
import { CLIPBOARD_MS, RecoveryKeys } from './recovery-keys';

const key = '111111-222222-333333-444444-555555-666666-777777-888888';

let folder: string;
let job: JobState;
let clipboard: string;
let printed: string[];
let shown: string[];
let keys: RecoveryKeys;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recovery-keys-test-'));
  job = { state: 'idle' };
  clipboard = 'something else';
  printed = [];
  shown = [];
  keys = new RecoveryKeys(() => job, {
    clipboard: {
      readText: () => clipboard,
      writeText: (text) => {
        clipboard = text;
      },
      clear: () => {
        clipboard = '';
      },
    },
    print: (html) => {
      printed.push(html);
      return Promise.resolve();
    },
    showInFolder: (path) => {
      shown.push(path);
    },
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await keys.close();
  await rm(folder, { recursive: true });
});

/** A finished job on one stick or two, whose key files are where the report says. */
async function finished(several = false, recoveryPassword = key): Promise<void> {
  const plain = several ? reportOfSeveral([kingston, emptyCard], []) : report('/dev/sdb', 1, false);
  const made = encrypted(plain);
  for (const [index, stick] of made.sticks.entries()) {
    if (stick.bitLocker === null) continue;
    const keyId = stick.bitLocker.recoveryKeyId;
    const { bytes } = recoveryKeyFile({ label: 'A', keyId, recoveryPassword });
    const path = join(folder, `${String(index)}.txt`);
    await writeFile(path, bytes);
    stick.bitLocker.recoveryKeyFile = path;
  }
  job = { state: 'done', report: made, log: [] };
}

describe('a key', () => {
  it('is in the clipboard for a minute', async () => {
    await finished();
    vi.useFakeTimers();
    await keys.copy('/dev/sdb');
    expect(clipboard).toBe(key);
    await vi.advanceTimersByTimeAsync(CLIPBOARD_MS - 1);
    expect(clipboard).toBe(key);
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboard).toBe('');
  });

  it('that was copied again stays for another minute', async () => {
    await finished();
    vi.useFakeTimers();
    await keys.copy('/dev/sdb');
    await vi.advanceTimersByTimeAsync(CLIPBOARD_MS - 1);
    await keys.copy('/dev/sdb');
    await vi.advanceTimersByTimeAsync(CLIPBOARD_MS - 1);
    expect(clipboard).toBe(key);
  });

  it('leaves alone what was copied after it', async () => {
    await finished();
    vi.useFakeTimers();
    await keys.copy('/dev/sdb');
    clipboard = 'an address';
    await vi.advanceTimersByTimeAsync(CLIPBOARD_MS);
    expect(clipboard).toBe('an address');
  });

  it('does not outlive the program in the clipboard', async () => {
    await finished();
    await keys.copy('/dev/sdb');
    await keys.close();
    expect(clipboard).toBe('');
  });

  it('is printed with its ID, one sheet for each stick', async () => {
    await finished(true);
    await keys.print(['/dev/sdb', '/dev/mmcblk0']);
    expect(printed).toHaveLength(1);
    const [page = ''] = printed;
    expect(page.match(/<section>/g)).toHaveLength(2);
    for (const group of key.split('-')) expect(page.split(`<span>${group}</span>`)).toHaveLength(3);
    expect(page).toContain('5F2C81A0-93D4-4B7E-A1C6-000000000001');
    expect(page).toContain('5F2C81A0-93D4-4B7E-A1C6-000000000002');
    expect(page).not.toMatch(/<script|https?:/);
  });

  it('is shown where it lies', async () => {
    await finished();
    keys.showInFolder('/dev/sdb');
    expect(shown).toEqual([join(folder, '0.txt')]);
  });
});

describe('there is no key', () => {
  const refused = { code: 'usage' };

  it('before a job is done, nor for another target or a stick that is not encrypted', async () => {
    await expect(keys.copy('/dev/sdb')).rejects.toMatchObject(refused);
    await finished();
    await expect(keys.copy('/etc/passwd')).rejects.toMatchObject(refused);
    await expect(keys.print(['/dev/sdb', '/dev/sdc'])).rejects.toMatchObject(refused);
    expect(() => {
      keys.showInFolder(join(folder, '0.txt'));
    }).toThrow(/no recovery key/);
    job = { state: 'done', report: report('/dev/sdb', 1, false), log: [] };
    await expect(keys.copy('/dev/sdb')).rejects.toMatchObject(refused);
    expect({ clipboard, printed, shown }).toEqual({
      clipboard: 'something else',
      printed: [],
      shown: [],
    });
  });

  it.each([
    ['the file can’t be read', (path: string) => rm(path)],
    ['it holds no recovery key', (path: string) => writeFile(path, 'Einkaufsliste')],
    [
      'it holds the key of another stick',
      (path: string) => {
        const keyId = '00000000-0000-4000-8000-000000000000';
        return writeFile(
          path,
          recoveryKeyFile({ label: null, keyId, recoveryPassword: key }).bytes,
        );
      },
    ],
  ])('when %s', async (message, spoil) => {
    await finished();
    const path = join(folder, '0.txt');
    await spoil(path);
    const error = await keys.copy('/dev/sdb').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'bitlocker/key-file', params: { path, message } });
    expect(JSON.stringify(error)).not.toContain(key);
    expect(clipboard).toBe('something else');
  });
});
