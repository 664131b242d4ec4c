import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferSource } from '../io';
import { crc32c } from './crc32c';
import { readExtVolume } from './ext-read';
import { FileSystemError } from './file-system-error';

/** A volume of 64 blocks of 1 KiB that holds its superblock alone, with metadata checksums. */
function volume(change: (superblock: Buffer) => void = () => undefined): Buffer {
  const bytes = Buffer.alloc(64 * 1024);
  const superblock = bytes.subarray(1024, 2048);
  superblock.writeUInt32LE(64, 0x04);
  superblock.writeUInt32LE(40, 0x0c);
  superblock.writeUInt16LE(0xef53, 0x38);
  superblock.writeUInt16LE(1, 0x3a);
  superblock.writeUInt32LE(0x4, 0x5c);
  superblock.writeUInt32LE(0x40, 0x60);
  superblock.writeUInt32LE(0x400, 0x64);
  superblock.write('casper-rw', 0x78, 'latin1');
  change(superblock);
  superblock.writeUInt32LE(~crc32c(superblock.subarray(0, 0x3fc)) >>> 0, 0x3fc);
  return bytes;
}

describe('readExtVolume', () => {
  it('tells label, size and state', async () => {
    expect(await readExtVolume(bufferSource(volume()))).toEqual({
      type: 'ext4',
      label: 'casper-rw',
      blockBytes: 1024,
      blocks: 64,
      freeBlocks: 40,
      clean: true,
    });
  });

  it.each([
    ['a journal that was left', (block: Buffer) => block.writeUInt32LE(0x44, 0x60)],
    ['noted errors', (block: Buffer) => block.writeUInt16LE(3, 0x3a)],
    ['no unmounting', (block: Buffer) => block.writeUInt16LE(0, 0x3a)],
  ])('calls one with %s not clean', async (_, change) => {
    expect((await readExtVolume(bufferSource(volume(change))))?.clean).toBe(false);
  });

  it.each([
    ['larger than its file', (block: Buffer) => block.writeUInt32LE(65, 0x04)],
    ['without blocks', (block: Buffer) => block.writeUInt32LE(0, 0x04)],
    ['of impossible blocks', (block: Buffer) => block.writeUInt32LE(7, 0x18)],
  ])('refuses one %s', async (_, change) => {
    await expect(readExtVolume(bufferSource(volume(change)))).rejects.toBeInstanceOf(
      FileSystemError,
    );
  });

  it('finds none in other files', async () => {
    for (const length of [0, 1024, 2047, 4096]) {
      expect(await readExtVolume(bufferSource(Buffer.alloc(length)))).toBeNull();
    }
  });

  it('notices any changed byte of the superblock', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1023), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = volume();
        bytes.writeUInt8(bytes.readUInt8(1024 + at) ^ change, 1024 + at);
        const outcome = await readExtVolume(bufferSource(bytes)).catch((error: unknown) => error);
        // A change of the mark or of the flag that there are checksums is a volume of another kind.
        const kind = [0x38, 0x39, 0x65].includes(at);
        if (!kind) expect(outcome).toBeInstanceOf(FileSystemError);
      }),
    );
  });
});
