import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  VHDX_PREAMBLE_BYTES,
  VHDX_STEP_BYTES,
  neededDiskBytes,
  partitionOf,
  planLayout,
  windowsVolume,
  windowsVolumeStart,
  type StickLayout,
} from './layout';
import { GiB, MiB, SECTOR } from './units';
import { plainRequest } from './testing';

function laidOut(result: ReturnType<typeof planLayout>): StickLayout {
  if (!('scheme' in result)) throw new Error(`no layout: ${result.problem}`);
  return result;
}

describe('planLayout', () => {
  it('puts EFI at 1 MiB, the reserved partition behind it and Windows at 320 MiB', () => {
    const layout = laidOut(
      planLayout(plainRequest({ diskBytes: 12 * GiB, sharedBytes: 0, minimumWindowsBytes: GiB })),
    );
    expect(layout.partitions).toEqual([
      { role: 'efi', startLba: 2048, sectors: 614400 },
      { role: 'msr', startLba: 616448, sectors: 32768 },
      { role: 'windows', startLba: 655360, sectors: (12 * GiB - 321 * MiB) / SECTOR },
    ]);
  });

  it('puts the shared partition at the end, on a 4 MiB boundary, at least as large as asked', () => {
    const layout = laidOut(
      planLayout(
        plainRequest({ diskBytes: 31_914_983_424, sharedBytes: 8e9, minimumWindowsBytes: GiB }),
      ),
    );
    const shared = partitionOf(layout, 'shared');
    expect(shared).toBeDefined();
    expect(((shared?.startLba ?? 1) * SECTOR) % (4 * MiB)).toBe(0);
    expect((shared?.sectors ?? 0) * SECTOR).toBeGreaterThanOrEqual(8e9);
  });

  it('gives a virtual disk no more than the MBR in it can name, on however large a drive', () => {
    const { vhdx } = laidOut(
      planLayout({
        diskBytes: 8 * 1024 * GiB,
        layout: { scheme: 'gpt', container: 'vhdx' },
        space: { windowsBytes: null, sharedBytes: 0 },
        minimumWindowsBytes: GiB,
      }),
    );
    expect((vhdx?.diskBytes ?? 0) / SECTOR).toBeLessThanOrEqual(2 ** 32);
    expect(vhdx?.diskBytes).toBeGreaterThan(2047 * GiB);
    expect((vhdx?.diskBytes ?? 1) % (32 * MiB)).toBe(0);
  });

  it('says how large a drive would have to be', () => {
    const needed = neededDiskBytes(20 * GiB, GiB);
    const asked = { sharedBytes: GiB, minimumWindowsBytes: 20 * GiB };
    expect(planLayout(plainRequest({ diskBytes: needed - MiB * 16, ...asked }))).toEqual({
      problem: 'too-small',
      neededBytes: needed,
    });
    expect(planLayout(plainRequest({ diskBytes: needed, ...asked }))).toHaveProperty(
      'scheme',
      'gpt',
    );
  });

  it('refuses a shared partition too small for a file system', () => {
    expect(
      planLayout(plainRequest({ diskBytes: 12 * GiB, sharedBytes: MiB, minimumWindowsBytes: GiB })),
    ).toEqual({ problem: 'shared-too-small', minimumBytes: 64 * MiB });
  });

  it('never overlaps, never leaves the drive and always aligns', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2 * GiB, max: 2048 * GiB }),
        fc.integer({ min: 0, max: 1024 * GiB }),
        fc.integer({ min: 0, max: 64 * GiB }),
        (diskBytes, sharedBytes, minimumWindowsBytes) => {
          const layout = planLayout(plainRequest({ diskBytes, sharedBytes, minimumWindowsBytes }));
          if (!('scheme' in layout)) return;
          let end = 1;
          for (const part of layout.partitions) {
            expect(part.startLba).toBeGreaterThanOrEqual(end);
            expect(part.sectors).toBeGreaterThan(0);
            expect((part.startLba * SECTOR) % MiB).toBe(0);
            expect((part.sectors * SECTOR) % MiB).toBe(0);
            end = part.startLba + part.sectors;
          }
          expect(end * SECTOR + 33 * SECTOR).toBeLessThanOrEqual(diskBytes);
          const windows = partitionOf(layout, 'windows');
          expect((windows?.sectors ?? 0) * SECTOR).toBeGreaterThanOrEqual(minimumWindowsBytes);
          expect(((windows?.startLba ?? 1) * SECTOR) % (4 * MiB)).toBe(0);
        },
      ),
    );
  });
});

/** Layouts of every kind: what is asked for and what came of it. */
const requests = fc.record({
  diskBytes: fc.integer({ min: GiB, max: 4096 * GiB }),
  layout: fc.record({
    scheme: fc.constantFrom('gpt' as const, 'mbr' as const),
    container: fc.constantFrom('none' as const, 'vhdx' as const),
  }),
  space: fc.record({
    windowsBytes: fc.option(fc.integer({ min: 1, max: 512 * GiB })),
    sharedBytes: fc.oneof(fc.integer({ min: 0, max: 64 * GiB }), fc.constant('rest' as const)),
  }),
  minimumWindowsBytes: fc.integer({ min: 64 * MiB, max: 64 * GiB }),
});

describe('planLayout of every kind', () => {
  it('gives Windows what it asked for and keeps within the drive', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const layout = planLayout(asked);
        if ('problem' in layout) return;
        const { windowsBytes, sharedBytes } = asked.space;
        const windows = windowsVolume(layout);
        expect(windows.bytes).toBeGreaterThanOrEqual(asked.minimumWindowsBytes);
        if (windowsBytes !== null) {
          expect(windows.bytes).toBeGreaterThanOrEqual(windowsBytes);
          const step = asked.layout.container === 'vhdx' ? VHDX_STEP_BYTES + 4 * MiB : 4 * MiB;
          expect(windows.bytes).toBeLessThan(windowsBytes + step);
        }
        expect(windows).toMatchObject(windowsVolumeStart(asked.layout.container));
        expect(windows.startByte % (4 * MiB)).toBe(0);
        const partition = partitionOf(layout, 'windows');
        const end = ((partition?.startLba ?? 0) + (partition?.sectors ?? 0)) * SECTOR;
        expect(windows.startByte + windows.bytes).toBeLessThanOrEqual(end);
        expect(layout.vhdx === null).toBe(asked.layout.container === 'none');
        if (layout.vhdx) {
          const { fileStartByte, fileBytes, diskBytes } = layout.vhdx;
          expect(diskBytes % VHDX_STEP_BYTES).toBe(0);
          expect(fileBytes).toBe(VHDX_PREAMBLE_BYTES + diskBytes);
          expect(windows.startByte + windows.bytes).toBe(fileStartByte + fileBytes);
        }
        expect(partitionOf(layout, 'msr') === undefined).toBe(asked.layout.scheme === 'mbr');
        const last = layout.partitions.at(-1);
        const lastSector = (last?.startLba ?? 0) + (last?.sectors ?? 0);
        expect(lastSector).toBeLessThanOrEqual(layout.diskSectors - 33);
        if (asked.layout.scheme === 'mbr') expect(lastSector).toBeLessThanOrEqual(2 ** 32);
        const shared = partitionOf(layout, 'shared');
        expect(shared === undefined).toBe(sharedBytes === 0);
        if (typeof sharedBytes === 'number' && shared) {
          expect(shared.sectors * SECTOR).toBeGreaterThanOrEqual(sharedBytes);
        }
        layout.partitions.reduce((before, part) => {
          expect(part.startLba).toBeGreaterThanOrEqual(before);
          expect(part.sectors).toBeGreaterThan(0);
          return part.startLba + part.sectors;
        }, 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('fits on a drive of the size it says is needed', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const layout = planLayout({ ...asked, diskBytes: GiB });
        if (!('problem' in layout) || layout.problem !== 'too-small') return;
        if (layout.neededBytes > 2048 * GiB) return;
        const again = planLayout({ ...asked, diskBytes: layout.neededBytes });
        expect(again).not.toHaveProperty('problem');
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a size for Windows that it could not start from', () => {
    const asked = { diskBytes: 64 * GiB, layout: { scheme: 'gpt', container: 'none' } } as const;
    const space = { windowsBytes: 10 * GiB, sharedBytes: 0 };
    expect(planLayout({ ...asked, space, minimumWindowsBytes: 11 * GiB })).toEqual({
      problem: 'windows-too-small',
      minimumBytes: 11 * GiB,
    });
  });
});
