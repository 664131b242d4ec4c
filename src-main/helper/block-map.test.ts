import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../src-shared/units';
import type { Extent } from '../disk/extent';
import { CHUNK_BYTES, checkBlockMap, chunksOf, mappedBytes } from './block-map';

const TARGET = 64 * MiB;
const extent = (more: Partial<Extent> = {}): Extent => ({
  source: 0,
  sourceOffset: 0,
  targetOffset: MiB,
  length: MiB,
  ...more,
});
const map = (extents: Extent[], more = {}) => ({
  sourceBytes: [8 * MiB],
  extents,
  headBytes: MiB,
  tailBytes: 33 * SECTOR,
  ...more,
});

/** Runs of whole sectors between head and tail, ascending, some touching. */
const extents = fc
  .array(fc.record({ gap: fc.nat(3000), sectors: fc.integer({ min: 1, max: 20_000 }) }), {
    maxLength: 12,
  })
  .map((runs) => {
    let sector = MiB / SECTOR;
    return runs.map(({ gap, sectors }): Extent => {
      const start = sector + gap;
      sector = start + sectors;
      return {
        source: 0,
        sourceOffset: gap * 100,
        targetOffset: start * SECTOR,
        length: sectors * SECTOR,
      };
    });
  });

describe('checking a block map', () => {
  it('accepts an ordinary one, and one that fills every byte between head and tail', () => {
    expect(() => {
      checkBlockMap(map([extent(), extent({ targetOffset: 2 * MiB })]), TARGET);
    }).not.toThrow();
    const all = extent({ length: TARGET - MiB - 33 * SECTOR });
    expect(() => {
      checkBlockMap(map([all], { sourceBytes: [TARGET] }), TARGET);
    }).not.toThrow();
  });

  it.each([
    ['an extent in the head', [extent({ targetOffset: MiB - SECTOR })]],
    ['an extent in the tail', [extent({ targetOffset: TARGET - MiB })]],
    ['extents that overlap', [extent(), extent({ targetOffset: 2 * MiB - SECTOR })]],
    ['extents that descend', [extent({ targetOffset: 9 * MiB }), extent()]],
    ['half a sector', [extent({ length: 256 })]],
    ['an offset between sectors', [extent({ targetOffset: MiB + 1 })]],
    ['nothing', [extent({ length: 0 })]],
    ['a source that is not there', [extent({ source: 1 })]],
    ['more than the source has', [extent({ sourceOffset: 7 * MiB + 1 })]],
    ['a negative offset', [extent({ sourceOffset: -SECTOR })]],
    ['no number', [extent({ length: NaN })]],
    ['a number beyond counting', [extent({ length: 2 ** 60 })]],
  ])('refuses %s', (_, bad) => {
    expect(() => {
      checkBlockMap(map(bad), TARGET);
    }).toThrow(/block map is wrong/);
  });

  it.each([
    ['no head', { headBytes: 0 }],
    ['a head that is not whole sectors', { headBytes: 513 }],
    ['a head larger than what is erased before', { headBytes: MiB + SECTOR }],
    ['a tail larger than what is erased before', { tailBytes: MiB + SECTOR }],
  ])('refuses %s', (_, bad) => {
    expect(() => {
      checkBlockMap(map([], bad), TARGET);
    }).toThrow(/block map is wrong/);
  });

  it('refuses a target on which head and tail would meet', () => {
    expect(() => {
      checkBlockMap(map([]), MiB);
    }).toThrow(/impossible size/);
  });
});

describe('cutting extents into chunks', () => {
  it('keeps every byte, in order, and never crosses a boundary of the target', () => {
    fc.assert(
      fc.property(extents, (list) => {
        const chunks = [...chunksOf(list)];
        expect(mappedBytes(chunks)).toBe(mappedBytes(list));
        let end = 0;
        for (const { targetOffset, length } of chunks) {
          expect(targetOffset).toBeGreaterThanOrEqual(end);
          expect(length).toBeGreaterThan(0);
          end = targetOffset + length;
          expect(Math.floor(targetOffset / CHUNK_BYTES)).toBe(Math.floor((end - 1) / CHUNK_BYTES));
        }
      }),
    );
  });

  it('takes each byte of the target from the place that its extent names', () => {
    fc.assert(
      fc.property(extents, (list) => {
        for (const chunk of chunksOf(list)) {
          const origin = list.find(
            ({ targetOffset, length }) =>
              chunk.targetOffset >= targetOffset && chunk.targetOffset < targetOffset + length,
          );
          expect(chunk.sourceOffset - (origin?.sourceOffset ?? NaN)).toBe(
            chunk.targetOffset - (origin?.targetOffset ?? NaN),
          );
        }
      }),
    );
  });
});
