import { z } from 'zod';

/** In lower case, however it was written. */
export const Sha256Schema = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, 'a SHA-256 has 64 hexadecimal digits')
  .transform((hex) => hex.toLowerCase());
