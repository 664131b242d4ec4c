import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stickError } from '../../src-shared/errors';
import { MiB, SECTOR } from '../../src-shared/units';
import { CHUNK_BYTES, type BlockMap, type Extent } from '../disk/extent';
import { inTargetOrder } from './block-map';
import { blockMapOf } from './test-support/block-map-of';
import { OLD_BYTE, memoryMedium, memorySources, writeFrom } from './test-support/memory-medium';
import type { StickContent } from './writer';

const CHUNKS = 10;
const DISK = (CHUNKS + 2) * CHUNK_BYTES;
const head = randomBytes(MiB);
const tail = randomBytes(33 * SECTOR);
const TABLES = head.length + tail.length;
const source = randomBytes(CHUNKS * CHUNK_BYTES);
const sources = new Map([['/source', source]]);

async function contentOf(extents: readonly Extent[], resume: boolean): Promise<StickContent> {
  return { maps: [await blockMapOf('/source', source, extents)], head, tail, resume };
}
const whole = [{ sourceOffset: 0, targetOffset: CHUNK_BYTES, length: source.length }];

/** A drive that an earlier job was writing when it broke off after so many bytes of the source. */
function brokenOff(bytes: number): Buffer {
  const disk = Buffer.alloc(DISK, OLD_BYTE);
  source.copy(disk, CHUNK_BYTES, 0, bytes);
  return disk;
}

const placeOf = (chunk: number) => (chunk + 1) * CHUNK_BYTES;
const done = (log: readonly string[], what: string) =>
  log.filter((line) => line.startsWith(what)).map((line) => Number(line.split(' ')[1]));

describe('going on where an earlier job broke off', () => {
  it.each([0, 1, 5, CHUNKS])('keeps the first %i chunks and writes the rest', async (count) => {
    const medium = memoryMedium(DISK, {}, brokenOff(count * CHUNK_BYTES + 4096));
    const { supply } = memorySources(sources);
    const phases = new Set<string>();
    const result = await writeFrom(supply, medium, await contentOf(whole, true), {
      onProgress: (phase) => phases.add(phase),
    });
    const rest = (CHUNKS - count) * CHUNK_BYTES;
    expect(result).toEqual({
      writtenBytes: rest + TABLES,
      resumedBytes: count * CHUNK_BYTES,
      verifiedBytes: source.length + TABLES,
      freeSpace: null,
    });
    expect(medium.bytes.subarray(CHUNK_BYTES, -CHUNK_BYTES).equals(source)).toBe(true);
    const inside = (offset: number) => offset >= CHUNK_BYTES && offset < placeOf(CHUNKS);
    expect(done(medium.log, 'write').filter(inside)).toEqual(
      Array.from({ length: CHUNKS - count }, (_, index) => placeOf(count + index)),
    );
    expect([...phases]).toEqual(['resuming', 'writing', 'flushing', 'verifying']);
  });

  it('looks before anything is changed, and reads no further than the first difference', async () => {
    const disk = brokenOff(source.length);
    disk.writeUInt8(disk.readUInt8(placeOf(2)) ^ 0xff, placeOf(2));
    const medium = memoryMedium(DISK, {}, disk);
    const { supply } = memorySources(sources);
    await writeFrom(supply, medium, await contentOf(whole, true));
    const before = medium.log.slice(0, medium.log.indexOf('write 0'));
    expect(before.at(0)).toBe('reopen');
    // Reads under way when the difference showed may go beyond it.
    expect(Math.max(...done(before, 'compare'))).toBeLessThanOrEqual(placeOf(6));
    expect(done(medium.log, 'write')).toContain(placeOf(2));
    expect(done(medium.log, 'write')).not.toContain(placeOf(1));
  });

  it('writes again what erasing the partition tables destroys', async () => {
    const extents = [
      { sourceOffset: 0, targetOffset: MiB, length: 3 * MiB },
      { sourceOffset: 4 * MiB, targetOffset: DISK - 3 * MiB, length: 3 * MiB - tail.length },
    ];
    const { supply } = memorySources(sources);
    const medium = memoryMedium(DISK);
    await writeFrom(supply, medium, await contentOf(extents, false));
    const finished = Buffer.from(medium.bytes);
    const result = await writeFrom(supply, medium, await contentOf(extents, true));
    expect(medium.bytes.equals(finished)).toBe(true);
    expect(result.resumedBytes).toBe(3 * MiB);
    expect(result.writtenBytes).toBe(3 * MiB - tail.length + TABLES);
  });

  it('takes a place that can’t be read for one that must be written', async () => {
    let isUnreadable = true;
    const medium = memoryMedium(
      DISK,
      {
        onWrite(offset) {
          if (offset === placeOf(3)) isUnreadable = false;
        },
        onCompare(offset) {
          if (offset !== placeOf(3) || !isUnreadable) return;
          throw stickError('io/read', { path: '/dev/test', offset, message: 'EIO' });
        },
      },
      brokenOff(source.length),
    );
    const { supply } = memorySources(sources);
    const result = await writeFrom(supply, medium, await contentOf(whole, true));
    expect(result.resumedBytes).toBe(3 * CHUNK_BYTES);
  });

  it('does not go on with a drive that is gone, and leaves it as it was', async () => {
    const disk = brokenOff(source.length);
    const medium = memoryMedium(
      DISK,
      {
        onCompare() {
          throw stickError('target/vanished', { target: '/dev/test' });
        },
      },
      disk,
    );
    const { supply } = memorySources(sources);
    const writing = writeFrom(supply, medium, await contentOf(whole, true));
    await expect(writing).rejects.toMatchObject({ code: 'target/vanished', stick: 'untouched' });
    expect(done(medium.log, 'write')).toEqual([]);
  });

  it('finds out that what is written now destroys what was in place', async () => {
    // It holds six chunks and begins anew after that; four were in place when the earlier job broke off.
    const real = 6 * CHUNK_BYTES;
    const medium = memoryMedium(
      DISK,
      {
        onWrite(offset, buffer) {
          if (offset >= real) buffer.copy(medium.bytes, offset % real);
        },
        onCompare(offset, buffer) {
          medium.bytes.copy(buffer, 0, offset % real);
        },
      },
      brokenOff(4 * CHUNK_BYTES),
    );
    const { supply } = memorySources(sources);
    const writing = writeFrom(supply, medium, await contentOf(whole, true));
    await expect(writing).rejects.toMatchObject({ code: 'verify/mismatch', stick: 'unfinished' });
  });

  it('is not done when it was not asked for', async () => {
    const medium = memoryMedium(DISK, {}, brokenOff(source.length));
    const { supply } = memorySources(sources);
    const result = await writeFrom(supply, medium, await contentOf(whole, false));
    expect(result.resumedBytes).toBe(0);
    expect(done(medium.log, 'write')).toContain(placeOf(0));
  });
});

describe('any maps on any drive', () => {
  const DRIVE = 4 * CHUNK_BYTES;
  const contents = new Map([
    ['/a', randomBytes(3 * MiB)],
    ['/b', randomBytes(3 * MiB)],
  ]);
  /** Runs of whole sectors between the tables, each of one of two sources. */
  const runs = fc.array(
    fc.record({
      gap: fc.nat(4000),
      sectors: fc.integer({ min: 1, max: 3000 }),
      from: fc.nat(3000),
      path: fc.constantFrom('/a', '/b'),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('come out byte for byte, with nothing else touched and nothing written that was in place', async () => {
    await fc.assert(
      fc.asyncProperty(runs, fc.double({ min: 0, max: 1, noNaN: true }), async (list, part) => {
        const extents: (Extent & { path: string })[] = [];
        let end = head.length;
        for (const { gap, sectors, from, path } of list) {
          const targetOffset = end + gap * SECTOR;
          extents.push({
            path,
            sourceOffset: from * SECTOR,
            targetOffset,
            length: sectors * SECTOR,
          });
          end = targetOffset + sectors * SECTOR;
        }
        fc.pre(end <= DRIVE - tail.length);
        const maps: BlockMap[] = [];
        for (const [path, bytes] of contents) {
          const own = extents.filter((extent) => extent.path === path);
          maps.push(await blockMapOf(path, bytes, own));
        }
        const expected = Buffer.alloc(DRIVE, OLD_BYTE);
        expected.fill(0, 0, MiB).fill(0, DRIVE - MiB);
        head.copy(expected);
        tail.copy(expected, DRIVE - tail.length);
        for (const { path, sourceOffset, targetOffset, length } of extents) {
          contents.get(path)?.copy(expected, targetOffset, sourceOffset, sourceOffset + length);
        }

        const chunks = [...inTargetOrder(maps)];
        const there = chunks.slice(0, Math.floor(part * chunks.length));
        const disk = Buffer.alloc(DRIVE, OLD_BYTE);
        for (const { map, chunk } of there) {
          const { sourceOffset, targetOffset, length } = chunk;
          contents.get(map.path)?.copy(disk, targetOffset, sourceOffset, sourceOffset + length);
        }
        const medium = memoryMedium(DRIVE, {}, disk);
        const { supply } = memorySources(contents);
        const result = await writeFrom(supply, medium, { maps, head, tail, resume: true });
        expect(medium.bytes.equals(expected)).toBe(true);
        expect(result.resumedBytes + result.writtenBytes).toBe(
          chunks.reduce((sum, { chunk }) => sum + chunk.length, TABLES),
        );
        const written = done(medium.log, 'write');
        for (const { chunk } of there) {
          if (chunk.targetOffset + chunk.length > DRIVE - MiB) continue;
          expect(written).not.toContain(chunk.targetOffset);
        }
      }),
      { numRuns: 60 },
    );
  });
});
