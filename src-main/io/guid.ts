import { randomUUID } from 'node:crypto';

/**
 * GUIDs as text are lower case, without braces: `9dea862c-5cdd-4e70-acc1-f32b344d4795`. On disk and
 * in Windows' binary data they take 16 bytes, the first three groups little-endian (UEFI
 * specification, appendix A, EFI GUID).
 */
const GUID_TEXT = /^\{?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}?$/i;

/** Turns a GUID's text, with or without braces, into its 16 bytes. Throws TypeError for other text. */
export function encodeGuid(text: string): Buffer {
  const match = GUID_TEXT.exec(text);
  if (!match) throw new TypeError(`not a GUID: ${text}`);
  const groups = match.slice(1).map((hex) => Buffer.from(hex, 'hex'));
  return Buffer.concat(groups.map((group, i) => (i < 3 ? group.reverse() : group)));
}

/** Reads the 16 bytes at `offset` as a GUID's text. Throws RangeError when they are not all there. */
export function decodeGuid(bytes: Buffer, offset = 0): string {
  if (offset < 0 || offset + 16 > bytes.length) {
    throw new RangeError(`no GUID at ${String(offset)} of ${String(bytes.length)} bytes`);
  }
  const hex = (from: number, to: number): string =>
    bytes.toString('hex', offset + from, offset + to);
  const reversed = (from: number, to: number): string =>
    Buffer.from(bytes.subarray(offset + from, offset + to))
      .reverse()
      .toString('hex');
  return [reversed(0, 4), reversed(4, 6), reversed(6, 8), hex(8, 10), hex(10, 16)].join('-');
}

/** A new random GUID: version 4 of RFC 9562. */
export function newGuid(): string {
  return randomUUID();
}
