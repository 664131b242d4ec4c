import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { practiceIso, runCli, type CliOptions, type CliRun } from '../../src-main/cli/testing';
import { openNtfs } from '../../src-main/disk';
import { openFileSource } from '../../src-main/io';
import { attachLoop, type LoopDevice } from '../../src-main/helper/test-support/loop-device';
import { runTool } from '../../src-main/host/run-tool';
import type { CheckResult } from '../../src-shared/check';
import type { StickReport, WindowsReport } from '../../src-shared/job';
import { KiB, MiB } from '../../src-shared/units';
import {
  cryptsetupOpens,
  filesBelow,
  holdsText,
  RECOVERY_KEY,
  recoveryKeyIn,
  withPartition,
} from './encrypted-volume';
import { extractEdition, extractNtfs, hashesBelow, sgdiskPartitions, sha256 } from './read-back';

/*
 * Sticks that are encrypted as they are written, read by programs that know nothing of this one.
 */

const PASSWORD = 'planted secret 4711';
const OLD = Buffer.from('what somebody kept on this drive before; '.repeat(100));
const CLUSTER = 4 * KiB;
const AREAS = 'FVE2.{e40ad34d-dae9-4bc7-95bd-b16218c10f72}';

let base: string;
let iso: string;
let image: Map<string, string>;
const attached: LoopDevice[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-bitlocker-'));
  iso = await practiceIso(join(base, 'images'));
  await extractEdition(iso, 1, join(base, 'edition'));
  image = await hashesBelow(join(base, 'edition'));
});
afterEach(async () => {
  for (const drive of attached.splice(0)) await drive.detach();
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function loop(bytes: number): Promise<LoopDevice> {
  const drive = await attachLoop(bytes);
  attached.push(drive);
  return drive;
}

async function run(
  targets: string[],
  keys: string,
  more: string[] = [],
  options: CliOptions = {},
): Promise<CliRun> {
  const asked = targets.flatMap((target) => ['--target', target]);
  const what = ['--image', iso, '--edition', '1', '--encrypt', 'now', '--recovery-dir', keys];
  const how = ['--work-dir', join(base, 'work'), '--yes', '--password-stdin'];
  const made = await runCli(['make', ...what, ...asked, ...how, ...more], {
    ...options,
    stdin: `${PASSWORD}\n`,
    env: { STICKSMITH_ALLOW_LOOP: '1' },
  });
  for (const text of [made.stdout, made.stderr]) {
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toMatch(RECOVERY_KEY);
  }
  return made;
}

async function make(targets: string[], keys: string, more: string[] = []): Promise<StickReport[]> {
  const made = await run(targets, keys, more);
  expect(made.error).toBeUndefined();
  const result = made.lines.find(({ type }) => type === 'result');
  return (result as unknown as { report: WindowsReport }).report.sticks;
}

async function onlyKeyIn(folder: string): Promise<string> {
  const names = await readdir(folder);
  expect(names).toHaveLength(1);
  return recoveryKeyIn(join(folder, names[0] ?? ''));
}

/** The plain volume, decrypted by dislocker. Only tests give it a secret by its arguments: it has no other way. */
function dislocker(volume: string, secret: string, to: string): void {
  const by = RECOVERY_KEY.test(secret) ? `-p${secret}` : `-u${secret}`;
  execFileSync('dislocker-file', ['-V', volume, by, '--', to], { stdio: 'ignore' });
}

async function unlock(target: string, password = PASSWORD): Promise<CliRun> {
  return runCli(['unlock-test', target, '--password-stdin'], {
    stdin: password,
    env: { STICKSMITH_ALLOW_LOOP: '1' },
  });
}

function checksOf(made: CliRun): Map<string, CheckResult['status']> {
  const result = made.lines.find(({ type }) => type === 'result');
  const { checks } = result as unknown as { checks: CheckResult[] };
  return new Map(checks.map(({ id, status }) => [id, status]));
}

/** Files of the image, but for those that a stick changes or leaves out. */
async function requireFiles(volume: string, to: string): Promise<void> {
  await extractNtfs(volume, to);
  const found = await hashesBelow(to);
  const same = [...image].filter(([path, hash]) => found.get(path) === hash);
  expect(same.length).toBeGreaterThan(image.size - 10);
  expect(found.size).toBeGreaterThan(image.size - 10);
}

describe.each(['xts-aes-128', 'xts-aes-256'] as const)('a drive encrypted with %s', (cipher) => {
  it('is opened by cryptsetup, dislocker and, where it can, libbde, and holds the plain build', async () => {
    const drive = await loop(1024 * MiB);
    await writeOld(drive.backingFile);
    const keys = join(base, `keys ü ${cipher}`);
    const [stick] = await make([drive.path], keys, [
      ...['--cipher', cipher, '--windows-size', '400M'],
    ]);
    expect(stick?.bitLocker).toMatchObject({ cipher, freeSpace: 'discarded' });
    expect(stick?.verifiedBytes).toBeGreaterThan(20 * MiB);
    const key = await onlyKeyIn(keys);
    expect((await stat(join(keys, (await readdir(keys))[0] ?? ''))).mode & 0o777).toBe(0o600);

    const folder = join(base, cipher);
    await mkdir(folder);
    await withPartition(drive.path, async (volume) => {
      const dump = (await runTool('cryptsetup', ['bitlkDump', volume])).stdout;
      expect(dump).toContain(`${cipher === 'xts-aes-128' ? '256' : '512'} bits`);
      expect(dump.toLowerCase()).toContain(stick?.bitLocker?.recoveryKeyId.toLowerCase());
      expect(cryptsetupOpens(volume, PASSWORD)).toBe(true);
      expect(cryptsetupOpens(volume, key)).toBe(true);
      expect(cryptsetupOpens(volume, `${PASSWORD}!`)).toBe(false);
      for (const [name, secret] of [['password', PASSWORD] as const, ['key', key] as const]) {
        dislocker(volume, secret, join(folder, `${name}.ntfs`));
      }
      if (cipher === 'xts-aes-128') {
        expect((await runTool('bdeinfo', ['-p', PASSWORD, volume])).stdout).toContain('AES-XTS');
      }
    });
    const plain = join(folder, 'password.ntfs');
    expect(await sha256(plain)).toBe(await sha256(join(folder, 'key.ntfs')));
    expect((await runTool('ntfsfix', ['-n', plain])).stdout).toContain('processed successfully');
    await requireFiles(plain, join(folder, 'files'));
    await requireBuild(plain);
    await withPartition(drive.path, async (volume) => {
      expect((await readFile(volume)).includes(OLD.subarray(0, 40))).toBe(false);
    });

    expect(stick?.checks.find(({ id }) => id === 'bitlocker.key-file')?.status).toBe('pass');

    const unlocked = await unlock(drive.path);
    expect(unlocked.code).toBe(0);
    expect(checksOf(unlocked).get('bitlocker.recovery-key')).toBe('pass');
    expect((await unlock(drive.path, 'another secret')).error?.code).toBe(
      'bitlocker/wrong-password',
    );
  });
});

/** Fills the drive with something that must not be there afterwards. */
async function writeOld(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    for (let at = 0; at < size; at += 8 * MiB) await file.write(OLD, 0, OLD.length, at);
  } finally {
    await file.close();
  }
}

/** Every cluster that the kept build has in use has the same content, but for what each stick has of its own. */
async function requireBuild(plain: string): Promise<void> {
  const builds = join(base, 'work', 'sticksmith-builds');
  const volumes = (await readdir(builds, { recursive: true })).filter((name) =>
    name.endsWith('.ntfs'),
  );
  const kept = await Promise.all(
    volumes.map(async (name) => {
      const { stdout } = await runTool('ntfsls', [
        '-p',
        '/System Volume Information',
        join(builds, name),
      ]);
      return stdout.includes(AREAS) ? join(builds, name) : null;
    }),
  );
  const withAreas = kept.filter((path) => path !== null);
  if (withAreas.length === 0) {
    throw new Error(`no build with BitLocker's files: ${volumes.join(', ')}`);
  }
  // Jobs that differ in more than their keys have builds of their own: the stick equals that of its job.
  const results = await Promise.all(withAreas.map((build) => differentClusters(build, plain)));
  const [best] = results.sort((one, other) => one.length - other.length);
  // Boot sector, $Bitmap with the records that know its size and their copy, and the answer file of each stick.
  expect(best?.length, best?.join(' ')).toBeLessThan(24);
}

/** Numbers of the clusters, of those in use in a build, that are others on the stick. */
async function differentClusters(build: string, plain: string): Promise<number[]> {
  const source = await openFileSource(build);
  const stick = await openFileSource(plain);
  try {
    const used = await (await openNtfs(source)).allocatedRanges();
    const different: number[] = [];
    let compared = 0;
    for (const { offset, length } of used) {
      const [one, other] = [await source.read(offset, length), await stick.read(offset, length)];
      for (let at = 0; at < length; at += CLUSTER, compared += 1) {
        const same = one.subarray(at, at + CLUSTER).equals(other.subarray(at, at + CLUSTER));
        if (!same) different.push((offset + at) / CLUSTER);
      }
    }
    expect(compared).toBeGreaterThan(5000);
    return different;
  } finally {
    await source.close();
    await stick.close();
  }
}

it('Two drives of a job have keys of their own, each in a file of its own.', async () => {
  const drives = [await loop(1024 * MiB), await loop(2 * 1024 * MiB)];
  const keys = join(base, 'two keys');
  const sticks = await make(
    drives.map(({ path }) => path),
    keys,
    ['--computer-name', 'LOANER-##'],
  );
  const files = sticks.map(({ bitLocker }) => bitLocker?.recoveryKeyFile ?? '');
  expect(files.map((path) => basename(path)).join(' ')).toMatch(/LOANER-01.*LOANER-02/);
  expect((await readdir(keys)).sort()).toEqual(files.map((path) => basename(path)).sort());
  const secrets = await Promise.all(files.map(recoveryKeyIn));
  expect(secrets[0]).not.toBe(secrets[1]);
  for (const [at, drive] of drives.entries()) {
    await withPartition(drive.path, (volume) => {
      expect(cryptsetupOpens(volume, secrets[at] ?? '')).toBe(true);
      expect(cryptsetupOpens(volume, secrets[1 - at] ?? '')).toBe(false);
      return Promise.resolve();
    });
  }
  for (const path of await filesBelow(join(base, 'work'))) {
    const content = await readFile(path);
    for (const secret of [PASSWORD, ...secrets]) {
      expect(holdsText(content, secret), path).toBe(false);
    }
  }
});

describe('an encrypted image file', () => {
  let disk: string;
  let keys: string;

  beforeAll(async () => {
    disk = join(base, 'stick.img');
    keys = join(base, 'image keys');
    await make([disk], keys, ['--size', '1G', '--windows-size', '400M']);
  });

  it('can be filled to the last byte through dislocker and ntfs-3g, and opens as before', async () => {
    const copy = join(base, 'filled.img');
    await runTool('cp', ['--sparse=always', disk, copy]);
    await withPartition(copy, async (volume) => {
      const [fuse, mounted] = [join(base, 'fuse'), join(base, 'mounted')];
      await mkdir(fuse);
      await mkdir(mounted);
      await whileMounted(
        'dislocker-fuse',
        ['-V', volume, `-u${PASSWORD}`, '--', fuse, '-f'],
        fuse,
        () =>
          whileMounted(
            'ntfs-3g',
            ['-o', 'no_detach', join(fuse, 'dislocker-file'), mounted],
            mounted,
            () => {
              const filler = spawnSync('dd', [
                'if=/dev/urandom',
                `of=${join(mounted, 'filler')}`,
                'bs=1M',
              ]);
              expect(filler.stderr.toString()).toContain('No space left');
              return Promise.resolve();
            },
          ),
      );
      dislocker(volume, await onlyKeyIn(keys), join(base, 'filled.ntfs'));
    });
    const fixed = await runTool('ntfsfix', ['-n', join(base, 'filled.ntfs')]);
    expect(fixed.stdout).toContain('processed successfully');
    await requireFiles(join(base, 'filled.ntfs'), join(base, 'filled-files'));
    expect(checksOf(await unlock(copy)).get('bitlocker.metadata')).toBe('pass');
  });

  it.each([[[0]], [[1]], [[0, 1]], [[1, 2]]])(
    'still opens when its copies %j of the metadata are destroyed, and the check says so',
    async (copies) => {
      const copy = join(base, `damaged-${copies.join('-')}.img`);
      await runTool('cp', ['--sparse=always', disk, copy]);
      await destroy(copy, copies);
      const checked = await runCli(['check', copy]);
      expect(checksOf(checked).get('bitlocker.metadata')).toBe('warn');
      const unlocked = await unlock(copy);
      expect(unlocked.code).toBe(0);
      expect(checksOf(unlocked).get('bitlocker.password')).toBe('pass');
      await withPartition(copy, async (volume) => {
        dislocker(volume, PASSWORD, `${copy}.ntfs`);
        const fixed = await runTool('ntfsfix', ['-n', `${copy}.ntfs`]);
        expect(fixed.stdout).toContain('processed successfully');
      });
    },
  );

  it('is refused with all three copies destroyed', async () => {
    const copy = join(base, 'lost.img');
    await runTool('cp', ['--sparse=always', disk, copy]);
    await destroy(copy, [0, 1, 2]);
    const checked = await runCli(['check', copy]);
    expect(checked.code).toBe(4);
    expect(checksOf(checked).get('bitlocker.metadata')).toBe('fail');
    expect((await unlock(copy)).error?.code).toBe('bitlocker/damaged');
  });
});

async function whileMounted(
  program: string,
  args: string[],
  at: string,
  use: () => Promise<void>,
): Promise<void> {
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const deadline = Date.now() + 60_000;
    while (spawnSync('mountpoint', ['-q', at]).status !== 0) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`${program} mounts nothing`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await use();
  } finally {
    if (child.exitCode === null) await runTool('fusermount', ['-u', at]);
    await ended;
  }
}

/** Overwrites copies of the metadata, at the places that the volume's first sector names. */
async function destroy(disk: string, copies: readonly number[]): Promise<void> {
  const windows = (await sgdiskPartitions(disk))[2];
  if (!windows) throw new Error('there is no third partition');
  const file = await open(disk, 'r+');
  try {
    const sector = Buffer.alloc(512);
    await file.read(sector, 0, 512, windows.startByte);
    for (const at of copies) {
      const place = Number(sector.readBigUInt64LE(176 + at * 8));
      await file.write(Buffer.alloc(64 * KiB, 0x5a), 0, 64 * KiB, windows.startByte + place);
    }
  } finally {
    await file.close();
  }
}

describe('the recovery key', () => {
  it('is not left behind for a stick that was not finished', async () => {
    const drive = await loop(1024 * MiB);
    const keys = join(base, 'broken off');
    const cut = await run([drive.path], keys, [], {
      interruptWhen: ({ type, phase }) => type === 'progress' && phase === 'writing',
    });
    expect(cut.error).toMatchObject({ code: 'cancelled', stick: 'unfinished' });
    expect(await readdir(keys)).toEqual([]);
  });

  it('can’t be saved in a folder that is a file; nothing is touched', async () => {
    const file = join(base, 'a file');
    await writeFile(file, '');
    const drive = await loop(1024 * MiB);
    const before = await sha256(drive.backingFile);
    const refused = await run([drive.path], file);
    expect(refused.error).toMatchObject({ code: 'bitlocker/recovery-folder', stick: 'untouched' });
    expect(await sha256(drive.backingFile)).toBe(before);
  });

  it('can’t be saved on the drive that is erased', async () => {
    const drive = await loop(1024 * MiB);
    await runTool('mkfs.ext4', ['-q', '-F', drive.path]);
    const mounted = join(base, 'on the drive');
    await mkdir(mounted);
    await runTool('mount', [drive.path, mounted]);
    try {
      const refused = await run([drive.path], join(mounted, 'keys'), ['--unmount']);
      expect(refused.error).toMatchObject({ code: 'target/refused', stick: 'untouched' });
    } finally {
      await runTool('umount', [mounted]);
    }
  });

  it('needs a password that BitLocker takes', async () => {
    const refused = await runCli(
      ['make', '--image', iso, '--edition', '1', '--encrypt', 'now', '--recovery-dir', base].concat(
        ['--target', join(base, 'never.img'), '--size', '1G', '--password-stdin', '--yes'],
      ),
      { stdin: 'short' },
    );
    expect(refused.error).toMatchObject({ code: 'bitlocker/password' });
    expect((await readdir(base)).includes('never.img')).toBe(false);
  });
});

describe('an image without fonts for the screen that asks for the password', () => {
  let wim: string;
  beforeAll(async () => {
    wim = join(base, 'fontless.wim');
    await runTool('cp', [join(base, 'edition.wim', 'install.wim'), wim]);
    const without = 'delete --recursive /Windows/Boot/Fonts';
    await runTool('wimlib-imagex', ['update', wim, '2', '--command', without]);
  });

  it.each([
    ['now', []],
    ['first-start', ['--direct']],
  ])('is refused for encryption %s before the drive is touched', async (kind, more) => {
    const drive = await loop(1024 * MiB);
    const before = await sha256(drive.backingFile);
    const keys = join(base, 'fontless keys');
    const how = ['--encrypt', kind, ...(kind === 'now' ? ['--recovery-dir', keys] : []), ...more];
    const refused = await runCli(
      ['make', '--image', wim, '--edition', '2', ...how, '--target', drive.path].concat(
        ['--work-dir', join(base, 'work'), '--yes'],
        kind === 'now' ? ['--password-stdin'] : [],
      ),
      { stdin: PASSWORD, env: { STICKSMITH_ALLOW_LOOP: '1' } },
    );
    expect(refused.error).toMatchObject({ code: 'wim/unsupported', stick: 'untouched' });
    expect(refused.lines.filter(({ phase }) => phase === 'building')).toEqual([]);
    expect(await sha256(drive.backingFile)).toBe(before);
  });
});

describe('password and recovery key', () => {
  /** A user's folders for one run, of which nobody else has any part. */
  async function folders(name: string) {
    const home = join(base, name);
    const [keys, temporary, work] = [join(home, 'keys'), join(home, 'tmp'), join(home, 'work')];
    for (const folder of [home, keys, temporary, work]) await mkdir(folder);
    return { home, keys, work, env: { HOME: home, TMPDIR: temporary, STICKSMITH_ALLOW_LOOP: '1' } };
  }

  it.each([
    ['success', {}, [0, undefined]],
    ['a failure', { interruptWhen: isWriting }, [130, 'cancelled']],
    ['a kill', { killed: true }, [null, undefined]],
  ])(
    'lie nowhere but in the key’s own file while a stick is made and after %s',
    async (how, end, outcome) => {
      const { home, keys, work, env } = await folders(`secrets of ${how}`);
      const drive = await loop(1024 * MiB);
      const watched = watchProcesses();
      // The key's file comes before the first byte of the drive.
      const moment = fileIn(keys);
      const made = await runCli(
        [
          'make',
          '--image',
          iso,
          '--edition',
          '1',
          '--encrypt',
          'now',
          '--recovery-dir',
          keys,
        ].concat(['--target', drive.path, '--work-dir', work, '--yes', '--password-stdin']),
        {
          ...{ stdin: PASSWORD, env },
          ...('interruptWhen' in end ? { interruptWhen: end.interruptWhen } : {}),
          ...('killed' in end ? { signalAfter: { signal: 'SIGKILL', moment } } : {}),
        },
      );
      const { key, path } = await moment;
      const looks = await watched.end();
      expect(looks.count).toBeGreaterThan(20);
      expect(looks.sawProgram).toBe(true);
      expect(looks.found).toEqual([]);
      expect([made.code, made.error?.code]).toEqual(outcome);
      expect(await readdir(keys)).toEqual(how === 'a failure' ? [] : [basename(path)]);
      for (const text of [made.stdout, made.stderr]) {
        expect(text).not.toContain(PASSWORD);
        expect(text).not.toMatch(RECOVERY_KEY);
      }
      const left = (await filesBelow(home)).filter((file) => file !== path);
      for (const file of left) {
        const content = await readFile(file);
        for (const secret of plainForms(key)) expect(content.includes(secret), file).toBe(false);
      }
      // Nor on the stick, in whose free parts they would lie in the clear.
      for await (const part of partsOf(drive.backingFile)) {
        for (const secret of plainForms(key)) expect(part.includes(secret)).toBe(false);
      }
    },
  );
});

/** A large file in parts that overlap by more than any secret has. */
async function* partsOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(32 * MiB);
    for (let at = 0; at < size; at += 31 * MiB) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function isWriting({ type, phase }: Record<string, unknown>): boolean {
  return type === 'progress' && phase === 'writing';
}

/** The password and a recovery key in all forms that they have on their way to keys. */
function plainForms(key: string): Buffer[] {
  const value = Buffer.alloc(16);
  key.split('-').forEach((group, i) => value.writeUInt16LE(Number(group) / 11, i * 2));
  const sha = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
  const hash = sha(sha(Buffer.from(PASSWORD, 'utf16le')));
  return [
    ...[PASSWORD, key].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]),
    ...[value, hash, sha(value)],
    ...[value, hash].map((bytes) => Buffer.from(bytes.toString('hex'))),
    ...[value, hash].map((bytes) => Buffer.from(bytes.toString('base64'))),
  ];
}

/** The first file of a folder, read as soon as it is whole. */
async function fileIn(folder: string): Promise<{ path: string; key: string }> {
  for (const deadline = Date.now() + 90_000; Date.now() < deadline;) {
    const [name] = await readdir(folder);
    const path = join(folder, name ?? '');
    if (name !== undefined) {
      const key = await recoveryKeyIn(path).catch(() => null);
      if (key !== null) return { path, key };
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('no recovery key was saved');
}

/** Looks at the arguments and environments of all processes again and again. */
function watchProcesses() {
  const found: string[] = [];
  let [count, sawProgram, going] = [0, false, true];
  const look = async (): Promise<void> => {
    while (going) {
      for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
        for (const what of ['cmdline', 'environ']) {
          const text = await readFile(`/proc/${id}/${what}`, 'latin1').catch(() => '');
          if (text.includes(PASSWORD) || RECOVERY_KEY.test(text)) found.push(`${id} ${what}`);
          sawProgram ||= what === 'cmdline' && text.includes('--password-stdin');
        }
      }
      count += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const looking = look();
  return {
    async end() {
      going = false;
      await looking;
      return { count, sawProgram, found };
    },
  };
}

it('A stick for BIOS and UEFI, and one in a virtual disk, are encrypted as well.', async () => {
  const keys = join(base, 'more keys');
  const bios = join(base, 'bios.img');
  await make([bios], keys, ['--size', '1G', '--scheme', 'mbr']);
  expect((await unlock(bios)).code).toBe(0);
  const virtual = join(base, 'stick.vhdx');
  await make([virtual], keys, ['--size', '1G']);
  expect((await unlock(virtual)).code).toBe(0);
});
