import { crcOf } from '../io';

/** CRC-32C (Castagnoli, RFC 3720 appendix B.4), as in VHDX. */
export const crc32c = crcOf(0x82f63b78);
