import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLayout, type StickLayout } from '../../src-shared/layout';
import { plainRequest } from '../../src-shared/testing';
import { GiB, MiB, SECTOR } from '../../src-shared/units';
import type { ByteSource } from '../io';
import { MBR_BOOT_CODE } from './boot-code';
import { encodeMbr } from './mbr-encode';
import { readMbr } from './mbr-read';

const diskSignature = 0xddba6bbb;

function layoutOf(diskBytes: number, sharedBytes = 0): StickLayout {
  const request = plainRequest({ diskBytes, sharedBytes, minimumWindowsBytes: MiB });
  const layout = planLayout({ ...request, layout: { scheme: 'mbr', container: 'none' } });
  if ('problem' in layout) throw new Error(layout.problem);
  return layout;
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
        async (diskBytes, sharedBytes, signature) => {
          const layout = layoutOf(diskBytes, sharedBytes);
          const { head, tail } = encodeMbr({ layout, diskSignature: signature });
          expect([head.length, tail.length]).toEqual([MiB, 0]);
          expect(await readMbr(driveOf(layout.diskSectors * SECTOR, head))).toEqual({
            diskSignature: signature,
            problem: null,
            bootCode: 'own',
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

  it('has our boot code before the signature, and nothing between the table and the first partition', () => {
    const { head } = encodeMbr({ layout: layoutOf(GiB), diskSignature });
    expect(MBR_BOOT_CODE.length).toBe(440);
    expect(head.subarray(0, 440).equals(MBR_BOOT_CODE)).toBe(true);
    expect(head.subarray(SECTOR).every((byte) => byte === 0)).toBe(true);
  });

  it('has a disk signature of which the lowest byte comes first', () => {
    const { head } = encodeMbr({ layout: layoutOf(GiB), diskSignature });
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
    });
    expect(head.subarray(447, 450).toString('hex')).toBe(chs.replace(' ', ''));
  });

  it('without an active partition has no boot code, and its table is sound nevertheless', async () => {
    const layout = layoutOf(GiB);
    const partitions = layout.partitions.filter(({ role }) => role === 'windows');
    const { head } = encodeMbr({ layout: { ...layout, partitions }, diskSignature });
    const mbr = await readMbr(driveOf(GiB, head));
    expect(mbr).toMatchObject({ problem: null, bootCode: 'none' });
  });

  it.each<[string, (head: Buffer) => unknown, string]>([
    ['one byte is another', (head) => head.writeUInt8(0xcc, 200), 'damaged'],
    ['it is erased', (head) => head.fill(0, 0, 440), 'none'],
    ['it is that of another program', (head) => head.fill(0x90, 0, 440), 'foreign'],
  ])('tells of boot code when %s', async (_, change, found) => {
    const { head } = encodeMbr({ layout: layoutOf(GiB), diskSignature });
    change(head);
    expect(await readMbr(driveOf(GiB, head))).toMatchObject({ bootCode: found });
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
    const { head } = encodeMbr({ layout: layoutOf(GiB), diskSignature });
    change(head);
    expect(await readMbr(driveOf(GiB, head))).toMatchObject({ problem });
  });

  it('is not there on an empty drive, a tiny one, or one with a GPT', async () => {
    expect(await readMbr(driveOf(GiB, Buffer.alloc(0)))).toBeNull();
    expect(await readMbr(driveOf(3, Buffer.alloc(0)))).toBeNull();
    const { head } = encodeMbr({ layout: layoutOf(GiB), diskSignature });
    head.writeUInt8(0xee, 446 + 4);
    expect(await readMbr(driveOf(GiB, head))).toBeNull();
  });

  it('never throws and never reads outside the drive whatever sector 0 and the core say', async () => {
    const bytes = fc.array(fc.tuple(fc.nat({ max: 1023 }), fc.nat({ max: 255 })), { minLength: 1 });
    const size = fc.constantFrom(512, 1536, MiB, GiB);
    const { head } = encodeMbr({
      layout: layoutOf(GiB),
      diskSignature,
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
    const encode = (change: Partial<StickLayout>): unknown =>
      encodeMbr({ layout: { ...layout, ...change }, diskSignature });
    const twice = [...layout.partitions, ...layout.partitions];
    expect(() => encode({ partitions: twice })).toThrow(/overlaps/);
    expect(() => encode({ diskSectors: layout.diskSectors / 2 })).toThrow(/do not fit/);
    const windows = { role: 'windows' as const, startLba: 2 ** 32, sectors: 8 };
    expect(() => encode({ diskSectors: 2 ** 33, partitions: [windows] })).toThrow(/2 TiB/);
    const msr = { role: 'msr' as const, startLba: 2048, sectors: 8 };
    expect(() => encode({ partitions: [msr] })).toThrow(/reserved partition/);
    expect(() => encodeMbr({ layout, diskSignature: 0 })).toThrow(/signature/);
  });
});
