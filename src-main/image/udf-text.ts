/**
 * OSTA compressed Unicode (UDF 2.1.1): a first byte of 8 or 16 tells the bits of each character.
 * Anything else gives an empty text, as an empty field does.
 */
export function decodeCs0(bytes: Buffer): string {
  const characters = bytes.subarray(1);
  if (bytes[0] === 8) return characters.toString('latin1');
  if (bytes[0] !== 16) return '';
  const even = Buffer.from(characters.subarray(0, characters.length & ~1));
  return even.swap16().toString('utf16le');
}

/** A field of fixed length whose last byte tells how many of its bytes are used (ECMA-167 1/7.2.12). */
export function decodeDstring(field: Buffer): string {
  const used = Math.min(field.at(-1) ?? 0, field.length - 1);
  return decodeCs0(field.subarray(0, used)).replace(/\0+$/, '');
}
