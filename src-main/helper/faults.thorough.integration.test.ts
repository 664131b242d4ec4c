import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StickError, toStickError, type StickErrorCode } from '../../src-shared/errors';
import { MiB, SECTOR } from '../../src-shared/units';
import { chooseTable, encodeGpt, readGpt, type BlockMap } from '../disk';
import type { OpenTarget, TargetGuards, WriteRequest, WriteResult } from '../host';
import { targetOpening } from '../host/linux/open-targets';
import { helpersOf } from '../host/linux/test-support/helpers-of';
import { useHelpers } from '../host/linux/test-support/use-helpers';
import { bufferSource, newGuid } from '../io';
import { blockMapOf } from './test-support/block-map-of';
import {
  attachFaultyDrive,
  type ArrivedWrite,
  type DriveFaults,
  type FaultyDrive,
} from './test-support/faulty-drive';

const { openTargets } = targetOpening();
const run = promisify(execFile);
const DISK = 40 * MiB;
const BOOT_AT = 4 * MiB;
const WINDOWS_AT = 8 * MiB;
/** The partition tables are erased before anything else: their first and last MiB. */
const ERASED_BYTES = 2 * MiB;
const guards: TargetGuards = { neededBytes: 0, protectedPaths: [], readOnly: false };
const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

let folder: string;
let boot: Buffer;
let windows: Buffer;
let maps: BlockMap[];
let contentBytes: number;
let bystander: FaultyDrive;
let drives: FaultyDrive[];

useHelpers();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-faults-'));
  boot = randomBytes(4 * MiB);
  windows = randomBytes(30 * MiB);
  maps = [await mapOf('boot', boot, BOOT_AT), await mapOf('windows', windows, WINDOWS_AT)];
  contentBytes = boot.length + windows.length;
  drives = [];
  bystander = await attachFaultyDrive(DISK);
});

/** Nothing but the target was touched, whatever happened to that. */
afterEach(async () => {
  const touched = await bystander.writes();
  const sources = [await readFile(join(folder, 'boot')), await readFile(join(folder, 'windows'))];
  await Promise.all([bystander, ...drives].map((drive) => drive.detach()));
  await rm(folder, { recursive: true, force: true });
  expect(touched).toEqual([]);
  expect(sources[0]?.equals(boot)).toBe(true);
  expect(sources[1]?.equals(windows)).toBe(true);
  expect(helpersOf(process.pid)).toEqual([]);
});

async function mapOf(name: string, bytes: Buffer, targetOffset: number): Promise<BlockMap> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return blockMapOf(path, bytes, [{ sourceOffset: 0, targetOffset, length: bytes.length }]);
}

/** A drive with a partition table from before, as one that was in use has. */
async function attach(faults: DriveFaults = {}): Promise<FaultyDrive> {
  // What it really holds never changes; other faults come later, and count from then on.
  const { capacity } = faults;
  const drive = await attachFaultyDrive(DISK, capacity ? { capacity } : {});
  drives.push(drive);
  await run('sgdisk', ['--new=1:2048:', drive.path]);
  expect(await hasTable(drive.path)).toBe(true);
  await drive.set(faults);
  return drive;
}

function stick(): { request: WriteRequest; expected: Buffer } {
  const sectors = (bytes: number) => bytes / SECTOR;
  const { head, tail } = encodeGpt({
    layout: {
      scheme: 'gpt',
      vhdx: null,
      diskSectors: sectors(DISK),
      partitions: [
        { role: 'efi', startLba: sectors(BOOT_AT), sectors: sectors(boot.length) },
        { role: 'windows', startLba: sectors(WINDOWS_AT), sectors: sectors(windows.length) },
      ],
    },
    diskGuid: newGuid(),
    guids: { efi: newGuid(), windows: newGuid() },
  });
  const expected = Buffer.alloc(DISK);
  head.copy(expected);
  boot.copy(expected, BOOT_AT);
  windows.copy(expected, WINDOWS_AT);
  tail.copy(expected, DISK - tail.length);
  return { request: { maps, head, tail, resume: false }, expected };
}

async function open(targets: readonly FaultyDrive[]): Promise<OpenTarget[]> {
  const asked = [];
  for (const drive of targets) {
    const identity = await drive.identity();
    asked.push({ target: { kind: 'drive' as const, identity, unmount: false }, guards });
  }
  return openTargets(asked, quiet.signal);
}

/** Opens, writes and closes, and returns how that ended. */
async function make(
  drive: FaultyDrive,
  request: WriteRequest,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<WriteResult | StickError> {
  const [target] = await open([drive]);
  if (!target) throw new Error('no target');
  try {
    const writing = target.write(request, quiet).catch(toStickError);
    await meanwhile();
    return await writing;
  } finally {
    await target.close();
  }
}

async function makeAndFail(drive: FaultyDrive, meanwhile?: () => Promise<void>) {
  const outcome = await make(drive, stick().request, meanwhile);
  if (!(outcome instanceof StickError)) throw new Error('it did not fail');
  return outcome;
}

/** Whether a device or a file has a partition table, by the word of two programs that are not ours. */
async function hasTable(path: string): Promise<boolean> {
  const { stdout } = await run('sgdisk', ['--verify', path]);
  const toSgdisk = !stdout.includes('Creating new GPT entries');
  const toSfdisk = await run('sfdisk', ['--dump', path]).then(
    () => true,
    () => false,
  );
  if (toSgdisk !== toSfdisk) throw new Error(`sgdisk: ${stdout}, sfdisk: ${String(toSfdisk)}`);
  return toSgdisk;
}

/** What is left is clearly unfinished, to our own reader and to others, on what the drive really keeps. */
async function expectNoTable(drive: FaultyDrive): Promise<void> {
  const bytes = await drive.contents();
  expect(chooseTable(await readGpt(bufferSource(bytes)))).toBeNull();
  const kept = join(folder, 'kept');
  await writeFile(kept, bytes);
  expect(await hasTable(kept)).toBe(false);
}

async function expectFinished(drive: FaultyDrive, expected: Buffer): Promise<void> {
  expect((await drive.contents()).equals(expected)).toBe(true);
  const { stdout } = await run('sgdisk', ['--verify', drive.path]);
  expect(stdout).toContain('No problems found');
}

function expectError(error: StickError, code: StickErrorCode, drive: FaultyDrive): void {
  expect(error).toMatchObject({ code, stick: 'unfinished' });
  expect(error.message).toContain(drive.path);
}

function bytesOf(writes: readonly ArrivedWrite[]): number {
  return writes.reduce((sum, { length }) => sum + length, 0);
}

describe('a drive without faults', () => {
  it('becomes a stick byte for byte, written once and in order', async () => {
    const drive = await attach();
    const before = (await drive.writes()).length;
    const { request, expected } = stick();
    const result = await make(drive, request);
    const written = contentBytes + request.head.length + request.tail.length;
    expect(result).toEqual({
      writtenBytes: written,
      resumedBytes: 0,
      verifiedBytes: written,
      freeSpace: null,
    });
    await expectFinished(drive, expected);
    const writes = (await drive.writes()).slice(before);
    expect(bytesOf(writes)).toBe(written + ERASED_BYTES);
  });
});

describe('a drive that holds less than it claims', () => {
  it.each([
    ['begins anew past its end', { realBytes: 24 * MiB, beyond: 'wraps' }, BOOT_AT],
    ['loses what is past its end', { realBytes: 24 * MiB, beyond: 'drops' }, 24 * MiB],
    ['gives FF past its end', { realBytes: 24 * MiB, beyond: 'drops', filler: 0xff }, 24 * MiB],
  ] as const)('is found out when it %s', async (_, capacity, offset) => {
    const drive = await attach({ capacity });
    const error = await makeAndFail(drive);
    expectError(error, 'verify/mismatch', drive);
    expect(error.params['offset']).toBe(offset);
    expect(error.params['cause']).toMatch(/holds? less than it claims/);
    await expectNoTable(drive);
  });
});

describe('a drive that fails', () => {
  it('is named with the place where writing failed', async () => {
    const drive = await attach({ failsToWrite: 21 * MiB + 4096 });
    const error = await makeAndFail(drive);
    expectError(error, 'io/write', drive);
    // The piece that was being written.
    expect(error.params['offset']).toBe(20 * MiB);
    await expectNoTable(drive);
  });

  it('is named with the place where reading back failed', async () => {
    const drive = await attach({ failsToRead: 13 * MiB });
    const error = await makeAndFail(drive);
    expectError(error, 'io/read', drive);
    expect(error.params['offset']).toBe(12 * MiB);
    await expectNoTable(drive);
  });

  it('is told by a single bit that its memory is bad', async () => {
    const drive = await attach({ flipsBitAt: 17 * MiB + 5 });
    const error = await makeAndFail(drive);
    expectError(error, 'verify/mismatch', drive);
    expect(error.params['offset']).toBe(17 * MiB + 5);
    expect(error.params['cause']).toContain('memory is faulty');
    await expectNoTable(drive);
  });

  it.each([
    ['in the middle of writing', 20 * MiB, 'unfinished'],
    ['when only its table is missing', ERASED_BYTES + 34 * MiB, 'unknown'],
  ])('is gone when it is pulled out %s', async (_, vanishesAfter, state) => {
    const drive = await attach({ vanishesAfter });
    const error = await makeAndFail(drive);
    expect(error).toMatchObject({ code: 'target/vanished', stick: state });
    expect(error.message).toContain(drive.path);
    await expectNoTable(drive);
  });

  it('is gone when it is pulled out while its old table is erased', async () => {
    const drive = await attach({ vanishesAfter: MiB });
    // What is written may have been in the drive's own memory only when it was pulled out.
    expect(await makeAndFail(drive)).toMatchObject({ code: 'target/vanished', stick: 'unknown' });
    // Of the old table only the copy at the end is left, which nobody could reach any more.
    const { primary } = await readGpt(bufferSource(await drive.contents()));
    expect(primary).toHaveProperty('problem');
  });

  it('ends alone among eight that are written at once', async () => {
    const eight: FaultyDrive[] = [];
    for (let index = 0; index < 8; index += 1) {
      eight.push(await attach(index === 3 ? { failsToWrite: 21 * MiB } : {}));
    }
    const sticks = eight.map(() => stick());
    const targets = await open(eight);
    try {
      expect(helpersOf(process.pid)).toHaveLength(1);
      const outcomes = await Promise.all(
        targets.map((target, index) =>
          target.write(sticks[index]?.request ?? stick().request, quiet).catch(toStickError),
        ),
      );
      for (const [index, outcome] of outcomes.entries()) {
        const drive = eight[index] ?? bystander;
        if (index === 3) expectError(toStickError(outcome), 'io/write', drive);
        else expect(outcome).toMatchObject({ resumedBytes: 0 });
      }
    } finally {
      await Promise.all(targets.map((target) => target.close()));
    }
    for (const [index, drive] of eight.entries()) {
      if (index === 3) await expectNoTable(drive);
      else await expectFinished(drive, sticks[index]?.expected ?? Buffer.alloc(0));
    }
  });
});

describe('a helper that is killed', () => {
  /** Kills it while a write is held, and then lets that one go on, as a drive would that has it already. */
  const killed = (drive: FaultyDrive) => async (): Promise<void> => {
    await drive.held();
    for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
    await drive.set({});
  };

  it.each([
    ['while tables are erased', MiB, 0, 'unknown'],
    ['at its first write', ERASED_BYTES, 0, 'unfinished'],
    ['in the middle of writing', ERASED_BYTES + 18 * MiB, 8 * MiB, 'unfinished'],
    ['near the end of writing', ERASED_BYTES + 33 * MiB, 20 * MiB, 'unfinished'],
  ])(
    '%s leaves a stick that the same job goes on with',
    async (_, bytes, inPlaceAtLeast, state) => {
      const drive = await attach({ holds: { bytes } });
      const { request, expected } = stick();
      const lost = toStickError(await make(drive, request, killed(drive)));
      expect(lost).toMatchObject({ code: 'helper/lost', stick: state });
      await expectNoTable(drive);

      const before = (await drive.writes()).length;
      const result = await make(drive, { ...request, resume: true });
      if (result instanceof StickError) throw result;
      await expectFinished(drive, expected);
      expect(result.resumedBytes).toBeGreaterThanOrEqual(inPlaceAtLeast);
      const written =
        contentBytes - result.resumedBytes + request.head.length + request.tail.length;
      expect(result.writtenBytes).toBe(written);
      expect(bytesOf((await drive.writes()).slice(before))).toBe(written + ERASED_BYTES);
    },
  );

  it('while the table is written leaves a stick of unknown state, and next to nothing to write anew', async () => {
    const { request, expected } = stick();
    const bytes = ERASED_BYTES + contentBytes + request.tail.length;
    const drive = await attach({ holds: { bytes } });
    const lost = toStickError(await make(drive, request, killed(drive)));
    expect(lost).toMatchObject({ code: 'helper/lost', stick: 'unknown' });

    const result = await make(drive, { ...request, resume: true });
    expect(result).toMatchObject({ resumedBytes: contentBytes });
    await expectFinished(drive, expected);
  });
});
