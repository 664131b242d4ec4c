/** A registry hive as a tree of keys, independent of how it is stored. */

export interface HiveValue {
  /** Empty for a key's default value. */
  name: string;
  /** Registry type, such as `RegistryType.dword`. */
  type: number;
  data: Buffer;
}

export interface HiveKey {
  name: string;
  values: HiveValue[];
  subkeys: HiveKey[];
}

export const RegistryType = { string: 1, binary: 3, dword: 4, multiString: 7 } as const;

/** A hive that can't be read or can't be written. The message says what is wrong and where. */
export class HiveError extends Error {
  override readonly name = 'HiveError';
}

/** The subkey of that name, compared as the registry does, without regard to case. */
export function subkey(key: HiveKey, name: string): HiveKey | undefined {
  return key.subkeys.find((child) => upperName(child.name) === upperName(name));
}

/** The value of that name, compared without regard to case. */
export function valueOf(key: HiveKey, name: string): HiveValue | undefined {
  return key.values.find((value) => upperName(value.name) === upperName(name));
}

/**
 * A name as the registry compares it: each UTF-16 unit upper-cased on its own, so the length never
 * changes (`ß` stays).
 */
export function upperName(name: string): string {
  let upper = '';
  for (let i = 0; i < name.length; i += 1) {
    const unit = name.charAt(i);
    const changed = unit.toUpperCase();
    upper += changed.length === 1 ? changed : unit;
  }
  return upper;
}

/** Text as the registry stores it: UTF-16LE with a closing NUL. */
export function encodeText(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf16le');
}

/** Text up to the first NUL, or all of it. */
export function decodeText(data: Buffer): string {
  const text = data.subarray(0, data.length & ~1).toString('utf16le');
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
