import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECTOR } from '../../../src-shared/units';
import { VentoyLayoutSchema } from '../../../src-shared/ventoy-stick';
import { bufferSource, type ByteSource } from '../../io';
import {
  DISK_GUID,
  SIGNATURE,
  editGpt,
  placesOf,
  simulatedDisk,
  type SimulatedDisk,
} from '../test-support/simulated-disk';
import { readVentoyLayout } from './read-layout';

const EFI_START = 2048 + 16384;

async function layoutOf(disk: Buffer): Promise<Awaited<ReturnType<typeof readVentoyLayout>>> {
  const layout = await readVentoyLayout(bufferSource(disk));
  return layout && VentoyLayoutSchema.parse(layout);
}

function changed(request: SimulatedDisk, change: (disk: Buffer) => void): Buffer {
  const disk = simulatedDisk(request);
  change(disk);
  return disk;
}

describe('the layout of a disk with Ventoy', () => {
  it('is read from an MBR', async () => {
    expect(await layoutOf(simulatedDisk({ scheme: 'mbr' }))).toEqual({
      state: 'whole',
      scheme: 'mbr',
      version: '1.1.17',
      secureBoot: true,
      data: { startLba: 2048, sectors: 16384, fileSystem: 'exfat', label: 'Ventoy' },
      efi: { startLba: EFI_START, sectors: 65536 },
      reservedSectors: 0,
      diskUuid: '00112233445566778899aabbccddeeff',
      id: { scheme: 'mbr', signature: SIGNATURE },
    });
  });

  it('is read from a GPT, with reserved space and without Secure Boot', async () => {
    const request = { scheme: 'gpt', reserveSectors: 4096, secureBoot: false } as const;
    expect(await layoutOf(simulatedDisk(request))).toMatchObject({
      state: 'whole',
      scheme: 'gpt',
      secureBoot: false,
      efi: { startLba: EFI_START, sectors: 65536 },
      reservedSectors: 4096,
      id: { scheme: 'gpt', guid: DISK_GUID },
    });
  });

  it('has no version where the menu names none, or none that could be one', async () => {
    for (const version of [null, '', 'x'.repeat(40), '1.1\u001b[31m']) {
      const layout = await layoutOf(simulatedDisk({ scheme: 'mbr', version }));
      expect(layout).toMatchObject({ state: 'whole', version: null });
    }
  });

  it('is not seen on an empty disk, in an empty file and in another stick with two partitions', async () => {
    expect(await layoutOf(Buffer.alloc(0))).toBeNull();
    expect(await layoutOf(Buffer.alloc(1024 * SECTOR))).toBeNull();
    const other = changed({ scheme: 'mbr', efiLabel: 'BOOT' }, (disk) => disk.fill(0, 0, 440));
    expect(await layoutOf(other)).toBeNull();
  });
});

describe('a disk on which Ventoy is damaged', () => {
  const cases: [string, Buffer, { problem: RegExp; updateRepairs: boolean }][] = [
    [
      'by other boot code',
      changed({ scheme: 'mbr' }, (disk) => disk.fill(0x33, 0, 440)),
      { problem: /sector 0 does not hold/, updateRepairs: true },
    ],
    [
      'by another label',
      simulatedDisk({ scheme: 'gpt', efiLabel: 'EFI' }),
      { problem: /not labelled VTOYEFI/, updateRepairs: true },
    ],
    [
      'in the volume of partition 2',
      changed({ scheme: 'mbr' }, (disk) =>
        disk.fill(0, EFI_START * SECTOR, EFI_START * SECTOR + 512),
      ),
      { problem: /holds no FAT volume/, updateRepairs: true },
    ],
    [
      'by a partition 1 that starts elsewhere',
      changed({ scheme: 'mbr' }, (disk) => disk.writeUInt32LE(4096, 446 + 8)),
      { problem: /does not start at 1 MiB/, updateRepairs: false },
    ],
    [
      'by a partition 2 of another size',
      changed({ scheme: 'mbr' }, (disk) => disk.writeUInt32LE(65528, 462 + 12)),
      { problem: /does not have 32 MiB/, updateRepairs: false },
    ],
    [
      'by a gap between its partitions',
      changed({ scheme: 'mbr' }, (disk) => disk.writeUInt32LE(16376, 446 + 12)),
      { problem: /does not follow partition 1/, updateRepairs: false },
    ],
    [
      'in the first copy of its GPT',
      changed({ scheme: 'gpt' }, (disk) => disk.fill(0, SECTOR, 2 * SECTOR)),
      { problem: /table of partitions is damaged/, updateRepairs: false },
    ],
    [
      'by losing partition 2',
      changed({ scheme: 'gpt' }, (disk) => {
        editGpt(disk, (entries) => entries.fill(0, 128, 256));
      }),
      { problem: /there is no partition 2/, updateRepairs: false },
    ],
    [
      'by losing its table',
      changed({ scheme: 'mbr' }, (disk) => disk.fill(0, 440, 512)),
      { problem: /no table of partitions/, updateRepairs: false },
    ],
    [
      'by being cut short',
      simulatedDisk({ scheme: 'mbr' }).subarray(
        0,
        placesOf({ scheme: 'mbr' }).sectors * SECTOR - 4096,
      ),
      { problem: /reaches past the end/, updateRepairs: false },
    ],
  ];
  it.each(cases)('%s is recognised, with what is wrong', async (_, disk, expected) => {
    const layout = await layoutOf(disk);
    if (layout?.state !== 'damaged') throw new Error(`it is ${String(layout?.state)}`);
    expect(layout.problems.join('; ')).toMatch(expected.problem);
    expect(layout.updateRepairs).toBe(expected.updateRepairs);
  });

  it('ends in a result that the schema takes, whatever the bytes', async () => {
    const disks = (['mbr', 'gpt'] as const).map((scheme) => simulatedDisk({ scheme }));
    const interesting = fc.oneof(
      fc.integer({ min: 440, max: 3 * SECTOR }),
      fc.integer({ min: EFI_START * SECTOR, max: EFI_START * SECTOR + 2 * SECTOR }),
      fc.integer({ min: 2048 * SECTOR, max: 2048 * SECTOR + 256 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...disks),
        fc.array(fc.tuple(interesting, fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (disk, changes) => {
          const layout = await readVentoyLayout(overlaid(disk, changes));
          expect(layout && VentoyLayoutSchema.parse(layout)).toEqual(layout);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** The disk with single bytes changed, without a copy of it. */
function overlaid(disk: Buffer, changes: readonly (readonly [number, number])[]): ByteSource {
  const source = bufferSource(disk);
  return {
    size: disk.length,
    async read(offset, length) {
      const bytes = Buffer.from(await source.read(offset, length));
      for (const [at, value] of changes) {
        if (at >= offset && at < offset + length) bytes[at - offset] = value;
      }
      return bytes;
    },
  };
}
