import { z } from 'zod';

/** A volume label that exFAT can have. */
export const ExfatLabelSchema = z
  .string()
  // UTF-16 units (exFAT specification, section 7.3), which zod's own limit does not count.
  .refine((label) => label.length <= 11, 'the label has more than 11 characters')
  // The forbidden characters of a file name: exFAT specification, section 7.7.3. Half of a pair
  // of UTF-16 units is no character.
  .regex(
    /^[^\u0000-\u001f"*/:<>?\\|]*$/,
    'the label contains a character that exFAT does not allow',
  )
  .refine((label) => !/\p{Surrogate}/u.test(label), 'the label contains half a character');
