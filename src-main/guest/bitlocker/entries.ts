import { openCcm, sealCcm } from './ccm';
import { Value } from './format';
import { MetadataError } from './metadata-error';

/** A piece of the metadata; some hold further entries behind values of their own. */
export interface Entry {
  /** What it is for, of `Role`. */
  role: number;
  /** What its data is, of `Value`. */
  value: number;
  data: Buffer;
}

/** A key with what it is used for, of `Algorithm`. */
export interface TypedKey {
  algorithm: number;
  key: Buffer;
}

const HEADER = 8;
const VERSION = 1;
const NONCE = 12;
const MAC = 16;
const KEY_HEADER = 12;
/** Of an encrypted key of 32 bytes, such as the validation ends with. */
export const WRAPPED_KEY_BYTES = HEADER + NONCE + MAC + KEY_HEADER + 32;

/** u16 size with the header, u16 role, u16 type of value, u16 version. */
export function encodeEntry({ role, value, data }: Entry): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt16LE(HEADER + data.length, 0);
  header.writeUInt16LE(role, 2);
  header.writeUInt16LE(value, 4);
  header.writeUInt16LE(VERSION, 6);
  return Buffer.concat([header, data]);
}

/** Entries to the end of the bytes, or to where only zeros follow. Throws MetadataError. */
export function decodeEntries(bytes: Buffer): Entry[] {
  const entries: Entry[] = [];
  let rest = bytes;
  while (rest.length > 0 && rest.some((byte) => byte !== 0)) {
    if (rest.length < HEADER) throw new MetadataError('an entry is cut off');
    const size = rest.readUInt16LE(0);
    if (size < HEADER || size > rest.length) {
      throw new MetadataError(`an entry has ${String(size)} of ${String(rest.length)} bytes`);
    }
    entries.push({
      role: rest.readUInt16LE(2),
      value: rest.readUInt16LE(4),
      data: rest.subarray(HEADER, size),
    });
    rest = rest.subarray(size);
  }
  return entries;
}

/** A key, encrypted with another one by AES-CCM. `nonce` has 12 bytes: a FILETIME and a u32 that counts. */
export function wrapKey(
  wrappingKey: Buffer,
  nonce: Buffer,
  role: number,
  { algorithm, key }: TypedKey,
): Buffer {
  const plain = Buffer.alloc(KEY_HEADER + key.length);
  plain.writeUInt16LE(plain.length, 0);
  plain.writeUInt16LE(Value.key, 4);
  plain.writeUInt32LE(algorithm, 8);
  key.copy(plain, KEY_HEADER);
  const { mac, ciphertext } = sealCcm(wrappingKey, nonce, plain);
  plain.fill(0);
  const data = Buffer.concat([nonce, mac, ciphertext]);
  return encodeEntry({ role, value: Value.encryptedKey, data });
}

/** The key in an entry, or null when the wrapping key is another one. Throws MetadataError when it opens and is no key. */
export function unwrapKey(wrappingKey: Buffer, { value, data }: Entry): TypedKey | null {
  if (value !== Value.encryptedKey || data.length < NONCE + MAC) {
    throw new MetadataError('an entry is no encrypted key');
  }
  const mac = data.subarray(NONCE, NONCE + MAC);
  const ciphertext = data.subarray(NONCE + MAC);
  const plain = openCcm(wrappingKey, data.subarray(0, NONCE), { mac, ciphertext });
  if (plain === null) return null;
  if (plain.length < KEY_HEADER || plain.readUInt16LE(4) !== Value.key) {
    throw new MetadataError('what is encrypted is no key');
  }
  return { algorithm: plain.readUInt32LE(8), key: plain.subarray(KEY_HEADER) };
}
