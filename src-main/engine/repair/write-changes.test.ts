import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stickError, toStickError } from '../../../src-shared/errors';
import type { RepairStep } from '../../../src-shared/repair';
import { MiB } from '../../../src-shared/units';
import type { BlockMap } from '../../disk';
import type { OpenTarget } from '../../host';
import { bufferSource } from '../../io';
import type { Change } from './change';
import { findBrokenOff } from './saved-parts';
import { writeChanges } from './write-changes';

const DISK_OFFSET = 4 * MiB;

let folder: string;
let before: Buffer;
let stick: Buffer;
let changes: Change[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-changes-'));
  before = randomBytes(24 * MiB);
  stick = Buffer.from(before);
  changes = [change(2 * MiB, randomBytes(6 * MiB)), change(512, randomBytes(1024))];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function change(startByte: number, bytes: Buffer): Change {
  const step: RepairStep = { part: 'protective-mbr', startByte, bytes: bytes.length };
  return { step, content: bufferSource(bytes) };
}

/** Puts the chunks of a map into the stick in memory; `breaks` before a chunk throws. */
async function write(map: BlockMap, breaks: () => void): Promise<number> {
  const source = await readFile(map.path);
  for (const { sourceOffset, targetOffset, length } of map.chunks) {
    breaks();
    source.copy(stick, targetOffset, sourceOffset, sourceOffset + length);
  }
  return map.chunks.reduce((sum, { length }) => sum + length, 0);
}

/** A target in memory, of which only `rewrite` is there; what happens at each of its chunks is told by their number. */
function simulatedTarget(at: (chunk: number) => void): OpenTarget {
  let chunk = 0;
  const target: Pick<OpenTarget, 'rewrite' | 'sizeBytes' | 'source'> = {
    sizeBytes: stick.length,
    source: bufferSource(stick),
    async rewrite(maps) {
      let writtenBytes = 0;
      for (const map of maps) writtenBytes += await write(map, () => at((chunk += 1)));
      return { writtenBytes, verifiedBytes: writtenBytes };
    },
  };
  return target as OpenTarget;
}

function writing(open: OpenTarget, signal = new AbortController().signal) {
  const disk = bufferSource(stick.subarray(DISK_OFFSET));
  return writeChanges(
    {
      ...{ target: 'stick.img', open, disk, diskOffset: DISK_OFFSET },
      workFolder: folder,
    },
    changes,
    { signal, onProgress: () => undefined },
  );
}

async function wanted(): Promise<Buffer> {
  const bytes = Buffer.from(before);
  for (const { step, content } of changes) {
    const start = DISK_OFFSET + step.startByte;
    (await content.read(0, content.size)).copy(bytes, start);
  }
  return bytes;
}

describe('writing the changes of a repair', () => {
  it('puts each where it belongs, and counts what was written', async () => {
    const result = await writing(simulatedTarget(() => undefined));
    expect(result).toEqual({ writtenBytes: 6 * MiB + 1024, verifiedBytes: 6 * MiB + 1024 });
    expect(stick.equals(await wanted())).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  it('writes only what differs', async () => {
    const content = Buffer.from(stick.subarray(DISK_OFFSET + MiB, DISK_OFFSET + 2 * MiB));
    content.writeUInt8(content.readUInt8(100_000) ^ 1, 100_000);
    changes = [change(MiB, content)];
    expect((await writing(simulatedTarget(() => undefined))).writtenBytes).toBe(4096);
    expect(stick.equals(await wanted())).toBe(true);
  });

  // 6 MiB behind 4 + 2 MiB are two chunks; the third is that of the other change.
  it.each([1, 2, 3])('takes all of it back when chunk %i can’t be written', async (broken) => {
    const error = stickError(
      'io/write',
      { path: 'x', offset: 0, message: 'no' },
      { stick: 'kept' },
    );
    const outcome = await writing(
      simulatedTarget((chunk) => {
        if (chunk === broken) throw error;
      }),
    ).catch(toStickError);
    expect(outcome).toMatchObject({ code: 'io/write', stick: 'untouched' });
    expect(stick.equals(before)).toBe(true);
  });

  it('takes it back when it is cancelled between two changes', async () => {
    const cancel = new AbortController();
    const outcome = await writing(
      simulatedTarget((chunk) => {
        if (chunk === 2) cancel.abort();
      }),
      cancel.signal,
    ).catch(toStickError);
    expect(outcome).toMatchObject({ code: 'cancelled', stick: 'untouched' });
    expect(stick.equals(before)).toBe(true);
  });

  it('keeps what was there and says where, when it can’t be put back either', async () => {
    const outcome = await writing(
      simulatedTarget((chunk) => {
        if (chunk >= 2) throw new Error('the drive is gone');
      }),
    ).catch(toStickError);
    expect(outcome).toMatchObject({
      code: 'repair/not-undone',
      stick: 'kept',
      params: { saved: join(folder, (await readdir(folder))[0] ?? '') },
    });
    // Plugged in again, it is as before once that was put back.
    const source = bufferSource(stick);
    const brokenOff = await findBrokenOff(source, folder);
    expect((await brokenOff?.before.read(0, source.size))?.equals(before)).toBe(true);
    await brokenOff?.takeBack(simulatedTarget(() => undefined));
    expect(stick.equals(before)).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each<[string, () => void]>([
    [
      'was used since',
      () => stick.writeUInt8(stick.readUInt8(DISK_OFFSET + 600) ^ 1, DISK_OFFSET + 600),
    ],
    ['is as before', () => before.copy(stick)],
    ['is another one', () => stick.fill(randomBytes(4096))],
  ])('puts nothing back onto a stick that %s', async (_, meanwhile) => {
    await writing(
      simulatedTarget((chunk) => {
        if (chunk >= 3) throw new Error('the drive is gone');
      }),
    ).catch(toStickError);
    meanwhile();
    expect(await findBrokenOff(bufferSource(stick), folder)).toBeNull();
    expect(await readdir(folder)).toHaveLength(1);
  });
});
