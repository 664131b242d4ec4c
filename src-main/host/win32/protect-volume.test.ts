import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stickError } from '../../../src-shared/errors';
import type { Operation } from './operation';
import { protectVolume } from './protect-volume';
import type { WindowsWork } from './windows-work';

const VOLUME = '\\\\?\\Volume{2eca078d-5cbc-43d3-aff8-7e8511f60d0e}\\';
const DRIVE = '\\\\.\\PhysicalDrive2';
const KEY = 'a26a1b2c-0000-4000-8000-00000000abcd';
const asked = {
  ...{ offset: 335_544_320, length: 2 ** 30, password: 'correct horse' },
  recoveryPassword: Array<string>(8).fill('000011').join('-'),
};
const how = { cipher: 'xts-aes-128', usedSpaceOnly: true } as const;
const never = new AbortController().signal;

let folder: string;
/** What was done, in order: letting go, and what operations are called. */
let done: string[];
/** How often Windows is asked for the volume before it has it. */
let late: number;
let givesLetters: boolean;
/** By the beginning of an operation's title, what it does instead. */
let instead: Record<string, () => Promise<string>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protect-volume-'));
  [done, late, givesLetters, instead] = [[], 0, true, {}];
});
afterEach(async () => {
  const kept = await readdir(folder);
  await rm(folder, { recursive: true });
  expect(kept).toEqual([]);
});

const letGo = async (): Promise<void> => {
  done.push('let go');
  await Promise.resolve();
};

async function answer({ title }: Operation): Promise<string> {
  done.push(title);
  for (const [start, act] of Object.entries(instead)) if (title.startsWith(start)) return act();
  await Promise.resolve();
  if (title.startsWith('Look which volumes')) {
    late -= 1;
    return late >= 0 ? '' : `path 335544320 ${VOLUME}\r\n`;
  }
  if (title.startsWith('Add a password')) return `protector {${KEY}}\r\n`;
  return title.startsWith('Wait until') ? 'conversion 1 1000000\r\n' : '';
}

/** A simulated Windows that only answers. */
function simulatedAnswers(): WindowsWork {
  const work: Pick<WindowsWork, 'run' | 'privateFolder' | 'givesLetters' | 'waiting'> = {
    run: async (operation) => ({ code: 0, stdout: await answer(operation), stderr: '' }),
    privateFolder: folder,
    givesLetters: () => Promise.resolve(givesLetters),
    waiting: { now: () => 0, wait: () => Promise.resolve() },
  };
  return work as WindowsWork;
}

const protecting = (signal = never) =>
  protectVolume(DRIVE, asked, letGo, simulatedAnswers(), signal);

const PAUSE = 'Keep Windows from giving letters to new volumes';
const RESUME = 'Let Windows give letters to new volumes again';
const LOOK = 'Look which volumes Windows has on disk 2';
const ADD = `Add a password and a recovery key to ${VOLUME}`;
const ENCRYPT = `Encrypt ${VOLUME} with xts-aes-128, used space only`;
const WAIT = `Wait until ${VOLUME} is encrypted`;
const REMOVE = `Take the password and the recovery key off ${VOLUME} again, unless it is encrypted`;

describe('having Windows encrypt a volume', () => {
  it('keeps it from giving letters only until it has the volume, and locks that at the end', async () => {
    const volume = await protecting();
    expect(volume.recoveryKeyId).toBe(KEY);
    await volume.encrypt(how, { signal: never, onProgress: () => undefined });
    await volume.close();
    expect(done).toEqual([
      ...[PAUSE, 'let go', LOOK, RESUME, ADD, ENCRYPT, WAIT],
      `Lock ${VOLUME}`,
    ]);
  });

  it('changes nothing about letters where Windows gives none, and waits for a volume that comes late', async () => {
    givesLetters = false;
    late = 2;
    await (await protecting()).close();
    expect(done).toEqual(['let go', LOOK, LOOK, LOOK, ADD, REMOVE]);
  });

  it('takes away a letter that the volume got all the same', async () => {
    const paths = [`path 335544320 E:\\`, `path 335544320 ${VOLUME}`, 'path 1048576 F:\\'];
    instead = { 'Look which': () => Promise.resolve(paths.join('\r\n')) };
    await protecting();
    expect(done).toEqual([PAUSE, 'let go', LOOK, RESUME, 'Take the volume out of E:\\', ADD]);
  });

  it('lets Windows give letters again when the volume never comes', async () => {
    late = 1000;
    await expect(protecting()).rejects.toMatchObject({
      code: 'bitlocker/windows-refused',
      params: { target: DRIVE },
    });
    expect(done.at(-1)).toBe(RESUME);
    expect(done).not.toContain(ADD);
  });

  it('takes off what it added when only one of two could be', async () => {
    const message = 'Exception (0x8031006a)';
    instead = {
      'Add a password': () =>
        Promise.reject(stickError('tool/failed', { tool: 'powershell.exe', message })),
    };
    await expect(protecting()).rejects.toMatchObject({ code: 'bitlocker/windows-refused' });
    expect(done.slice(-2)).toEqual([ADD, REMOVE]);
  });

  it('pauses it when it is cancelled, and tells so where it stopped by itself', async () => {
    const running = { signal: never, onProgress: () => undefined };
    instead = { 'Wait until': () => Promise.reject(stickError('cancelled', {})) };
    const volume = await protecting();
    await expect(volume.encrypt(how, running)).rejects.toMatchObject({ code: 'cancelled' });
    expect(done.at(-1)).toBe(`Pause encrypting ${VOLUME}`);

    instead = { 'Wait until': () => Promise.resolve('conversion 4 500000\r\n') };
    const other = await protecting();
    await expect(other.encrypt(how, running)).rejects.toMatchObject({
      code: 'bitlocker/windows-stopped',
    });
    expect(done.at(-1)).toBe(WAIT);
    await other.close();
    expect(done.at(-1)).toBe(`Lock ${VOLUME}`);
  });

  it('begins nothing when it is cancelled before', async () => {
    const cancel = new AbortController();
    const volume = await protecting();
    cancel.abort();
    const running = { signal: cancel.signal, onProgress: () => undefined };
    await expect(volume.encrypt(how, running)).rejects.toMatchObject({ code: 'cancelled' });
    await volume.close();
    expect(done).not.toContain(ENCRYPT);
    expect(done.at(-1)).toBe(REMOVE);
  });
});
