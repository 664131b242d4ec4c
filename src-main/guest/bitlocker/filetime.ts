/** Milliseconds from 1601, where Windows' time begins, to 1970. */
const EPOCH_MS = 11_644_473_600_000;

/** A time as Windows' FILETIME: steps of 100 ns since 1601, u64 little-endian. Throws RangeError for times before that. */
export function encodeFiletime(time: Date): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(time.getTime() + EPOCH_MS) * 10_000n);
  return bytes;
}

/** To the millisecond. Every u64 is a time that a Date can hold. */
export function decodeFiletime(bytes: Buffer, offset = 0): Date {
  return new Date(Number(bytes.readBigUInt64LE(offset) / 10_000n) - EPOCH_MS);
}
