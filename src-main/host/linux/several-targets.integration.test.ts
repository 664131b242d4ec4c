import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toStickError } from '../../../src-shared/errors';
import { MiB, SECTOR } from '../../../src-shared/units';
import type { BlockMap } from '../../disk/extent';
import { blockMapOf } from '../../helper/test-support/block-map-of';
import { attachLoop, type LoopDevice } from '../../helper/test-support/loop-device';
import type { OpenTarget, TargetGuards, TargetRequest, WriteRequest } from '../index';
import { targetOpening } from './open-targets';
import { helpersOf } from './test-support/helpers-of';
import { useHelpers } from './test-support/use-helpers';

const { openTargets } = targetOpening();
const run = promisify(execFile);
const DISK = 40 * MiB;
const guards: TargetGuards = { neededBytes: 0, protectedPaths: [], readOnly: false };
const never = new AbortController().signal;
const quiet = { signal: never, onProgress: () => undefined };

let folder: string;
const loops: LoopDevice[] = [];
let opened: OpenTarget[] = [];
let small: string | null = null;
let shared: BlockMap;
let sharedBytes: Buffer;

useHelpers();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-several-'));
  sharedBytes = randomBytes(24 * MiB);
  const path = join(folder, 'windows');
  await writeFile(path, sharedBytes);
  shared = await blockMapOf(path, sharedBytes, [
    { sourceOffset: 0, targetOffset: 8 * MiB, length: sharedBytes.length },
  ]);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((target) => target.close()));
  for (const loop of loops.splice(0)) await loop.detach();
  if (small !== null) await run('umount', [small]);
  small = null;
  await rm(folder, { recursive: true, force: true });
});

async function attach(count: number): Promise<LoopDevice[]> {
  for (let index = 0; index < count; index += 1) loops.push(await attachLoop(DISK));
  return loops;
}

async function asked(loop: LoopDevice): Promise<TargetRequest> {
  return { target: { kind: 'drive', identity: await loop.identity(), unmount: false }, guards };
}

async function open(drives: readonly LoopDevice[]): Promise<OpenTarget[]> {
  const requests: TargetRequest[] = [];
  for (const loop of drives) requests.push(await asked(loop));
  opened = await openTargets(requests, never);
  return opened;
}

/** What all sticks share, and a small part of this one's own. */
async function stick(index: number): Promise<{ request: WriteRequest; expected: Buffer }> {
  const path = join(folder, `boot ${String(index)}`);
  const own = randomBytes(2 * MiB);
  await writeFile(path, own);
  const head = randomBytes(34 * SECTOR);
  const tail = randomBytes(33 * SECTOR);
  const extents = [{ sourceOffset: 0, targetOffset: MiB, length: own.length }];
  const expected = Buffer.alloc(DISK);
  head.copy(expected);
  own.copy(expected, MiB);
  sharedBytes.copy(expected, 8 * MiB);
  tail.copy(expected, DISK - tail.length);
  const maps = [await blockMapOf(path, own, extents), shared];
  return { request: { maps, head, tail, resume: false }, expected };
}

/** A folder in which only so many bytes can be kept. */
async function smallFolder(bytes: number): Promise<string> {
  const path = join(folder, 'small');
  await mkdir(path);
  await run('mount', ['-t', 'tmpfs', '-o', `size=${String(bytes)}`, 'sticksmith-test', path]);
  small = path;
  return path;
}

describe('several drives', () => {
  it('are written at once by one helper, each byte for byte, and one that fails ends alone', async () => {
    const drives = await attach(7);
    // The file behind this one can't grow any more in the middle of the stick.
    const failing = await attachLoop(DISK, await smallFolder(16 * MiB));
    drives.push(failing);
    const targets = await open(drives);
    expect(helpersOf(process.pid)).toHaveLength(1);

    const sticks = await Promise.all(targets.map((_, index) => stick(index)));
    const outcomes = await Promise.allSettled(
      targets.map((target, index) => target.write(requestOf(sticks, index), quiet)),
    );

    for (const [index, outcome] of outcomes.entries()) {
      const disk = await readFile(drives[index]?.backingFile ?? '');
      if (drives[index] === failing) {
        const error = toStickError(outcome.status === 'rejected' ? outcome.reason : null);
        expect([error.code, error.stick]).toEqual(['io/write', 'unfinished']);
        expect(error.params['path']).toBe(failing.path);
        expect(Number(error.params['offset'])).toBeGreaterThan(8 * MiB);
        expect(disk.subarray(0, MiB).every((byte) => byte === 0)).toBe(true);
      } else {
        expect(outcome.status).toBe('fulfilled');
        expect(disk.equals(sticks[index]?.expected ?? Buffer.alloc(0))).toBe(true);
      }
    }
  });

  it('are all closed when one of them can’t be opened, and the reason is told', async () => {
    const [first, second] = await attach(2);
    if (!first || !second) throw new Error('two drives are needed');
    const wrong = await asked(second);
    const tooLarge = { ...wrong, guards: { ...guards, neededBytes: DISK + 1 } };
    const error = await openTargets([await asked(first), tooLarge], never).then(
      () => null,
      (thrown: unknown) => toStickError(thrown),
    );
    expect(error?.code).toBe('target/too-small');
    expect(helpersOf(process.pid)).toEqual([]);
    // Held by nobody any more.
    expect(await open([first])).toHaveLength(1);
  });

  it('are lost together when their helper is killed, each with what is known of its stick', async () => {
    const targets = await open(await attach(2));
    const [written, untouched] = targets;
    if (!written || !untouched) throw new Error('two drives are needed');
    const { request } = await stick(0);
    let killed = false;
    const writing = written.write(request, {
      signal: never,
      onProgress: (phase) => {
        if (phase !== 'writing' || killed) return;
        killed = true;
        for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
      },
    });
    const failure = await writing.catch(toStickError);
    const reading = await untouched.source.read(0, 1).catch(toStickError);
    expect(failure).toMatchObject({ code: 'helper/lost', stick: 'unfinished' });
    expect(reading).toMatchObject({ code: 'helper/lost', stick: 'untouched' });
  });

  it('are cancelled one by one', async () => {
    const [first, second] = await open(await attach(2));
    if (!first || !second) throw new Error('two drives are needed');
    const cancel = new AbortController();
    const sticks = [await stick(0), await stick(1)];
    const outcomes = await Promise.allSettled([
      first.write(requestOf(sticks, 0), {
        signal: cancel.signal,
        onProgress: () => {
          cancel.abort();
        },
      }),
      second.write(requestOf(sticks, 1), quiet),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    const disk = await readFile(loops[1]?.backingFile ?? '');
    expect(disk.equals(sticks[1]?.expected ?? Buffer.alloc(0))).toBe(true);
  });

  it('and image files are opened together, in the order asked for', async () => {
    const [loop] = await attach(1);
    if (!loop) throw new Error('a drive is needed');
    const path = join(folder, 'stick.img');
    const file: TargetRequest = { target: { kind: 'file', path, sizeBytes: 2 * DISK }, guards };
    opened = await openTargets([file, await asked(loop)], never);
    expect(opened.map(({ sizeBytes }) => sizeBytes)).toEqual([2 * DISK, DISK]);
  });
});

function requestOf(sticks: readonly { request: WriteRequest }[], index: number): WriteRequest {
  const stick = sticks[index];
  if (!stick) throw new Error(`no stick ${String(index)}`);
  return stick.request;
}
