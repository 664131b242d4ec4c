import { z } from 'zod';
import { Sha256Schema } from './sha256';

/** Most characters of a name. */
export const MOST_NAME_CHARACTERS = 200;

/** The hash of an image that a person decided to trust. */
export const TrustedHashSchema = z.object({
  sha256: Sha256Schema,
  /** The file's name, or what the person wrote. */
  name: z.string(),
  /** ISO 8601. */
  since: z.string(),
});
export type TrustedHash = z.infer<typeof TrustedHashSchema>;
