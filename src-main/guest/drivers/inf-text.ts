import { withoutEnd } from '../../io';
import { InfError } from './inf-error';

/**
 * The text of an INF file: UTF-16LE, or UTF-8, or else taken for Latin-1. Windows reads one without a byte order
 * mark by its own code page (Microsoft, “General syntax rules for INF files”), which a file doesn't name; what
 * matters here is ASCII in all of them. Throws InfError for what is no text.
 */
export function decodeInfText(bytes: Buffer): string {
  const text = decode(bytes);
  // Ctrl+Z, which closed text files of old, and what a last block was filled with.
  const whole = withoutEnd(text, (unit) => /\p{Cc}/u.test(unit));
  const control = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u.exec(whole);
  if (control) throw new InfError('it holds bytes that are no text');
  return whole;
}

function decode(bytes: Buffer): string {
  if (startsWith(bytes, [0xff, 0xfe])) return utf16(bytes.subarray(2));
  if (startsWith(bytes, [0xfe, 0xff])) throw new InfError('it is big-endian UTF-16');
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return utf8(bytes.subarray(3)) ?? notUtf8();
  // A letter and a zero: UTF-16 without its mark.
  if (bytes.length >= 2 && bytes[0] !== 0 && bytes[1] === 0) return utf16(bytes);
  return utf8(bytes) ?? bytes.toString('latin1');
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function utf16(bytes: Buffer): string {
  if (bytes.length % 2 !== 0) throw new InfError('it is UTF-16 text that ends in half a character');
  return bytes.toString('utf16le');
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notUtf8(): never {
  throw new InfError('it says it is UTF-8 text and is not');
}
