/**
 * Offsets and limits of the registry file format, version 1.3 ("regf"). Sources: the format
 * description of libregf ("Windows NT Registry File (REGF) format") and stores written by Windows.
 * All numbers are little-endian. Cell references count from the first bin, 4096 bytes into the file.
 */
export const BASE_BYTES = 4096;
export const BIN_STEP = 4096;
export const BIN_HEADER = 32;
export const NONE = 0xffffffff;

export const Base = {
  signature: 0x00,
  sequence1: 0x04,
  sequence2: 0x08,
  written: 0x0c,
  major: 0x14,
  minor: 0x18,
  type: 0x1c,
  format: 0x20,
  rootCell: 0x24,
  binBytes: 0x28,
  clustering: 0x2c,
  checksum: 0x1fc,
} as const;

/** Key node, counted from the cell's content. */
export const Nk = {
  flags: 2,
  written: 4,
  parent: 16,
  subkeyCount: 20,
  subkeyList: 28,
  volatileList: 32,
  valueCount: 36,
  valueList: 40,
  security: 44,
  className: 48,
  longestSubkeyName: 52,
  longestValueName: 60,
  longestValueData: 64,
  nameBytes: 72,
  name: 76,
} as const;

export const NK_ROOT = 0x0c;
export const NK_LATIN_NAME = 0x20;

/** Value, counted from the cell's content. */
export const Vk = {
  nameBytes: 2,
  dataBytes: 4,
  data: 8,
  type: 12,
  flags: 16,
  name: 20,
} as const;

export const VK_LATIN_NAME = 1;
/** Set in a value's size when its data, at most 4 bytes, stands in place of the reference. */
export const VK_INLINE = 0x80000000;

/** Longest data of one cell; longer values need the `db` cells of version 1.4. */
export const MAX_VALUE_BYTES = 16_344;
export const MAX_KEY_NAME = 255;
export const MAX_VALUE_NAME = 16_383;
export const MAX_DEPTH = 512;

/** XOR of the first 127 u32 of the base block; 0 and 0xFFFFFFFF are avoided as Windows does. */
export function baseChecksum(base: Buffer): number {
  let sum = 0;
  for (let at = 0; at < Base.checksum; at += 4) sum ^= base.readUInt32LE(at);
  sum >>>= 0;
  if (sum === 0) return 1;
  if (sum === 0xffffffff) return 0xfffffffe;
  return sum;
}
