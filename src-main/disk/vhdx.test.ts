import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VHDX_MAXIMUM_BYTES, VHDX_PREAMBLE_BYTES, VHDX_STEP_BYTES } from '../../src-shared/layout';
import { KiB, MiB } from '../../src-shared/units';
import type { ByteSource } from '../io';
import { encodeVhdxPreamble } from './vhdx-encode';
import { structureChecksum } from './vhdx-format';
import { isVhdx, openVhdx } from './vhdx-read';

const ids = {
  file: '11111111-2222-3333-4444-555555555555',
  data: '21111111-2222-3333-4444-555555555555',
  disk: '31111111-2222-3333-4444-555555555555',
};

/** A file with this preamble and a disk of which every byte tells its place. */
function fileOf(preamble: Buffer, diskBytes: number): ByteSource {
  return {
    size: preamble.length + diskBytes,
    read(offset, length) {
      const bytes = Buffer.alloc(length);
      for (let i = 0; i < length; i += 1) {
        const at = offset + i;
        bytes[i] = at < preamble.length ? (preamble[at] ?? 0) : contentAt(at - preamble.length);
      }
      return Promise.resolve(bytes);
    },
  };
}

const contentAt = (at: number): number => (at % 251) ^ (Math.floor(at / MiB) & 0xff);

const blocks = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 1, max: VHDX_MAXIMUM_BYTES / VHDX_STEP_BYTES }),
);

describe('a virtual disk of fixed size', () => {
  it('is read back with its bytes in their places, whatever its size', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, fc.double({ min: 0, max: 1, noNaN: true }), async (count, where) => {
        const diskBytes = count * VHDX_STEP_BYTES;
        const source = fileOf(encodeVhdxPreamble({ diskBytes, ids }), diskBytes);
        const disk = await openVhdx(source, 'a.vhdx');
        expect(disk.size).toBe(diskBytes);
        const at = Math.floor(where * (diskBytes - 16));
        const expected = Array.from({ length: 16 }, (_, i) => contentAt(at + i));
        expect([...(await disk.read(at, 16))]).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it.each([0, -VHDX_STEP_BYTES, VHDX_STEP_BYTES + MiB, VHDX_MAXIMUM_BYTES + VHDX_STEP_BYTES])(
    'is not made with %d bytes',
    (diskBytes) => {
      expect(() => encodeVhdxPreamble({ diskBytes, ids })).toThrow('a virtual disk can’t have');
    },
  );

  it('with one byte damaged is refused, or is still the same disk', async () => {
    const diskBytes = 5 * VHDX_STEP_BYTES;
    const whole = encodeVhdxPreamble({ diskBytes, ids });
    // Everywhere that anything is written.
    const used = [...whole.keys()].filter((at) => whole[at] !== 0);
    // Sizes of blocks and disk, which have no checksum: what is read then still lies in the file.
    const sizes = (at: number): boolean => at >= 2 * MiB + 65536 && at < 2 * MiB + 65536 + 16;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...used), fc.nat(whole.length - 1)),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const damaged = Buffer.from(whole);
          damaged.writeUInt8(damaged.readUInt8(at) ^ change, at);
          const source = fileOf(damaged, diskBytes);
          const outcome = await openVhdx(source, 'a.vhdx').catch((error: unknown) => error);
          if (outcome instanceof Error) {
            expect(outcome).toMatchObject({ code: 'vhdx/unsupported' });
            return;
          }
          const disk = outcome as ByteSource;
          if (sizes(at)) expect(disk.size).toBeLessThanOrEqual(diskBytes);
          else expect(disk.size).toBe(diskBytes);
          const start = (await disk.read(0, 8)).toString('hex');
          expect(start).toBe(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]).toString('hex'));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('survives the loss of either header and either list of regions, but not of both', async () => {
    const diskBytes = VHDX_STEP_BYTES;
    const whole = encodeVhdxPreamble({ diskBytes, ids });
    const opens = async (...lost: number[]): Promise<boolean> => {
      const damaged = Buffer.from(whole);
      for (const at of lost) damaged.writeUInt8(damaged.readUInt8(at + 100) ^ 1, at + 100);
      return openVhdx(fileOf(damaged, diskBytes), 'a.vhdx').then(
        () => true,
        () => false,
      );
    };
    expect(await opens(65536, 3 * 65536)).toBe(true);
    expect(await opens(2 * 65536, 4 * 65536)).toBe(true);
    expect(await opens(65536, 2 * 65536)).toBe(false);
    expect(await opens(3 * 65536, 4 * 65536)).toBe(false);
  });

  it('that is cut short is refused', async () => {
    const diskBytes = 2 * VHDX_STEP_BYTES;
    const whole = encodeVhdxPreamble({ diskBytes, ids });
    for (const size of [0, 7, 8, MiB, 3 * MiB, VHDX_PREAMBLE_BYTES + diskBytes - 1]) {
      const source = { ...fileOf(whole, diskBytes), size };
      await expect(openVhdx(source, 'a.vhdx')).rejects.toMatchObject({ code: 'vhdx/unsupported' });
    }
  });

  it('of which little is there is refused before its table is read', async () => {
    const diskBytes = VHDX_STEP_BYTES;
    const preamble = encodeVhdxPreamble({ diskBytes, ids });
    // The table of 64 TiB in blocks of 1 MiB has half a GiB, and may lie in a file that occupies almost nothing.
    const table = { offset: 4 * MiB, length: 513 * MiB };
    for (const at of [192 * KiB, 256 * KiB]) {
      preamble.writeBigUInt64LE(BigInt(table.offset), at + 16 + 16);
      preamble.writeUInt32LE(table.length, at + 16 + 24);
      const regions = preamble.subarray(at, at + 64 * KiB);
      regions.writeUInt32LE(structureChecksum(regions), 4);
    }
    const items = 2 * MiB + 64 * KiB;
    preamble.writeUInt32LE(MiB, items);
    preamble.writeBigUInt64LE(BigInt(64 * 2 ** 40), items + 8);
    let largest = 0;
    const file = { ...fileOf(preamble, 0), size: table.offset + table.length };
    const source: ByteSource = {
      size: file.size,
      read(offset, length) {
        largest = Math.max(largest, length);
        return length > MiB ? Promise.resolve(Buffer.alloc(length)) : file.read(offset, length);
      },
    };
    await expect(openVhdx(source, 'a.vhdx')).rejects.toMatchObject({
      code: 'vhdx/unsupported',
      params: { message: 'it is shorter than the disk that it should hold' },
    });
    expect(largest).toBeLessThanOrEqual(MiB);
  });

  it('whose sealed structures say anything is refused, or lies within the file', async () => {
    const diskBytes = 2 * VHDX_STEP_BYTES;
    const whole = encodeVhdxPreamble({ diskBytes, ids });
    const sealed = [64, 128, 192, 256].map((at) => ({
      at: at * KiB,
      bytes: at < 192 ? 4 * KiB : 64 * KiB,
    }));
    const place = fc.oneof(
      fc.integer({ min: 64 * KiB, max: 64 * KiB + 80 }),
      fc.integer({ min: 128 * KiB, max: 128 * KiB + 80 }),
      fc.integer({ min: 192 * KiB, max: 192 * KiB + 80 }),
      fc.integer({ min: 256 * KiB, max: 256 * KiB + 80 }),
      fc.integer({ min: 2 * MiB, max: 2 * MiB + 6 * 32 }),
      fc.integer({ min: 2 * MiB + 64 * KiB, max: 2 * MiB + 64 * KiB + 40 }),
      fc.integer({ min: 3 * MiB, max: 3 * MiB + 24 }),
    );
    const value = fc.oneof(fc.constantFrom(0, 1, 2, 0x10, 0x7f, 0x80, 0xff), fc.nat(255));
    const changes = fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const hostile = Buffer.from(whole);
        for (const [at, byte] of changed) hostile.writeUInt8(byte, at);
        for (const { at, bytes } of sealed) {
          const structure = hostile.subarray(at, at + bytes);
          structure.writeUInt32LE(structureChecksum(structure), 4);
        }
        const file = fileOf(hostile, diskBytes);
        const within: ByteSource = {
          size: file.size,
          read(offset, length) {
            expect(offset >= 0 && length > 0 && offset + length <= file.size).toBe(true);
            expect(length).toBeLessThanOrEqual(MiB);
            return file.read(offset, length);
          },
        };
        const outcome = await openVhdx(within, 'a.vhdx').catch((error: unknown) => error);
        if (outcome instanceof Error) {
          expect(outcome).toMatchObject({ code: 'vhdx/unsupported' });
          return;
        }
        const disk = outcome as ByteSource;
        expect(disk.size).toBeLessThanOrEqual(file.size);
        await disk.read(disk.size - 1, 1);
      }),
      // The example: an item of no bytes.
      { numRuns: 400, examples: [[[[2 * MiB + 52, 0]]]] },
    );
  });

  it('is told from other files by how it begins', async () => {
    const whole = encodeVhdxPreamble({ diskBytes: VHDX_STEP_BYTES, ids });
    expect(await isVhdx(fileOf(whole, VHDX_STEP_BYTES))).toBe(true);
    expect(await isVhdx(fileOf(Buffer.alloc(MiB), 0))).toBe(false);
  });
});
