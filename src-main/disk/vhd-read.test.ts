import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferSource } from '../io';
import { FileSystemError } from './file-system-error';
import { readVhdFile } from './vhd-read';

const SECTOR = 512;
const DISK_BYTES = 8 * SECTOR;

function footer(type: number, diskBytes = DISK_BYTES, headerAt = SECTOR): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  bytes.write('conectix', 0, 'latin1');
  bytes.writeBigUInt64BE(BigInt(headerAt), 16);
  bytes.writeBigUInt64BE(BigInt(diskBytes), 48);
  bytes.writeUInt32BE(type, 60);
  return seal(bytes);
}

function seal(bytes: Buffer): Buffer {
  bytes.writeUInt32BE(0, 64);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.writeUInt32BE(~sum >>> 0, 64);
  return bytes;
}

function growing(type: number): Buffer {
  const header = Buffer.alloc(1024);
  header.write('cxsparse', 0, 'latin1');
  return Buffer.concat([footer(type), header, footer(type)]);
}

describe('a VHD file', () => {
  it.each([
    ['fixed', Buffer.concat([Buffer.alloc(DISK_BYTES), footer(2)])],
    ['dynamic', growing(3)],
    ['differencing', growing(4)],
  ])('that is %s tells its size', async (type, file) => {
    expect(await readVhdFile(bufferSource(file))).toEqual({ type, diskBytes: DISK_BYTES });
  });

  it.each([
    ['empty', Buffer.alloc(0), /too short/],
    ['something else', Buffer.alloc(4096), /does not end/],
    ['one without its end', growing(3).subarray(0, 1536), /end is missing/],
    [
      'one without a part of its disk',
      Buffer.concat([Buffer.alloc(DISK_BYTES - 1), footer(2)]),
      /shorter/,
    ],
    ['of an unknown kind', Buffer.concat([Buffer.alloc(DISK_BYTES), footer(7)]), /unknown kind/],
    ['without size', Buffer.concat([Buffer.alloc(DISK_BYTES), footer(2, 0)]), /impossible size/],
    ['without its header', Buffer.concat([Buffer.alloc(2048), footer(3)]), /header is missing/],
  ])('that is %s is refused', async (_, file, message) => {
    const refused = readVhdFile(bufferSource(file));
    await expect(refused).rejects.toBeInstanceOf(FileSystemError);
    await expect(refused).rejects.toThrow(message);
  });

  it('with any byte of its footer changed is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(SECTOR - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const file = Buffer.concat([Buffer.alloc(DISK_BYTES), footer(2)]);
        const place = DISK_BYTES + at;
        file.writeUInt8(file.readUInt8(place) ^ change, place);
        await expect(readVhdFile(bufferSource(file))).rejects.toBeInstanceOf(FileSystemError);
      }),
    );
  });
});
