import { FileSystemError } from './file-system-error';

/** Little-endian numbers at offsets of a structure; reading past its end is a FileSystemError. */
export class Fields {
  readonly #bytes: Buffer;
  readonly #what: string;

  /** `what` names the structure in errors. */
  constructor(bytes: Buffer, what: string) {
    this.#bytes = bytes;
    this.#what = what;
  }

  get length(): number {
    return this.#bytes.length;
  }

  u8(at: number): number {
    return this.bytes(at, 1).readUInt8(0);
  }

  i8(at: number): number {
    return this.bytes(at, 1).readInt8(0);
  }

  u16(at: number): number {
    return this.bytes(at, 2).readUInt16LE(0);
  }

  u32(at: number): number {
    return this.bytes(at, 4).readUInt32LE(0);
  }

  /** Six bytes, as in the record number of a file reference. */
  u48(at: number): number {
    return this.bytes(at, 6).readUIntLE(0, 6);
  }

  /** Eight bytes; a value that a number can't hold exactly is damage. */
  u64(at: number): number {
    const value = Number(this.bytes(at, 8).readBigUInt64LE(0));
    if (!Number.isSafeInteger(value)) throw new FileSystemError(`${this.#what} names a huge value`);
    return value;
  }

  utf16(at: number, units: number): string {
    return this.bytes(at, units * 2).toString('utf16le');
  }

  bytes(at: number, length: number): Buffer {
    if (at < 0 || length < 0 || at + length > this.#bytes.length) {
      throw new FileSystemError(`${this.#what} is cut short`);
    }
    return this.#bytes.subarray(at, at + length);
  }
}
