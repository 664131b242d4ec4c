import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLayout, type StickLayout } from '../../src-shared/layout';
import { plainRequest } from '../../src-shared/testing';
import { GiB, MiB, SECTOR } from '../../src-shared/units';
import type { ByteSource } from '../io';
import { encodeMbr } from './mbr-encode';
import type { BiosBootCode } from './mbr-format';
import { readMbr } from './mbr-read';

const diskSignature = 0xddba6bbb;

function layoutOf(diskBytes: number, sharedBytes = 0): StickLayout {
  const request = plainRequest({ diskBytes, sharedBytes, minimumWindowsBytes: MiB });
  const layout = planLayout({ ...request, layout: { scheme: 'mbr', container: 'none' } });
  if ('problem' in layout) throw new Error(layout.problem);
  return layout;
}

/** Boot code of the right form: a boot sector, and a core of whole sectors whose first lists the others. */
function bootCodeOf(coreSectors: number): BiosBootCode {
  const bootImage = Buffer.alloc(SECTOR, 0x11);
  bootImage.writeUInt16LE(0xaa55, 510);
  const coreImage = Buffer.alloc(coreSectors * SECTOR, 0x22);
  coreImage.writeBigUInt64LE(2n, 500);
  coreImage.writeUInt16LE(coreSectors - 1, 508);
  return { bootImage, coreImage };
}

/** A drive that is zero after its head. */
function driveOf(size: number, head: Buffer): ByteSource {
  return {
    size,
    read(offset, length) {
      if (offset < 0 || offset + length > size) throw new RangeError('past the end');
      const bytes = Buffer.alloc(length);
      head.copy(bytes, 0, Math.min(offset, head.length), Math.min(offset + length, head.length));
      return Promise.resolve(bytes);
    },
  };
}

describe('an MBR', () => {
  it('is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: GiB, max: 4096 * GiB }),
        fc.constantFrom(0, 64 * MiB, 200 * MiB),
        fc.integer({ min: 1, max: 0xffffffff }),
        fc.integer({ min: 2, max: 2047 }),
        async (diskBytes, sharedBytes, signature, coreSectors) => {
          const layout = layoutOf(diskBytes, sharedBytes);
          const bootCode = bootCodeOf(coreSectors);
          const { head, tail } = encodeMbr({ layout, diskSignature: signature, bootCode });
          expect([head.length, tail.length]).toEqual([MiB, 0]);
          expect(await readMbr(driveOf(layout.diskSectors * SECTOR, head))).toEqual({
            diskSignature: signature,
            problem: null,
            bootCodeProblem: null,
            entries: layout.partitions.map(({ role, startLba, sectors }, index) => ({
              index,
              type: role === 'efi' ? 0x0c : 0x07,
              active: role === 'efi',
              firstLba: startLba,
              lastLba: startLba + sectors - 1,
            })),
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keeps the boot code but for the place of the core, the drive and the drive check', () => {
    const bootCode = bootCodeOf(300);
    const { head } = encodeMbr({ layout: layoutOf(GiB), diskSignature, bootCode });
    const changed = [...head.subarray(0, 440).entries()].filter(([, byte]) => byte !== 0x11);
    expect(changed).toEqual([
      ...[0x5c, 0x5d, 0x5e, 0x5f, 0x60, 0x61, 0x62, 0x63].map((at) => [at, at === 0x5c ? 1 : 0]),
      ...[
        [0x64, 0xff],
        [0x66, 0x90],
        [0x67, 0x90],
      ],
    ]);
    expect(head.subarray(SECTOR, 301 * SECTOR).equals(bootCode.coreImage)).toBe(true);
    expect(head.subarray(301 * SECTOR).every((byte) => byte === 0)).toBe(true);
  });

  it('has a disk signature of which the lowest byte comes first', () => {
    const { head } = encodeMbr({ layout: layoutOf(GiB), diskSignature, bootCode: null });
    expect(head.subarray(440, 446).toString('hex')).toBe('bb6bbadd0000');
    expect(head.subarray(510, 512).toString('hex')).toBe('55aa');
  });

  it.each([
    [2048, '2021 00'],
    [63 * 255 * 1024 - 1, 'feff ff'],
    [63 * 255 * 1024, 'feff ff'],
    [63 * 255 * 1000, '00c1 e8'],
  ])('names sector %i by cylinder, head and sector', (startLba, chs) => {
    const layout = { ...layoutOf(16 * GiB), diskSectors: 2 ** 33 };
    const partitions = [{ role: 'windows' as const, startLba, sectors: 2 ** 24 }];
    const { head } = encodeMbr({
      layout: { ...layout, partitions },
      diskSignature,
      bootCode: null,
    });
    expect(head.subarray(447, 450).toString('hex')).toBe(chs.replace(' ', ''));
  });

  it('without boot code says so, and its table is sound nevertheless', async () => {
    const layout = layoutOf(GiB);
    const { head } = encodeMbr({ layout, diskSignature, bootCode: null });
    const mbr = await readMbr(driveOf(GiB, head));
    expect(mbr).toMatchObject({ problem: null, bootCodeProblem: 'sector 0 holds no code' });
  });

  it.each<[string, (head: Buffer) => void, string]>([
    [
      'points past the gap',
      (head) => head.writeBigUInt64LE(2048n, 0x5c),
      'sector 0 goes on in sector 2048, which is not before the first partition',
    ],
    ['has an empty core', (head) => head.fill(0, 512, 301 * 512), 'sector 1 is empty'],
    [
      'lists nothing',
      (head) => head.writeUInt16LE(0, 512 + 508),
      'sector 1 lists no sectors to load',
    ],
    [
      'lists sectors of a partition',
      (head) => head.writeUInt16LE(2047, 512 + 508),
      'the boot code reaches into the first partition',
    ],
    [
      'lists empty sectors',
      (head) => head.fill(0, 1024, 301 * 512),
      'the sectors of the boot code are empty',
    ],
  ])('whose boot code %s will not start a BIOS', async (_, change, problem) => {
    const request = { layout: layoutOf(GiB), diskSignature, bootCode: bootCodeOf(300) };
    const { head } = encodeMbr(request);
    change(head);
    expect(await readMbr(driveOf(GiB, head))).toMatchObject({ bootCodeProblem: problem });
  });

  it.each<[string, (head: Buffer) => void, string]>([
    ['overlap', (head) => head.writeUInt32LE(2048, 462 + 8), 'partition 2 overlaps another one'],
    [
      'reach past the end',
      (head) => head.writeUInt32LE(0xffffffff, 462 + 12),
      'partition 2 reaches past the end of the drive',
    ],
    ['are empty', (head) => head.writeUInt32LE(0, 446 + 12), 'partition 1 is empty'],
    ['cover the table', (head) => head.writeUInt32LE(0, 446 + 8), 'partition 1 covers the table'],
  ])('is refused when partitions %s', async (_, change, problem) => {
    const { head } = encodeMbr({ layout: layoutOf(GiB), diskSignature, bootCode: null });
    change(head);
    expect(await readMbr(driveOf(GiB, head))).toMatchObject({ problem });
  });

  it('is not there on an empty drive, a tiny one, or one with a GPT', async () => {
    expect(await readMbr(driveOf(GiB, Buffer.alloc(0)))).toBeNull();
    expect(await readMbr(driveOf(3, Buffer.alloc(0)))).toBeNull();
    const { head } = encodeMbr({ layout: layoutOf(GiB), diskSignature, bootCode: null });
    head.writeUInt8(0xee, 446 + 4);
    expect(await readMbr(driveOf(GiB, head))).toBeNull();
  });

  it('never throws and never reads outside the drive whatever sector 0 and the core say', async () => {
    const bytes = fc.array(fc.tuple(fc.nat({ max: 1023 }), fc.nat({ max: 255 })), { minLength: 1 });
    const size = fc.constantFrom(512, 1536, MiB, GiB);
    const { head } = encodeMbr({
      layout: layoutOf(GiB),
      diskSignature,
      bootCode: bootCodeOf(300),
    });
    await fc.assert(
      fc.asyncProperty(bytes, size, async (changes, drive) => {
        const changed = Buffer.from(head);
        for (const [at, value] of changes) changed[at] = value;
        const mbr = await readMbr(driveOf(drive, changed.subarray(0, drive)));
        expect(mbr === null || mbr.entries.length > 0).toBe(true);
      }),
    );
  });

  it('is not made for what it can’t hold', () => {
    const layout = layoutOf(GiB);
    const encode = (change: Partial<StickLayout>, bootCode: BiosBootCode | null = null): unknown =>
      encodeMbr({ layout: { ...layout, ...change }, diskSignature, bootCode });
    const twice = [...layout.partitions, ...layout.partitions];
    expect(() => encode({ partitions: twice })).toThrow(/overlaps/);
    expect(() => encode({ diskSectors: layout.diskSectors / 2 })).toThrow(/do not fit/);
    const windows = { role: 'windows' as const, startLba: 2 ** 32, sectors: 8 };
    expect(() => encode({ diskSectors: 2 ** 33, partitions: [windows] })).toThrow(/2 TiB/);
    const msr = { role: 'msr' as const, startLba: 2048, sectors: 8 };
    expect(() => encode({ partitions: [msr] })).toThrow(/reserved partition/);
    expect(() => encode({}, bootCodeOf(2048))).toThrow(/does not fit/);
    const elsewhere = bootCodeOf(300);
    elsewhere.coreImage.writeBigUInt64LE(3n, 500);
    expect(() => encode({}, elsewhere)).toThrow(/other sectors/);
    const cutShort = bootCodeOf(300);
    cutShort.coreImage.writeUInt16LE(200, 508);
    expect(() => encode({}, cutShort)).toThrow(/other sectors/);
    expect(() => encodeMbr({ layout, diskSignature: 0, bootCode: null })).toThrow(/signature/);
    const noSector = { ...bootCodeOf(300), bootImage: Buffer.alloc(512) };
    expect(() => encode({}, noSector)).toThrow(/no boot sector/);
  });
});
