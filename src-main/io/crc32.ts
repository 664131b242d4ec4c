import { crcOf } from './crc';

/** CRC-32 as in ISO 3309, Ethernet and GPT. Node 18's zlib has none. */
export const crc32 = crcOf(0xedb88320);
