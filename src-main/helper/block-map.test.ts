import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../src-shared/units';
import type { BlockMap, Chunk } from '../disk/extent';
import { checkMaps, inTargetOrder, placedBytes } from './block-map';

const TARGET = 64 * MiB;
const chunk = (more: Partial<Chunk> = {}): Chunk => ({
  sourceOffset: 0,
  targetOffset: MiB,
  length: MiB,
  hash: 0n,
  ...more,
});
const map = (chunks: Chunk[]): BlockMap => ({ path: '/source', sizeBytes: 8 * MiB, chunks });
const check =
  (maps: BlockMap[], more = {}) =>
  () => {
    checkMaps({ maps, headBytes: MiB, tailBytes: 33 * SECTOR, ...more }, TARGET);
  };

describe('checking what a stick is made of', () => {
  it('accepts ordinary maps, and such as fill every byte between head and tail', () => {
    expect(check([map([chunk(), chunk({ targetOffset: 2 * MiB })])])).not.toThrow();
    const all = Array.from({ length: 62 }, (_, index) =>
      chunk({ targetOffset: (1 + index) * MiB }),
    );
    const last = chunk({ targetOffset: 63 * MiB, length: MiB - 33 * SECTOR });
    const even = all.filter((_, index) => index % 2 === 0);
    const odd = all.filter((_, index) => index % 2 === 1);
    expect(check([map(even), map([...odd, last])])).not.toThrow();
  });

  it.each([
    ['a chunk in the head', [[chunk({ targetOffset: MiB - SECTOR })]]],
    ['a chunk in the tail', [[chunk({ targetOffset: TARGET - MiB })]]],
    ['chunks that overlap', [[chunk(), chunk({ targetOffset: 2 * MiB - SECTOR })]]],
    ['maps that overlap', [[chunk()], [chunk({ targetOffset: 2 * MiB - SECTOR })]]],
    ['two maps for the same place', [[chunk()], [chunk()]]],
    ['chunks that descend', [[chunk({ targetOffset: 9 * MiB }), chunk()]]],
    ['a chunk in two erase blocks', [[chunk({ targetOffset: 4 * MiB - SECTOR })]]],
    ['half a sector', [[chunk({ length: 256 })]]],
    ['an offset between sectors', [[chunk({ targetOffset: MiB + 1 })]]],
    ['nothing', [[chunk({ length: 0 })]]],
    ['more than the source has', [[chunk({ sourceOffset: 7 * MiB + 1 })]]],
    ['a negative offset', [[chunk({ sourceOffset: -SECTOR })]]],
    ['no number', [[chunk({ length: NaN })]]],
    ['a number beyond counting', [[chunk({ length: 2 ** 60 })]]],
  ])('refuses %s', (_, maps) => {
    expect(check(maps.map(map))).toThrow(/block map is wrong/);
  });

  it.each([
    ['no head', { headBytes: 0 }],
    ['a head that is not whole sectors', { headBytes: 513 }],
    ['a head larger than what is erased before', { headBytes: MiB + SECTOR }],
    ['a tail larger than what is erased before', { tailBytes: MiB + SECTOR }],
  ])('refuses %s', (_, bad) => {
    expect(check([], bad)).toThrow(/block map is wrong/);
  });

  it('refuses a target on which head and tail would meet', () => {
    expect(() => {
      checkMaps({ maps: [], headBytes: MiB, tailBytes: 33 * SECTOR }, MiB);
    }).toThrow(/impossible size/);
  });
});

describe('the order of the target', () => {
  it('holds for the chunks of any maps, and none is left out or changed', () => {
    const places = fc.uniqueArray(fc.nat(2000), { maxLength: 60 });
    fc.assert(
      fc.property(
        places,
        fc.array(fc.nat(4), { minLength: 60, maxLength: 60 }),
        (offsets, owners) => {
          const chunks = offsets.map((offset) =>
            chunk({ targetOffset: offset * SECTOR, length: SECTOR }),
          );
          const maps = [0, 1, 2, 3, 4].map((owner) =>
            map(
              chunks
                .filter((_, index) => owners[index] === owner)
                .sort((a, b) => a.targetOffset - b.targetOffset),
            ),
          );
          const ordered = [...inTargetOrder(maps)];
          expect(ordered.map((placed) => placed.chunk)).toEqual(
            [...chunks].sort((a, b) => a.targetOffset - b.targetOffset),
          );
          for (const placed of ordered) expect(placed.map.chunks).toContain(placed.chunk);
          expect(placedBytes(ordered)).toBe(chunks.length * SECTOR);
        },
      ),
    );
  });
});
