/** ASN.1 as certificates and signatures have it, in its distinguished encoding (ITU-T X.690). */

/** One encoded value. */
export interface DerValue {
  tag: number;
  content: Buffer;
  /** With tag and length. */
  whole: Buffer;
}

export const DerTag = {
  integer: 0x02,
  octetString: 0x04,
  bitString: 0x03,
  objectId: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** Tags of a type's own parts, with other values in them. */
  context0: 0xa0,
} as const;

/** Something that is no distinguished encoding, or not of the type that was expected. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** No signature has a list this long; what has is damage. */
const MAXIMUM_VALUES = 4096;

/** The first value. What follows it is left alone. Throws DerError. */
export function readDer(bytes: Buffer): DerValue {
  return valueAt(bytes, 0);
}

/** The values that a value consists of. Throws DerError for any other tag than `tag`. */
export function partsOf(value: DerValue | undefined, tag: number): DerValue[] {
  const { content } = expectTag(value, tag);
  const parts: DerValue[] = [];
  for (let at = 0; at < content.length;) {
    const part = valueAt(content, at);
    parts.push(part);
    if (parts.length > MAXIMUM_VALUES) throw new DerError('a list is too long');
    at += part.whole.length;
  }
  return parts;
}

/** The value, if it has this tag. Throws DerError otherwise. */
export function expectTag(value: DerValue | undefined, tag: number): DerValue {
  if (value?.tag !== tag) {
    const found = value ? `tag ${value.tag.toString(16)}` : 'nothing';
    throw new DerError(`${found} in place of tag ${tag.toString(16)}`);
  }
  return value;
}

/** An object identifier as text, such as `2.5.4.3`. Throws DerError. */
export function objectIdOf(value: DerValue | undefined): string {
  const { content } = expectTag(value, DerTag.objectId);
  const numbers: number[] = [];
  let number = 0;
  for (const byte of content) {
    number = number * 128 + (byte & 0x7f);
    if (!Number.isSafeInteger(number)) throw new DerError('an object identifier is too long');
    if (byte & 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const [first = 0, ...others] = numbers;
  const area = Math.min(2, Math.floor(first / 40));
  return [area, first - area * 40, ...others].join('.');
}

/** Tags of one byte and lengths of up to four: signatures have no others. */
function valueAt(bytes: Buffer, at: number): DerValue {
  const [tag = 0, first = 0] = [bytes[at], bytes[at + 1]];
  if (at + 2 > bytes.length) throw new DerError('a value ends before its length');
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag is too long');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 4 || at + 2 + lengthBytes > bytes.length) {
    throw new DerError('a length is not one of the distinguished encoding');
  }
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  if (start + length > bytes.length) throw new DerError('a value is longer than what holds it');
  return {
    tag,
    content: bytes.subarray(start, start + length),
    whole: bytes.subarray(at, start + length),
  };
}
