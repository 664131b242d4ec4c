import { alignUp } from '../../../src-shared/units';
import { BIN_HEADER, BIN_STEP } from './format';

interface Bin {
  /** Reference of the bin's first byte. */
  start: number;
  bytes: number;
  /** Bytes taken by the header and the cells; the rest is one free cell. */
  used: number;
}

/** Collects cells and places them in bins. A cell never crosses from one bin into the next. */
export class CellWriter {
  private readonly bins: Bin[] = [];
  private readonly cells: { at: number; bytes: number; content: Buffer }[] = [];

  /** Places a cell and returns its reference. `content` may be filled in until `finish`. */
  add(content: Buffer): number {
    const bytes = alignUp(4 + content.length, 8);
    const bin = this.binWithRoom(bytes);
    const at = bin.start + bin.used;
    bin.used += bytes;
    this.cells.push({ at, bytes, content });
    return at;
  }

  /** All bins as they follow the base block. `written` is a FILETIME. */
  finish(written: bigint): Buffer {
    const last = this.bins[this.bins.length - 1];
    const out = Buffer.alloc(last ? last.start + last.bytes : 0);
    for (const { start, bytes, used } of this.bins) {
      out.write('hbin', start, 'latin1');
      out.writeUInt32LE(start, start + 4);
      out.writeUInt32LE(bytes, start + 8);
      if (start === 0) out.writeBigUInt64LE(written, 20);
      if (used < bytes) out.writeInt32LE(bytes - used, start + used);
    }
    for (const { at, bytes, content } of this.cells) {
      out.writeInt32LE(-bytes, at);
      content.copy(out, at + 4);
    }
    return out;
  }

  private binWithRoom(cellBytes: number): Bin {
    const last = this.bins[this.bins.length - 1];
    if (last && last.used + cellBytes <= last.bytes) return last;
    const start = last ? last.start + last.bytes : 0;
    const bin = { start, bytes: alignUp(BIN_HEADER + cellBytes, BIN_STEP), used: BIN_HEADER };
    this.bins.push(bin);
    return bin;
  }
}
