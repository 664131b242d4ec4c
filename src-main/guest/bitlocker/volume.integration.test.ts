import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FVE_BLOCK } from './format';
import { replacedRanges, type BitLockerLayout } from './layout';
import { openVolume } from './open-volume';
import { sealVolume } from './seal-volume';
import { newSecrets, type BitLockerSecrets } from './secrets';
import type { BitLockerCipher } from './sector-cipher';
import { identityOf, readerOf } from './testing';

const exec = promisify(execFile);
const signal = new AbortController().signal;
const VOLUME_BYTES = 24 * 1024 * 1024;
const PASSWORD = 'Ein Pferd & 2 Heringe';
const PLACEHOLDERS = {
  '.1': FVE_BLOCK,
  backup: 8192,
  extra: FVE_BLOCK,
  '.2': FVE_BLOCK,
  '.3': FVE_BLOCK,
};
type Placeholder = keyof typeof PLACEHOLDERS;

let folder: string;
let plain: Buffer;
let layout: BitLockerLayout;
const files = new Map<string, Buffer>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitlocker test '));
  ({ plain, layout } = await plainVolume());
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Ends well or throws, with what `input` holds as its standard input. */
async function run(name: string, args: string[], input = ''): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C' };
  const running = exec(name, args, { env, maxBuffer: 16 * 1024 * 1024 });
  if (input !== '') running.child.stdin?.end(input);
  const { stdout } = await running;
  return stdout;
}

/** What a program says that fails. */
async function refusal(name: string, args: string[], input = ''): Promise<string> {
  try {
    await run(name, args, input);
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
  throw new Error(`${name} succeeded`);
}

/** A volume that mkntfs made, mounted by a FUSE program in the foreground as long as `use` takes. */
async function mounted<T>(
  program: string,
  args: string[],
  at: string,
  use: () => Promise<T>,
): Promise<T> {
  await mkdir(at, { recursive: true });
  const child = spawn(program, [...args, at], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await isMounted(at, () => child.exitCode);
    return await use();
  } finally {
    if (child.exitCode === null) await run('fusermount', ['-u', at]);
    await ended;
  }
}

async function isMounted(at: string, exitCode: () => number | null): Promise<void> {
  const escaped = at.replaceAll(' ', '\\040');
  for (let i = 0; i < 600; i += 1) {
    if ((await readFile('/proc/self/mounts', 'utf8')).includes(` ${escaped} `)) return;
    if (exitCode() !== null) throw new Error(`the mount at ${at} ended with ${String(exitCode())}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing is mounted at ${at}`);
}

/** NTFS with some files, and with files of zeros in one extent each where BitLocker's data is going to be. */
async function plainVolume(): Promise<{ plain: Buffer; layout: BitLockerLayout }> {
  const path = join(folder, 'plain.ntfs');
  await writeFile(path, '');
  await truncate(path, VOLUME_BYTES);
  const geometry = ['-s', '512', '-c', '4096', '-p', '2048', '-H', '255', '-S', '63'];
  await run('mkntfs', ['-Q', '-F', '-q', ...geometry, path]);
  const marks = new Map<Placeholder, Buffer>();
  const at = join(folder, 'plain');
  await mounted('ntfs-3g', ['-o', 'no_detach', path], at, async () => {
    await mkdir(join(at, 'System Volume Information'));
    for (const [name, size] of Object.entries(PLACEHOLDERS)) {
      const mark = randomBytes(size);
      marks.set(name as Placeholder, mark);
      await writeFile(join(at, 'System Volume Information', `FVE2.${name}`), mark);
    }
    for (const size of [0, 700, 4096, 100_000, 3_000_000]) {
      files.set(`${String(size)} bytes`, randomBytes(size));
      await writeFile(join(at, `${String(size)} bytes`), files.get(`${String(size)} bytes`) ?? '');
    }
  });
  const bytes = await readFile(path);
  const placeOf = (name: Placeholder): number => {
    const mark = marks.get(name) ?? Buffer.alloc(0);
    const place = bytes.indexOf(mark);
    if (mark.length === 0 || place < 0) throw new Error(`${name} has several extents`);
    bytes.fill(0, place, place + mark.length);
    return place;
  };
  const metadataAt: [number, number, number] = [placeOf('.1'), placeOf('.2'), placeOf('.3')];
  return {
    plain: bytes,
    layout: {
      volumeBytes: VOLUME_BYTES,
      metadataAt,
      backupAt: placeOf('backup'),
      extraAt: placeOf('extra'),
    },
  };
}

interface Encrypted {
  path: string;
  bytes: Buffer;
  secrets: BitLockerSecrets;
  volume: string;
  recoveryProtector: string;
}

async function encrypted(cipher: BitLockerCipher): Promise<Encrypted> {
  const secrets = newSecrets(cipher);
  const identity = identityOf();
  const boot = plain.subarray(0, 8192);
  const request = { layout, identity, secrets, boot, recoveryKeyPlace: 'file' } as const;
  const sealed = await sealVolume({ ...request, password: PASSWORD }, { signal });
  const bytes = Buffer.from(plain);
  let at = 0;
  for (const { offset, length } of [
    ...replacedRanges(layout),
    { offset: VOLUME_BYTES, length: 0 },
  ]) {
    secrets.sectorCipher.encrypt(bytes.subarray(at, offset), at / 512);
    at = offset + length;
  }
  sealed.bootBackup.copy(bytes, layout.backupAt);
  sealed.sector0.copy(bytes);
  sealed.noise.copy(bytes, 512);
  for (const place of layout.metadataAt) sealed.block.copy(bytes, place);
  const path = join(folder, `${cipher}.img`);
  await writeFile(path, bytes);
  return {
    path,
    bytes,
    secrets,
    volume: identity.volume,
    recoveryProtector: identity.recoveryProtector,
  };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const testPassphrase = ['open', '--type', 'bitlk', '--test-passphrase', '--key-file', '-'];

/** Another recovery password that looks right. */
const otherKey = (): string => newSecrets('xts-aes-128').recoveryPassword;

describe.each(['xts-aes-128', 'xts-aes-256'] as const)('a volume encrypted with %s', (cipher) => {
  let volume: Encrypted;
  beforeAll(async () => {
    volume = await encrypted(cipher);
  });

  it('is known to cryptsetup', async () => {
    const dump = await run('cryptsetup', ['bitlkDump', volume.path]);
    expect(dump).toContain(volume.volume);
    expect(dump).toContain(volume.recoveryProtector);
    expect(dump).toMatch(/aes-xts-plain64/i);
    expect(dump).toContain(cipher === 'xts-aes-128' ? '256 bits' : '512 bits');
    expect(dump).toMatch(/VMK protected with passphrase[^]*VMK protected with recovery passphrase/);
  });

  it('is opened by cryptsetup with password and recovery password, and with no others', async () => {
    const { path, secrets } = volume;
    await run('cryptsetup', [...testPassphrase, path], PASSWORD);
    await run('cryptsetup', [...testPassphrase, path], secrets.recoveryPassword);
    expect(await refusal('cryptsetup', [...testPassphrase, path], `${PASSWORD}.`)).toMatch(
      /No key available/,
    );
    // It refuses another recovery password without a word.
    expect(await refusal('cryptsetup', [...testPassphrase, path], otherKey())).toBe('');
  });

  it('is the plain volume again when dislocker has decrypted it', async () => {
    const { path, secrets } = volume;
    for (const key of [`-u${PASSWORD}`, `-p${secrets.recoveryPassword}`]) {
      const out = join(folder, `out ${randomUUID()}`);
      await run('dislocker-file', ['-q', '-V', path, key, '--', out]);
      expect((await readFile(out)).equals(plain)).toBe(true);
      await run('ntfsfix', ['-n', out]);
      await rm(out);
    }
    const out = join(folder, 'nothing');
    expect(await refusal('dislocker-file', ['-q', '-V', path, '-uwrong', '--', out])).toMatch(
      /None of the provided decryption/,
    );
  });

  it('shows its files through dislocker and ntfs-3g', async () => {
    const decrypted = join(folder, `decrypted ${cipher}`);
    const at = join(folder, `files ${cipher}`);
    await mounted(
      'dislocker-fuse',
      ['-q', '-V', volume.path, `-u${PASSWORD}`, '-r', '--', '-f'],
      decrypted,
      () =>
        mounted(
          'ntfs-3g',
          ['-o', 'no_detach,ro', join(decrypted, 'dislocker-file')],
          at,
          async () => {
            for (const [name, content] of files) {
              expect(sha256(await readFile(join(at, name)))).toBe(sha256(content));
            }
          },
        ),
    );
  });

  it('is opened by our own code, which gives the plain volume', async () => {
    const { bytes, secrets } = volume;
    for (const key of [{ password: PASSWORD }, { recoveryPassword: secrets.recoveryPassword }]) {
      const opened = await openVolume(readerOf(bytes), key, { signal });
      const decrypted = Buffer.from(bytes);
      opened.sectorCipher.decrypt(decrypted, 0);
      const backup = Buffer.from(bytes.subarray(layout.backupAt, layout.backupAt + 8192));
      opened.sectorCipher.decrypt(backup, layout.backupAt / 512);
      for (const { offset, length } of replacedRanges(layout)) {
        decrypted.fill(0, offset, offset + length);
      }
      backup.copy(decrypted);
      expect(decrypted.equals(plain)).toBe(true);
    }
  });
});

describe('libbde', () => {
  it('opens a volume of XTS-AES-128 with password and recovery password, and gives the plain volume', async () => {
    const { path, secrets, volume } = await encrypted('xts-aes-128');
    for (const key of [
      ['-p', PASSWORD],
      ['-r', secrets.recoveryPassword],
    ]) {
      const info = await run('bdeinfo', [...key, path]);
      expect(info).toContain(volume);
      expect(info).toMatch(/AES-XTS 128/i);
      expect(info).not.toMatch(/is locked/i);
      const at = join(folder, `bde ${randomUUID()}`);
      await mkdir(at);
      await run('bdemount', [...key, path, at]);
      try {
        expect((await readFile(join(at, 'bde1'))).equals(plain)).toBe(true);
      } finally {
        await run('fusermount', ['-u', at]);
      }
    }
    const locked = join(folder, 'bde locked');
    await mkdir(locked);
    expect(await refusal('bdemount', ['-p', 'wrong', path, locked])).toMatch(/Unable to unlock/);
  });
});
