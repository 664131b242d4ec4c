import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../../src-shared/units';
import { bufferSource } from '../../io';
import { checkStick } from './index';

const DISK = 4 * MiB;
const SECTORS = DISK / SECTOR;

const lba = fc.oneof(
  fc.constantFrom(0, 1, 2048, SECTORS - 1, SECTORS, 0x7fffffff, 0xffffffff),
  fc.nat(SECTORS),
);
/** FAT32, NTFS, the two kinds of extended partitions, Linux, a GPT's, none. */
const type = fc.constantFrom(0x0c, 0x07, 0x05, 0x0f, 0x83, 0xee, 0);
const entry = fc.record({ at: fc.nat(3), active: fc.nat(255), type, first: lba, count: lba });
/** What volumes could begin with. */
const content = fc.record({
  at: fc.nat(SECTORS - 1),
  what: fc.constantFrom('\xeb\x58\x90MSDOS5.0', '\xeb\x52\x90NTFS    ', 'vhdxfile', 'EFI PART'),
});

describe('a drive with an MBR that lies', () => {
  it('is judged, whatever the table says, and never found to be in order', async () => {
    const drive = fc.tuple(
      fc.array(entry, { minLength: 1, maxLength: 6 }),
      fc.array(content, { maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(drive, async ([entries, contents]) => {
        const disk = Buffer.alloc(DISK);
        for (const { at, what } of contents) {
          disk.write(what, at * SECTOR, 'latin1');
          disk.writeUInt16LE(0xaa55, at * SECTOR + 510);
        }
        for (const { at, active, type: kind, first, count } of entries) {
          const place = 446 + at * 16;
          disk.writeUInt8(active, place);
          disk.writeUInt8(kind, place + 4);
          disk.writeUInt32LE(first, place + 8);
          disk.writeUInt32LE(count, place + 12);
        }
        disk.writeUInt16LE(0xaa55, 510);
        const results = await checkStick(bufferSource(disk));
        expect(results.some(({ status }) => status === 'fail')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
