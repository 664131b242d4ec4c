import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KiB, MiB } from '../../src-shared/units';
import { extentBytes } from './block-map';
import { subtractRanges, unionRanges } from './byte-ranges';
import type { ByteRange } from './extent';
import { chooseBitLockerAreas, type BitLockerAreas } from './ntfs-bitlocker-areas';

const CLUSTER = 4096;
const ALL_BYTES = 264 * KiB;

function rangesOf({ metadataAt, backupAt, extraAt }: BitLockerAreas): ByteRange[] {
  return [
    ...metadataAt.map((offset) => ({ offset, length: 64 * KiB })),
    { offset: backupAt, length: 8 * KiB },
    { offset: extraAt, length: 64 * KiB },
  ];
}

function boot(clusters: number) {
  return { clusters, clusterBytes: CLUSTER, mftOffset: 4 * CLUSTER };
}

/** A volume in clusters, and what is in use of it. */
const volumes = fc.integer({ min: 1, max: 4000 }).chain((clusters) =>
  fc.record({
    clusters: fc.constant(clusters),
    used: fc
      .array(fc.tuple(fc.nat({ max: clusters - 1 }), fc.integer({ min: 1, max: 40 })), {
        maxLength: 120,
      })
      .map((pieces) =>
        unionRanges(
          pieces.map(([first, length]) => ({
            offset: first * CLUSTER,
            length: Math.min(length, clusters - first) * CLUSTER,
          })),
        ),
      ),
  }),
);

describe('places for BitLocker’s files', () => {
  it('are free, apart, whole clusters and inside of the volume, however its free space lies', () => {
    let found = 0;
    fc.assert(
      fc.property(volumes, ({ clusters, used }) => {
        const free = subtractRanges([{ offset: 0, length: clusters * CLUSTER }], used);
        const areas = chooseBitLockerAreas(used, boot(clusters));
        if (!areas) {
          expect(Math.max(0, ...free.map(({ length }) => length))).toBeLessThan(ALL_BYTES);
          return;
        }
        found += 1;
        const [first] = areas.metadataAt;
        expect(areas.backupAt).toBe(first + 64 * KiB);
        expect(areas.extraAt).toBe(areas.backupAt + 8 * KiB);
        const ranges = rangesOf(areas);
        for (const { offset } of ranges) expect(offset % CLUSTER).toBe(0);
        const together = unionRanges(ranges);
        expect(extentBytes(together)).toBe(ALL_BYTES);
        expect(subtractRanges(together, free)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('lie behind the file table’s room, in the middle, and in the last eighth', () => {
    const clusters = (1024 * MiB) / CLUSTER;
    const areas = chooseBitLockerAreas([{ offset: 0, length: 200 * MiB }], boot(clusters));
    expect(areas?.metadataAt).toEqual([200 * MiB, 512 * MiB, 896 * MiB]);
    const empty = chooseBitLockerAreas([], boot(clusters));
    expect(empty?.metadataAt).toEqual([128 * MiB + 4 * CLUSTER, 512 * MiB, 896 * MiB]);
  });

  it('are looked for before, where nothing is free behind', () => {
    const clusters = (64 * MiB) / CLUSTER;
    const used = [{ offset: MiB, length: 63 * MiB }];
    expect(chooseBitLockerAreas(used, boot(clusters))?.metadataAt).toEqual([
      0,
      136 * KiB,
      200 * KiB,
    ]);
  });

  it('lie close together where nothing is left of a small volume when they lie apart', () => {
    const areas = chooseBitLockerAreas([], boot(78));
    expect(areas?.metadataAt).toEqual([0, 136 * KiB, 200 * KiB]);
  });

  it('are not made of pieces', () => {
    const clusters = (64 * MiB) / CLUSTER;
    const used = Array.from({ length: 64 * 16 }, (_, i) => ({
      offset: i * 64 * KiB,
      length: CLUSTER,
    }));
    expect(chooseBitLockerAreas(used, boot(clusters))).toBeNull();
  });
});
