import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GiB, MiB, SECTOR } from './units';
import { neededVentoyBytes, roomForFiles, ventoyPartitions } from './ventoy-space';

describe('the partitions that Ventoy makes', () => {
  // Seen on loop devices after Ventoy's own scripts.
  it('are those that were seen on a disk of 4 GiB', () => {
    const mbr = ventoyPartitions(4 * GiB, { scheme: 'mbr', reserveBytes: 0 });
    expect(mbr?.data).toEqual({ startLba: 2048, sectors: 8323071 - 2048 + 1 });
    expect(mbr?.efi).toEqual({ startLba: 8323072, sectors: 65536 });
    const gpt = ventoyPartitions(4 * GiB, { scheme: 'gpt', reserveBytes: 512 * MiB });
    expect(gpt?.data).toEqual({ startLba: 2048, sectors: 7274455 - 2048 + 1 });
    expect(gpt?.efi).toEqual({ startLba: 7274456, sectors: 65536 });
  });

  it('do not fit a disk whose reserve leaves nothing', () => {
    expect(ventoyPartitions(4 * GiB, { scheme: 'mbr', reserveBytes: 4063 * MiB })).toBeNull();
    expect(ventoyPartitions(32 * MiB, { scheme: 'mbr', reserveBytes: 0 })).toBeNull();
  });

  it('have room for what a disk of the needed size was asked for', () => {
    const install = fc.record({
      scheme: fc.constantFrom('mbr' as const, 'gpt' as const),
      fileSystem: fc.constantFrom('exfat' as const, 'ntfs' as const),
      reserveBytes: fc.nat({ max: 4096 }).map((mib) => mib * MiB),
    });
    fc.assert(
      fc.property(
        install,
        fc.oneof(fc.nat({ max: GiB }), fc.nat({ max: 2 ** 40 })),
        (asked, filesBytes) => {
          const made = ventoyPartitions(neededVentoyBytes(filesBytes, asked), asked);
          const room = roomForFiles((made?.data.sectors ?? 0) * SECTOR, asked.fileSystem);
          expect(room).toBeGreaterThanOrEqual(filesBytes);
        },
      ),
    );
  });
});
