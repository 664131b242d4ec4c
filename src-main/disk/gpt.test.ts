import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLayout, type StickLayout } from '../../src-shared/layout';
import { GiB, MiB, SECTOR } from '../../src-shared/units';
import { crc32, newGuid, type ByteSource } from '../io';
import { encodeGpt } from './gpt-encode';
import { chooseTable, readGpt } from './gpt-read';
import { plainRequest } from '../../src-shared/testing';

const guids = { efi: newGuid(), msr: newGuid(), windows: newGuid(), shared: newGuid() };
const diskGuid = newGuid();

function layoutOf(diskBytes: number, sharedBytes = 0): StickLayout {
  const layout = planLayout(plainRequest({ diskBytes, sharedBytes, minimumWindowsBytes: MiB }));
  if ('problem' in layout) throw new Error(layout.problem);
  return layout;
}

/** A drive that is zero between its head and its tail. */
function driveOf(layout: StickLayout, { head, tail }: { head: Buffer; tail: Buffer }): ByteSource {
  const size = layout.diskSectors * SECTOR;
  return {
    size,
    read(offset, length) {
      if (offset < 0 || offset + length > size) throw new RangeError('past the end');
      if (offset + length <= head.length) {
        return Promise.resolve(head.subarray(offset, offset + length));
      }
      const at = offset - (size - tail.length);
      if (at >= 0) return Promise.resolve(tail.subarray(at, at + length));
      return Promise.resolve(Buffer.alloc(length));
    },
  };
}

/** Changes one copy of the table and makes its checksums right again. */
function rewriteEntries(head: Buffer, change: (entries: Buffer) => void): void {
  const header = head.subarray(SECTOR, SECTOR + 92);
  const entries = head.subarray(2 * SECTOR, 34 * SECTOR);
  change(entries);
  header.writeUInt32LE(crc32(entries), 88);
  header.writeUInt32LE(0, 16);
  header.writeUInt32LE(crc32(header), 16);
}

describe('a partition table', () => {
  it('is read back as it was written, from both ends of the drive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1 * GiB, max: 4096 * GiB }),
        fc.constantFrom(0, 64 * MiB, 200 * MiB),
        async (diskBytes, sharedBytes) => {
          const layout = layoutOf(diskBytes, sharedBytes);
          const gpt = await readGpt(driveOf(layout, encodeGpt({ layout, diskGuid, guids })));
          expect(gpt.protectiveMbr).toBe(true);
          expect(gpt.agree).toBe(true);
          const table = chooseTable(gpt);
          expect(table?.diskGuid).toBe(diskGuid);
          expect(
            table?.entries.map(({ guid, firstLba, lastLba }) => ({ guid, firstLba, lastLba })),
          ).toEqual(
            layout.partitions.map(({ role, startLba, sectors }) => ({
              guid: guids[role],
              firstLba: startLba,
              lastLba: startLba + sectors - 1,
            })),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has a head of one MiB and a tail of 33 sectors', () => {
    const { head, tail } = encodeGpt({ layout: layoutOf(GiB), diskGuid, guids });
    expect(head.length).toBe(MiB);
    expect(tail.length).toBe(33 * SECTOR);
  });

  it('is taken from the backup when the primary copy has one wrong byte', async () => {
    const layout = layoutOf(GiB);
    const bytes = encodeGpt({ layout, diskGuid, guids });
    bytes.head[SECTOR + 60] = (bytes.head[SECTOR + 60] ?? 0) ^ 1;
    const gpt = await readGpt(driveOf(layout, bytes));
    expect(gpt.primary).toEqual({ problem: 'the checksum of the header is wrong' });
    expect(gpt.agree).toBe(false);
    expect(chooseTable(gpt)?.headerLba).toBe(layout.diskSectors - 1);
  });

  it('names wrong entries in the backup while the primary copy stays valid', async () => {
    const layout = layoutOf(GiB);
    const bytes = encodeGpt({ layout, diskGuid, guids });
    bytes.tail[3] = 0xff;
    const gpt = await readGpt(driveOf(layout, bytes));
    expect(gpt.backup).toEqual({ problem: 'the checksum of the entries is wrong' });
    expect(chooseTable(gpt)?.headerLba).toBe(1);
  });

  it('is refused when partitions overlap although the checksums are right', async () => {
    const layout = layoutOf(GiB);
    const bytes = encodeGpt({ layout, diskGuid, guids });
    rewriteEntries(bytes.head, (entries) => {
      entries.writeBigUInt64LE(2048n, 128 + 32);
    });
    expect((await readGpt(driveOf(layout, bytes))).primary).toEqual({
      problem: 'partition 2 overlaps another one',
    });
  });

  it('is refused when a partition reaches past the usable sectors', async () => {
    const layout = layoutOf(GiB);
    const bytes = encodeGpt({ layout, diskGuid, guids });
    rewriteEntries(bytes.head, (entries) => {
      entries.writeBigUInt64LE((1n << 64n) - 1n, 2 * 128 + 40);
    });
    expect((await readGpt(driveOf(layout, bytes))).primary).toEqual({
      problem: 'partition 3 lies outside the usable sectors',
    });
  });

  it('is missing, without an error, on a drive of zeros or of three bytes', async () => {
    for (const size of [0, 3, 1536, MiB]) {
      const gpt = await readGpt({ size, read: (_, n) => Promise.resolve(Buffer.alloc(n)) });
      expect(chooseTable(gpt)).toBeNull();
      expect(gpt.protectiveMbr).toBe(false);
    }
  });

  it('never throws and never reads outside the drive whatever the header says', async () => {
    const layout = layoutOf(GiB);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 24, max: 87 }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
        }),
        async (changes) => {
          const bytes = encodeGpt({ layout, diskGuid, guids });
          for (const [at, value] of changes) bytes.head[SECTOR + at] = value;
          rewriteEntries(bytes.head, () => undefined);
          const { primary } = await readGpt(driveOf(layout, bytes));
          expect('problem' in primary || primary.entries.length === 3).toBe(true);
        },
      ),
    );
  });

  it('is not made for a partition without GUID, one past the end, or overlapping ones', () => {
    const layout = layoutOf(GiB);
    expect(() => encodeGpt({ layout, diskGuid, guids: { efi: newGuid() } })).toThrow(/no GUID/);
    const short = { ...layout, diskSectors: layout.diskSectors / 2 };
    expect(() => encodeGpt({ layout: short, diskGuid, guids })).toThrow(/do not fit/);
    const twice = { ...layout, partitions: [...layout.partitions, ...layout.partitions] };
    expect(() => encodeGpt({ layout: twice, diskGuid, guids })).toThrow(/overlaps/);
  });
});
