import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MBR_LIMIT_BYTES } from './layout';
import { MINIMUM_ORDINARY_BYTES, ordinaryLayout } from './restore';
import { MiB, SECTOR } from './units';

const TiB = 1024 ** 4;
const schemes = fc.constantFrom('mbr', 'gpt', null);
const sizes = fc.integer({ min: 0, max: (20 * TiB) / SECTOR }).map((sectors) => sectors * SECTOR);

describe('the layout of an ordinary drive', () => {
  it('has one partition from a boundary of an erase block to the last MiB', () => {
    fc.assert(
      fc.property(sizes, schemes, (bytes, scheme) => {
        const layout = ordinaryLayout(bytes, scheme);
        if ('problem' in layout) return;
        const { partitions, diskSectors } = layout;
        expect(diskSectors * SECTOR).toBe(bytes);
        const [partition, ...more] = partitions;
        expect(more).toEqual([]);
        expect(partition?.startLba).toBe((4 * MiB) / SECTOR);
        const end = ((partition?.startLba ?? 0) + (partition?.sectors ?? 0)) * SECTOR;
        expect(end % MiB).toBe(0);
        expect(bytes - end).toBeGreaterThanOrEqual(MiB);
        expect(bytes - end).toBeLessThan(2 * MiB);
        if (layout.scheme === 'mbr') expect(end).toBeLessThanOrEqual(MBR_LIMIT_BYTES);
      }),
    );
  });

  it('is refused for what is too small, and by an MBR for what it can’t name', () => {
    fc.assert(
      fc.property(sizes, schemes, (bytes, scheme) => {
        const layout = ordinaryLayout(bytes, scheme);
        const problem = 'problem' in layout ? layout.problem : null;
        if (bytes < MINIMUM_ORDINARY_BYTES) expect(problem).toBe('too-small');
        else if (scheme === 'mbr' && bytes > 2 * TiB) expect(problem).toBe('mbr-too-small');
        else if (scheme !== 'mbr') expect(problem).toBeNull();
      }),
    );
  });

  it('has an MBR up to 2 TiB and a GPT above, unless one was asked for', () => {
    expect(ordinaryLayout(64e9, null)).toMatchObject({ scheme: 'mbr' });
    expect(ordinaryLayout(2e12, null)).toMatchObject({ scheme: 'mbr' });
    expect(ordinaryLayout(3 * TiB, null)).toMatchObject({ scheme: 'gpt' });
    expect(ordinaryLayout(64e9, 'gpt')).toMatchObject({ scheme: 'gpt' });
  });
});
