/** Identifiers of descriptor tags (ECMA-167 3/7.2.1 and 4/7.2.1). */
export const TagId = {
  anchor: 2,
  volumePointer: 3,
  partition: 5,
  logicalVolume: 6,
  terminator: 8,
  fileSet: 256,
  fileIdentifier: 257,
  allocationExtent: 258,
  fileEntry: 261,
  extendedFileEntry: 266,
} as const;

export const TAG_BYTES = 16;

/**
 * The identifier of the descriptor that starts here, or null when its tag or content is damaged:
 * ECMA-167 3/7.2 (checksum over the tag without its own byte, CRC over the bytes that follow).
 */
export function tagIdentifier(descriptor: Buffer): number | null {
  if (descriptor.length < TAG_BYTES) return null;
  let sum = 0;
  for (let at = 0; at < TAG_BYTES; at += 1) if (at !== 4) sum += descriptor.readUInt8(at);
  if ((sum & 0xff) !== descriptor.readUInt8(4)) return null;
  const crcEnd = TAG_BYTES + descriptor.readUInt16LE(10);
  if (crcEnd > descriptor.length) return null;
  if (crc16(descriptor.subarray(TAG_BYTES, crcEnd)) !== descriptor.readUInt16LE(8)) return null;
  const identifier = descriptor.readUInt16LE(0);
  return identifier === 0 ? null : identifier;
}

const crcTable = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  return crc;
});

/** CRC-16 with polynomial x^16 + x^12 + x^5 + 1 and initial value 0 (ECMA-167 3/7.2.6). */
export function crc16(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ (crcTable[(crc >> 8) ^ byte] ?? 0)) & 0xffff;
  return crc;
}
