import { randomBytes } from 'node:crypto';
import { CHUNK_BYTES } from '../disk/extent';
import { MARK_BYTES } from './drive-test-marks';

const NONCE_BYTES = 16;

/**
 * What a test writes: noise that can't be compressed. Each block of MARK_BYTES begins with the test's own
 * random number and its offset on the drive, so that it can't be taken for another, nor for one that an
 * earlier test left.
 */
export class TestPattern {
  private readonly nonce = randomBytes(NONCE_BYTES);
  private readonly noise = randomBytes(CHUNK_BYTES);
  private readonly expected = Buffer.alloc(MARK_BYTES);

  /** Fills whole blocks with what belongs at a byte offset of the drive. */
  fill(buffer: Buffer, offset: number): void {
    for (let start = 0; start < buffer.length; start += MARK_BYTES) {
      this.fillBlock(buffer.subarray(start, start + MARK_BYTES), offset + start);
    }
  }

  /** Whether one block, read at a byte offset, holds what belongs there. */
  isRight(block: Buffer, offset: number): boolean {
    this.fillBlock(this.expected, offset);
    return block.equals(this.expected);
  }

  /** The offset to which a block belongs, wherever it was found; null for no block of this test. */
  ownerOf(block: Buffer): number | null {
    if (!block.subarray(0, NONCE_BYTES).equals(this.nonce)) return null;
    const offset = Number(block.readBigUInt64LE(NONCE_BYTES));
    return this.isRight(block, offset) ? offset : null;
  }

  private fillBlock(block: Buffer, offset: number): void {
    const place = Math.floor(offset / MARK_BYTES) % (CHUNK_BYTES / MARK_BYTES);
    this.noise.copy(block, 0, place * MARK_BYTES, (place + 1) * MARK_BYTES);
    this.nonce.copy(block);
    block.writeBigUInt64LE(BigInt(offset), NONCE_BYTES);
  }
}
