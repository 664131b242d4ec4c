/**
 * A 32-bit CRC of a reflected polynomial, that begins and ends with all bits changed. Pass the result of one piece as
 * `previous` to go on with the next.
 */
export type Crc = (bytes: Uint8Array, previous?: number) => number;

export function crcOf(polynomial: number): Crc {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    }
    return value >>> 0;
  });
  return (bytes, previous = 0) => {
    let value = ~previous >>> 0;
    for (const byte of bytes) {
      value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0);
    }
    return ~value >>> 0;
  };
}
