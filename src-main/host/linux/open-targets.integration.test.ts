import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chown,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StickError, toStickError } from '../../../src-shared/errors';
import type { Phase } from '../../../src-shared/job';
import type { Target } from '../../../src-shared/plan';
import { MiB, SECTOR } from '../../../src-shared/units';
import { blockMapOf } from '../../helper/test-support/block-map-of';
import { attachLoop, type LoopDevice } from '../../helper/test-support/loop-device';
import type { OpenTarget, TargetGuards, WriteRequest } from '../index';
import { listDrives } from './drives';
import { targetOpening } from './open-targets';
import { helpersOf } from './test-support/helpers-of';
import { useHelpers } from './test-support/use-helpers';

const { openTargets } = targetOpening();
const run = promisify(execFile);
const DISK = 64 * MiB;
const guards: TargetGuards = { neededBytes: 0, protectedPaths: [], readOnly: false };
const never = new AbortController().signal;

let folder: string;
let loop: LoopDevice;

useHelpers();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-target-'));
  loop = await attachLoop(DISK);
});
afterEach(async () => {
  await loop.detach();
  await rm(folder, { recursive: true, force: true });
});

async function driveTarget(more: { unmount?: boolean } = {}): Promise<Target> {
  return { kind: 'drive', identity: await loop.identity(), unmount: more.unmount ?? false };
}

async function openTarget(
  target: Target,
  guarded: TargetGuards,
  signal: AbortSignal,
): Promise<OpenTarget> {
  const [opened] = await openTargets([{ target, guards: guarded }], signal);
  if (!opened) throw new Error('nothing was opened');
  return opened;
}

/** Two sources in scattered runs that touch and cross the 4 MiB boundaries of the target. */
async function content(): Promise<{ request: WriteRequest; expected: Buffer }> {
  const first = randomBytes(9 * MiB);
  const second = randomBytes(3 * MiB);
  first.fill(0, 5 * MiB, 6 * MiB);
  const head = randomBytes(MiB);
  const tail = randomBytes(33 * SECTOR);
  const ofFirst = [
    { sourceOffset: 0, targetOffset: MiB, length: 6 * MiB },
    { sourceOffset: 6 * MiB + 4096, targetOffset: 7 * MiB + 4096, length: 512 },
    { sourceOffset: 8 * MiB, targetOffset: DISK - MiB - tail.length, length: MiB },
  ];
  const ofSecond = [{ sourceOffset: 0, targetOffset: 12 * MiB - 512, length: 3 * MiB }];
  const expected = Buffer.alloc(DISK);
  head.copy(expected);
  tail.copy(expected, DISK - tail.length);
  const maps = [];
  for (const [name, from, extents] of [
    ["erste 'Quelle' 内", first, ofFirst],
    ['-second', second, ofSecond],
  ] as const) {
    const path = join(folder, name);
    await writeFile(path, from);
    maps.push(await blockMapOf(path, from, extents));
    for (const { sourceOffset, targetOffset, length } of extents) {
      from.copy(expected, targetOffset, sourceOffset, sourceOffset + length);
    }
  }
  return { request: { maps, head, tail, resume: false }, expected };
}

function recorder() {
  const seen: { phase: Phase; done: number; total: number }[] = [];
  return {
    seen,
    signal: never,
    onProgress: (phase: Phase, done: number, total: number) => {
      seen.push({ phase, done, total });
    },
  };
}

async function failure(work: Promise<unknown>): Promise<StickError> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(StickError);
  return toStickError(thrown);
}

/** Opens, writes and closes; whatever fails, the target is released. */
async function make(target: Target, request: WriteRequest, more = recorder()) {
  const opened = await openTarget(target, guards, never);
  try {
    return await opened.write(request, more);
  } finally {
    await opened.close();
  }
}

const isZero = (bytes: Buffer) => bytes.every((byte) => byte === 0);

async function hasNoTable(): Promise<boolean> {
  const disk = await readFile(loop.backingFile);
  return isZero(disk.subarray(0, MiB)) && isZero(disk.subarray(DISK - 33 * SECTOR));
}

describe('writing to a drive', () => {
  it('puts every byte where it belongs, reads all of it back and reports it', async () => {
    const { request, expected } = await content();
    const progress = recorder();
    const result = await make(await driveTarget(), request, progress);

    const bytes = 10 * MiB + 512 + MiB + 33 * SECTOR;
    expect(result).toEqual({
      writtenBytes: bytes,
      resumedBytes: 0,
      verifiedBytes: bytes,
      freeSpace: null,
    });
    expect((await readFile(loop.backingFile)).equals(expected)).toBe(true);
    expect([...new Set(progress.seen.map(({ phase }) => phase))]).toEqual([
      'writing',
      'flushing',
      'verifying',
    ]);
    for (const phase of ['writing', 'flushing', 'verifying'] as const) {
      const steps = progress.seen.filter((step) => step.phase === phase);
      expect(steps.map(({ done }) => done)).toEqual(
        steps.map(({ done }) => done).sort((a, b) => a - b),
      );
      expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
    }
  });

  it('reads back through the helper what it wrote, at any offset', async () => {
    const { request, expected } = await content();
    const target = await openTarget(await driveTarget(), guards, never);
    try {
      expect(target.sizeBytes).toBe(DISK);
      expect(isZero(await target.source.read(0, 3 * MiB))).toBe(true);
      await target.write(request, recorder());
      const places = [
        [0, 1],
        [511, 2],
        [MiB - 1, 5 * MiB + 3],
        [DISK - 1, 1],
        [0, DISK],
        [700, 0],
      ] as const;
      await Promise.all(
        places.map(async ([offset, length]) => {
          const found = await target.source.read(offset, length);
          expect(found.equals(expected.subarray(offset, offset + length))).toBe(true);
        }),
      );
      await expect(target.source.read(DISK, 1)).rejects.toThrow(RangeError);
    } finally {
      await target.close();
    }
  });

  it('holds the drive so that nothing can be mounted from it meanwhile', async () => {
    const target = await openTarget(await driveTarget(), guards, never);
    try {
      expect((await failure(openTarget(await driveTarget(), guards, never))).code).toBe(
        'target/busy',
      );
    } finally {
      await target.close();
    }
    await (await openTarget(await driveTarget(), guards, never)).close();
  });

  it('refuses a drive of which anything is not as it was confirmed, and does not touch it', async () => {
    const identity = await loop.identity();
    const changes = [
      { sizeBytes: DISK + 512 },
      { serial: '4711' },
      { model: 'another' },
      { bus: 'usb' as const },
    ];
    for (const change of changes) {
      const target: Target = {
        kind: 'drive',
        identity: { ...identity, ...change },
        unmount: true,
      };
      const error = await failure(openTarget(target, guards, never));
      expect([error.code, error.stick]).toEqual(['target/changed', 'untouched']);
    }
    const gone: Target = {
      kind: 'drive',
      identity: { ...identity, path: '/dev/sdzz' },
      unmount: true,
    };
    expect((await failure(openTarget(gone, guards, never))).code).toBe('target/not-found');
  });

  it('refuses the disk of the running system although root may write to it', async () => {
    const system = (await listDrives()).find((drive) => drive.system);
    if (!system) throw new Error('this computer shows no system disk');
    const { path, sizeBytes, serial, model, bus } = system;
    const identity = { path, sizeBytes, serial, model, bus };
    const target: Target = { kind: 'drive', identity, unmount: true };
    for (const readOnly of [false, true]) {
      const error = await failure(openTarget(target, { ...guards, readOnly }, never));
      expect(error.code).toBe('target/refused');
      expect(error.params['reasons']).toContain('it belongs to the system that is running');
    }
  });

  it('refuses a loop device unless the caller was allowed to use them', async () => {
    process.env['STICKSMITH_ALLOW_LOOP'] = '0';
    try {
      const error = await failure(openTarget(await driveTarget(), guards, never));
      expect(error.code).toBe('target/loop-not-allowed');
    } finally {
      process.env['STICKSMITH_ALLOW_LOOP'] = '1';
    }
  });

  it('refuses a drive that is too small and says what is needed', async () => {
    const error = await failure(
      openTarget(await driveTarget(), { ...guards, neededBytes: DISK + 1 }, never),
    );
    expect(error.code).toBe('target/too-small');
    expect(error.params).toMatchObject({ needed: DISK + 1, actual: DISK });
  });

  it('refuses a block map that leaves the drive, before the first byte', async () => {
    const { request } = await content();
    await run('mkfs.ext4', ['-q', loop.path]);
    const before = await readFile(loop.backingFile);
    const chunk = { sourceOffset: 0, targetOffset: DISK - MiB, length: 2 * MiB, hash: 0n };
    const maps = request.maps.map((map, index) =>
      index === 1 ? { ...map, chunks: [chunk] } : map,
    );
    const error = await failure(make(await driveTarget(), { ...request, maps }));
    expect([error.code, error.stick]).toEqual(['internal', 'untouched']);
    expect((await readFile(loop.backingFile)).equals(before)).toBe(true);
  });
});

describe('a drive that is mounted', () => {
  let mountPoint: string;
  beforeEach(async () => {
    mountPoint = join(folder, 'Ein hängt Pünktchen 内');
    await mkdir(mountPoint);
    await run('mkfs.ext4', ['-q', loop.path]);
    await run('mount', [loop.path, mountPoint]);
  });
  afterEach(async () => {
    // It may have been unmounted by what was tested.
    await run('umount', [mountPoint]).catch(() => undefined);
  });

  it('is refused when nobody agreed to unmount it, naming the place', async () => {
    const error = await failure(openTarget(await driveTarget(), guards, never));
    expect([error.code, error.stick]).toEqual(['target/mounted', 'untouched']);
    expect(error.params['mounts']).toBe(mountPoint);
  });

  it('is unmounted and written when that was agreed', async () => {
    const { request, expected } = await content();
    await make(await driveTarget({ unmount: true }), request);
    await run('umount', [mountPoint]).then(
      () => {
        throw new Error('it is still mounted');
      },
      () => undefined,
    );
    // What the old file system left between the extents may stay.
    const disk = await readFile(loop.backingFile);
    expect(disk.subarray(0, 7 * MiB).equals(expected.subarray(0, 7 * MiB))).toBe(true);
  });

  it('is refused when a program still uses it, agreed or not', async () => {
    const used = await open(join(mountPoint, 'open file'), 'w');
    try {
      const error = await failure(openTarget(await driveTarget({ unmount: true }), guards, never));
      expect([error.code, error.stick]).toEqual(['target/mounted', 'untouched']);
    } finally {
      await used.close();
    }
  });

  it('is refused when it holds something that must survive, even if it may be unmounted', async () => {
    const image = join(mountPoint, 'image.iso');
    const error = await failure(
      openTarget(
        await driveTarget({ unmount: true }),
        { ...guards, protectedPaths: [image] },
        never,
      ),
    );
    expect(error.code).toBe('target/refused');
    expect(error.params['reasons']).toContain(image);
    await run('umount', [mountPoint]);
  });

  it('can be read without being unmounted', async () => {
    const target = await openTarget(await driveTarget(), { ...guards, readOnly: true }, never);
    try {
      const magic = await target.source.read(1024 + 0x38, 2);
      expect(magic.readUInt16LE()).toBe(0xef53);
      const { request } = await content();
      expect((await failure(target.write(request, recorder()))).code).toBe('helper/protocol');
    } finally {
      await target.close();
    }
    await run('umount', [mountPoint]);
  });
});

describe('sources that the helper must not read', () => {
  async function refusalOf(change: (path: string) => Promise<void>): Promise<StickError> {
    const { request } = await content();
    const path = request.maps[0]?.path ?? '';
    await change(path);
    const before = await readFile(loop.backingFile);
    const error = await failure(make(await driveTarget(), request));
    expect((await readFile(loop.backingFile)).equals(before)).toBe(true);
    expect(error.stick).toBe('untouched');
    return error;
  }

  it('refuses a symbolic link', async () => {
    const error = await refusalOf(async (path) => {
      await rm(path);
      await symlink('/etc/shadow', path);
    });
    expect(error.code).toBe('permission/denied');
  });

  it('refuses the file of another user', async () => {
    const error = await refusalOf((path) => chown(path, 65534, 65534));
    expect(error.code).toBe('permission/denied');
  });

  it('refuses a named pipe without waiting at it', async () => {
    const error = await refusalOf(async (path) => {
      await rm(path);
      await run('mkfifo', [path]);
    });
    expect(error.code).toBe('permission/denied');
  });

  it('refuses a file that has another size than was said', async () => {
    const error = await refusalOf((path) => writeFile(path, 'short'));
    expect(error.code).toBe('work/unusable');
  });

  it('refuses one that is not there', async () => {
    const error = await refusalOf((path) => rm(path));
    expect(error.code).toBe('work/unusable');
  });
});

describe('what goes wrong while a drive is written', () => {
  it('stops soon after a cancellation and leaves no partition table', async () => {
    await run('sgdisk', ['--new=1:2048:', loop.path]);
    expect(await hasNoTable()).toBe(false);
    const { request } = await content();
    const cancel = new AbortController();
    const target = await openTarget(await driveTarget(), guards, never);
    let cancelledAt = 0;
    const error = await failure(
      target.write(request, {
        signal: cancel.signal,
        onProgress: (phase, done) => {
          if (phase !== 'writing' || done === 0 || cancelledAt > 0) return;
          cancelledAt = performance.now();
          cancel.abort();
        },
      }),
    );
    expect([error.code, error.stick]).toEqual(['cancelled', 'unfinished']);
    expect(performance.now() - cancelledAt).toBeLessThan(2000);
    await target.close();
    expect(await hasNoTable()).toBe(true);
  });

  it('does nothing at all when it was cancelled before', async () => {
    await run('sgdisk', ['--new=1:2048:', loop.path]);
    const before = await readFile(loop.backingFile);
    const { request } = await content();
    const target = await openTarget(await driveTarget(), guards, never);
    const error = await failure(
      target.write(request, { signal: AbortSignal.abort(), onProgress: () => undefined }),
    );
    await target.close();
    expect([error.code, error.stick]).toEqual(['cancelled', 'untouched']);
    expect((await readFile(loop.backingFile)).equals(before)).toBe(true);
    expect((await failure(openTarget(await driveTarget(), guards, AbortSignal.abort()))).code).toBe(
      'cancelled',
    );
  });

  it('says where a medium failed, and leaves no table', async () => {
    // A medium that breaks in its middle: the file behind it lies on a file system that fills up.
    const small = join(folder, 'small');
    await mkdir(small);
    await run('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'sticksmith-test', small]);
    try {
      const breaking = await attachLoop(DISK, small);
      try {
        const { request } = await content();
        const target: Target = {
          kind: 'drive',
          identity: await breaking.identity(),
          unmount: false,
        };
        const error = await failure(make(target, request));
        expect([error.code, error.stick]).toEqual(['io/write', 'unfinished']);
        expect(Number(error.params['offset'])).toBeGreaterThan(0);
        const start = (await readFile(breaking.backingFile)).subarray(0, MiB);
        expect(isZero(start)).toBe(true);
      } finally {
        await breaking.detach();
      }
    } finally {
      await run('umount', [small]);
    }
  });

  it('tells a card that was taken out of its reader from one that fails', async () => {
    const { request } = await content();
    const target = await openTarget(await driveTarget(), guards, never);
    // The reader stays, and says that it holds nothing any more.
    await truncate(loop.backingFile, 0);
    await run('losetup', ['--set-capacity', loop.path]);
    const writing = await failure(target.write(request, recorder()));
    const reading = await failure(target.source.read(0, MiB));
    await target.close();
    expect([writing.code, reading.code]).toEqual(['target/vanished', 'target/vanished']);
  });

  it('says that the helper is lost when it is killed, and what that means for the stick', async () => {
    const { request } = await content();
    const target = await openTarget(await driveTarget(), guards, never);
    let killed = false;
    const error = await failure(
      target.write(request, {
        signal: never,
        onProgress: (phase) => {
          if (phase !== 'writing' || killed) return;
          killed = true;
          for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
        },
      }),
    );
    await target.close();
    expect([error.code, error.stick]).toEqual(['helper/lost', 'unfinished']);
    expect(error.params['message']).toContain('SIGKILL');
  });
});

describe('going on where an earlier job broke off', () => {
  it('keeps what is in place, writes the rest, and ends byte for byte the same', async () => {
    const { request, expected } = await content();
    await make(await driveTarget(), request);
    // As it is after a break: no tables, and from 12 MiB on something else.
    const disk = await open(loop.backingFile, 'r+');
    await disk.write(Buffer.alloc(MiB), 0, MiB, 0);
    await disk.write(Buffer.alloc(MiB), 0, MiB, DISK - MiB);
    await disk.write(randomBytes(4096), 0, 4096, 12 * MiB);
    await disk.close();

    const progress = recorder();
    const result = await make(await driveTarget(), { ...request, resume: true }, progress);
    const inPlace = 6 * MiB + 512 + 512;
    const total = 10 * MiB + 512 + MiB + 33 * SECTOR;
    expect(result).toEqual({
      writtenBytes: total - inPlace,
      resumedBytes: inPlace,
      verifiedBytes: total,
      freeSpace: null,
    });
    const found = await readFile(loop.backingFile);
    expect(found.equals(expected)).toBe(true);
    expect([...new Set(progress.seen.map(({ phase }) => phase))]).toEqual([
      'resuming',
      'writing',
      'flushing',
      'verifying',
    ]);
  });

  it('works after the helper was killed at any moment', async () => {
    const { request, expected } = await content();
    for (const phase of ['writing', 'flushing', 'verifying']) {
      const target = await openTarget(await driveTarget(), guards, never);
      const writing = target.write(request, {
        signal: never,
        onProgress: (current) => {
          if (current !== phase) return;
          for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
        },
      });
      // It may have been done a moment before it was killed; that must not matter.
      await writing.catch(toStickError);
      await target.close();
      await make(await driveTarget(), { ...request, resume: true });
      expect((await readFile(loop.backingFile)).equals(expected)).toBe(true);
    }
  });
});

describe('image files', () => {
  const names = [
    'einfach.img',
    'O\'Brien\'s "best" stick.img',
    'Grüße 便携 Windows.img',
    '-rf.img',
    '$(touch owned) `x` ; &.img',
    'new\nline.IMG',
  ];
  const file = (name: string): Target => ({
    kind: 'file',
    path: join(folder, name),
    sizeBytes: DISK,
  });

  it.each(names)('makes the image %j byte for byte, and sparse', async (name) => {
    const { request, expected } = await content();
    const result = await make(file(name), request);
    expect(result.verifiedBytes).toBe(0);
    expect((await readFile(join(folder, name))).equals(expected)).toBe(true);
    const { blocks } = await stat(join(folder, name));
    expect(blocks * 512).toBeLessThan(16 * MiB);
    expect((await readdir(folder)).filter((entry) => entry.endsWith('.unfinished'))).toEqual([]);
  });

  it('keeps an older image of that name until the new one is complete', async () => {
    const path = join(folder, 'old.img');
    await writeFile(path, 'old');
    const { request, expected } = await content();
    const target = await openTarget(file('old.img'), guards, never);
    const cancel = new AbortController();
    const error = await failure(
      target.write(request, {
        signal: cancel.signal,
        onProgress: () => {
          cancel.abort();
        },
      }),
    );
    expect([error.code, error.stick]).toEqual(['cancelled', 'unfinished']);
    await target.close();
    expect(await readFile(path, 'utf8')).toBe('old');
    expect((await readdir(folder)).filter((entry) => entry.endsWith('.unfinished'))).toEqual([]);

    await make(file('old.img'), request);
    expect((await readFile(path)).equals(expected)).toBe(true);
  });

  it('leaves nothing behind when it is closed without having been written', async () => {
    await (await openTarget(file('never.img'), guards, never)).close();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['a folder', 'folder.img'],
    ['a symbolic link', 'link.img'],
    ['a named pipe', 'pipe.img'],
  ])('refuses %s of that name', async (_, name) => {
    await mkdir(join(folder, 'folder.img'));
    await symlink('/etc/hostname', join(folder, 'link.img'));
    await run('mkfifo', [join(folder, 'pipe.img')]);
    expect((await failure(openTarget(file(name), guards, never))).code).toBe(
      'target/unusable-path',
    );
  });

  it.each([
    ['a name without .img', 'stick.iso'],
    ['only an extension', '.img'],
    ['a folder that is not there', 'nowhere/stick.img'],
    ['a name that is too long', `${'x'.repeat(250)}.img`],
  ])('refuses %s', async (_, name) => {
    expect((await failure(openTarget(file(name), guards, never))).code).toBe(
      'target/unusable-path',
    );
  });

  it('refuses to replace the file that the job itself needs', async () => {
    const path = join(folder, 'image.img');
    await writeFile(path, 'the image');
    const error = await failure(
      openTarget(file('image.img'), { ...guards, protectedPaths: [path] }, never),
    );
    expect(error.code).toBe('target/refused');
    expect(await readFile(path, 'utf8')).toBe('the image');
  });

  it('says so when the disk is full, and removes what it began', async () => {
    const small = join(folder, 'small');
    await mkdir(small);
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'sticksmith-test', small]);
    try {
      const { request } = await content();
      const target: Target = { kind: 'file', path: join(small, 'a.img'), sizeBytes: DISK };
      const error = await failure(make(target, request));
      expect([error.code, error.stick]).toEqual(['target/unusable-path', 'unfinished']);
      expect(error.params['message']).toContain('no space is left');
      expect(await readdir(small)).toEqual([]);
    } finally {
      await run('umount', [small]);
    }
  });

  it('reads an image file that is there without changing it', async () => {
    const path = join(folder, 'finished image');
    const bytes = randomBytes(3 * MiB + 77);
    await writeFile(path, bytes);
    const target = await openTarget(
      { kind: 'file', path, sizeBytes: 512 },
      { ...guards, readOnly: true },
      never,
    );
    expect(target.sizeBytes).toBe(bytes.length);
    expect((await target.source.read(0, bytes.length)).equals(bytes)).toBe(true);
    await target.close();
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it('leaves no private folder behind', async () => {
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = folder;
    try {
      const target = await openTarget(file('a.img'), guards, never);
      expect(await readdir(folder)).toEqual(['a.img.unfinished']);
      await target.close();
      expect(await readdir(folder)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });
});
