import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { checksPassed } from '../../../src-shared/check';
import { toStickError } from '../../../src-shared/errors';
import type { JobEvent, WindowsReport } from '../../../src-shared/job';
import { afterWritingDefaults } from '../../../src-shared/protect';
import { GiB, SECTOR } from '../../../src-shared/units';
import { noSecrets } from '../../../src-shared/windows-choices';
import { practiceIso } from '../../cli/testing';
import { openNtfs } from '../../disk';
import { readRecoveryKeyFile } from '../../guest';
import { copyRange } from '../../host/linux/test-support/sparse-file';
import { runTool } from '../../host/run-tool';
import type { Operation } from '../../host/win32/operation';
import { powerShellScript } from '../../host/win32/operations';
import { volumeContents } from '../../host/win32/test-support/volume-contents';
import { openFileSource } from '../../io';
import { checkTarget, testUnlock } from '..';
import {
  simulatedWindowsComputer,
  thisLinuxComputer,
  type SimulatedWindowsComputer,
} from '../test-support/computers';
import { driveTarget, makeOn, planFor, type Making } from '../test-support/making';

const STICK_BYTES = 1 * GiB;
const PASSWORD = 'planted secret 4711';
const signal = new AbortController().signal;

let base: string;
let iso: string;
let keys: string;
let computer: SimulatedWindowsComputer;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'encrypt-by-windows-'));
  iso = await practiceIso(join(base, 'practice'));
});
afterAll(() => rm(base, { recursive: true, force: true }));
beforeEach(async () => {
  keys = await mkdtemp(join(base, 'keys-'));
  computer = await simulatedWindowsComputer(base);
});
afterEach(async () => {
  const left = [...computer.leftovers(), ...computer.windows.remains().letters];
  await computer.close();
  expect(left).toEqual([]);
});

const secrets = { ...noSecrets, bitLockerPassword: PASSWORD };
const { cipher, escrow, usedSpaceOnly } = afterWritingDefaults;

type Stick = Awaited<ReturnType<SimulatedWindowsComputer['addStick']>>;

/** Makes a stick that Windows is to encrypt; `more` replaces parts of the plan. */
function make(stick: Stick, more: object = {}, making: Making = {}): Promise<WindowsReport> {
  const protect = { kind: 'after-writing', cipher, escrow, usedSpaceOnly, recoveryFolder: keys };
  const plan = planFor(iso, [driveTarget(stick.drive)], { protect, ...more }, secrets);
  return makeOn(computer, plan, making);
}

/** The error of a stick that fails. */
async function failure(stick: Stick, making: Making = {}) {
  const thrown: unknown = await make(stick, {}, making).catch((error: unknown) => error);
  return toStickError(thrown);
}

/** The only file in the folder with the keys. */
async function keyFile() {
  const [name, ...others] = await readdir(keys);
  if (name === undefined || others.length > 0) throw new Error('not one key');
  const key = readRecoveryKeyFile(await readFile(join(keys, name)));
  if (!key) throw new Error('no key in it');
  return key;
}

/** Windows' volume of a stick, in a file of its own. */
async function volumeOf({ image }: Stick, { sticks }: WindowsReport): Promise<string> {
  const part = sticks[0]?.partitions.find(({ role }) => role === 'windows');
  if (!part) throw new Error('there is no partition of Windows');
  const path = join(await mkdtemp(join(base, 'volume-')), 'volume');
  const place = { startByte: part.startLba * SECTOR, bytes: part.sectors * SECTOR };
  await copyRange(image, place, path);
  return path;
}

async function contents(path: string): Promise<Map<string, string>> {
  const source = await openFileSource(path);
  try {
    return await volumeContents(await openNtfs(source));
  } finally {
    await source.close();
  }
}

const bitlk = ['open', '--type', 'bitlk', '--test-passphrase', '--key-file', '-'];

it('Windows encrypts a stick after writing, and cryptsetup and dislocker open it', async () => {
  const stick = await computer.addStick(STICK_BYTES);
  const report = await make(stick);
  expect(report.failed).toEqual([]);
  const { bitLocker, checks = [] } = report.sticks[0] ?? {};
  const key = await keyFile();
  expect(bitLocker).toMatchObject({ by: 'windows', cipher, freeSpace: 'kept' });
  expect(bitLocker?.recoveryKeyId.toUpperCase()).toBe(key.keyId);
  expect(checksPassed(checks)).toBe(true);
  expect(checks.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['bitlocker.password', 'bitlocker.recovery-key', 'bitlocker.key-file']),
  );
  const encrypting = report.timings.find(({ phase }) => phase === 'encrypting');
  expect(encrypting?.bytes).toBeGreaterThan(0);
  const target = driveTarget(stick.drive);
  const unlocked = await testUnlock(target, PASSWORD, computer.host, signal);
  expect(unlocked.filter(({ status }) => status === 'fail')).toEqual([]);

  const volume = await volumeOf(stick, report);
  for (const stdin of [PASSWORD, key.recoveryPassword]) {
    await runTool('cryptsetup', [...bitlk, volume], { stdin });
  }
  await expect(runTool('cryptsetup', [...bitlk, volume], { stdin: 'another' })).rejects.toThrow();
  const plain = `${volume}.ntfs`;
  await runTool('dislocker-file', ['-V', volume, `-p${key.recoveryPassword}`, '--', plain]);
  await runTool('ntfsfix', ['--no-action', plain]);
  const found = await contents(plain);
  const other = await computer.addStick(STICK_BYTES);
  const clear = await make(other, { protect: { kind: 'none' } });
  const expected = await contents(await volumeOf(other, clear));
  // Policies without which an encrypted Windows wouldn't start are the difference.
  for (const [path, content] of expected) {
    if (!path.endsWith('/SOFTWARE')) expect(found.get(path), path).toBe(content);
  }
});

it('all of the volume is encrypted where that is wanted, also when Windows was unpacked straight onto the drive', async () => {
  const stick = await computer.addStick(STICK_BYTES);
  const strong = { kind: 'after-writing', cipher: 'xts-aes-256', escrow, recoveryFolder: keys };
  const report = await make(stick, {
    protect: { ...strong, usedSpaceOnly: false },
    way: 'direct',
  });
  expect(report.sticks[0]?.bitLocker).toMatchObject({ freeSpace: 'encrypted' });
  const volume = await volumeOf(stick, report);
  await runTool('cryptsetup', [...bitlk, volume], { stdin: PASSWORD });
  const { stdout } = await runTool('cryptsetup', ['bitlkDump', volume]);
  expect(stdout).toContain('512 bits');
});

it('no secret is in what programs are started with, in what the job tells, or in its folders', async () => {
  const operations: Operation[] = [];
  const { windows } = computer;
  const run = windows.run.bind(windows);
  vi.spyOn(windows, 'run').mockImplementation((operation, running) => {
    operations.push(operation);
    return run(operation, running);
  });
  const events: JobEvent[] = [];
  const stick = await computer.addStick(STICK_BYTES);
  const report = await make(stick, {}, { onEvent: (event) => events.push(event) });
  const { recoveryPassword } = await keyFile();
  const typed = operations.filter(({ stdin }) => stdin?.secret);
  expect(typed).toHaveLength(1);
  const shown = operations.map((operation) => [
    ...[operation.title, ...operation.args, powerShellScript(operation)],
    ...operation.scripts.map(({ text }) => text),
    ...(operation.stdin?.secret === true ? [] : [operation.stdin?.text]),
  ]);
  const told = JSON.stringify([shown, events, report, computer.windows.recorded]);
  for (const secret of [PASSWORD, recoveryPassword]) {
    const forms = [secret, Buffer.from(secret, 'utf16le').toString('base64')];
    for (const form of forms) {
      expect(told).not.toContain(form);
      const { stdout } = await runTool('grep', ['-rlF', '--', form, computer.workFolder], {
        okCodes: [0, 1],
      });
      expect(stdout).toBe('');
    }
  }
});

describe('a stick that Windows does not encrypt', () => {
  it.each([
    ['a policy forbids passwords', 'ProtectKeyWithPassphrase', 0x8031_006a, /policy .* passwords/],
    ['the edition has no BitLocker', 'Encrypt', 0x8031_005a, /Home editions/],
    ['a policy forbids removable drives', 'PrepareVolume', 0x8031_0078, /removable drives/],
  ])('can be used as it is, without a key, when %s', async (_, method, code, message) => {
    computer.windows.bitLocker.refusals[method] = code;
    const stick = await computer.addStick(STICK_BYTES);
    const error = await failure(stick);
    expect(error).toMatchObject({ code: 'bitlocker/windows-refused', stick: 'partial' });
    expect(error.message).toMatch(message);
    expect(await readdir(keys)).toEqual([]);
    expect(computer.windows.volumesWithProtectors).toEqual([]);
    const checks = await checkTarget(driveTarget(stick.drive), computer.host, signal);
    expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
  });

  it('keeps its key when it is cancelled meanwhile, and is said to be encrypted in part', async () => {
    computer.windows.bitLocker.stalls = true;
    const cancel = new AbortController();
    const events: JobEvent[] = [];
    const onEvent = (event: JobEvent): void => {
      events.push(event);
      const isOnTheWay = event.type === 'target' && event.phase === 'encrypting';
      if (isOnTheWay && event.overall < 1 && event.doneBytes > 0) cancel.abort();
    };
    const stick = await computer.addStick(STICK_BYTES);
    const error = await failure(stick, { signal: cancel.signal, onEvent });
    expect(error).toMatchObject({ code: 'cancelled', stick: 'partial' });
    expect(error.detail).toContain('manage-bde -resume');
    await keyFile();
    const warnings = events.flatMap((event) => (event.type === 'log' ? [event.text] : []));
    expect(warnings).toContainEqual(expect.stringContaining('keep the recovery key in'));
  });

  it('keeps its key when Windows stops by itself', async () => {
    computer.windows.bitLocker.refusals['GetConversionStatus'] = 0x8007_001f;
    const error = await failure(await computer.addStick(STICK_BYTES));
    expect(error).toMatchObject({ code: 'bitlocker/windows-stopped', stick: 'partial' });
    await keyFile();
  });

  it('is not begun on a computer with Linux', async () => {
    process.env['STICKSMITH_ALLOW_LOOP'] = '1';
    const linux = await thisLinuxComputer(base);
    try {
      const { drive, image } = await linux.addStick(STICK_BYTES);
      const protect = {
        kind: 'after-writing',
        cipher,
        escrow,
        usedSpaceOnly,
        recoveryFolder: keys,
      };
      const plan = planFor(iso, [driveTarget(drive)], { protect }, secrets);
      await expect(makeOn(linux, plan)).rejects.toMatchObject({
        ...{ code: 'bitlocker/needs-windows', stick: 'untouched' },
      });
      await runTool('cmp', ['--bytes', String(4 * SECTOR), image, '/dev/zero']);
    } finally {
      await linux.close();
    }
  });
});
