import { z } from 'zod';

/** What is printed on a label for a stick, as words and as a drawing. */
export const StickLabelSchema = z.strictObject({
  /** What a person calls the stick. */
  name: z.string(),
  /** Drive and size, serial number where it tells one, and the day; English. */
  lines: z.array(z.string()),
  /** What the QR code says: the record's ID. */
  code: z.string(),
  qr: z.strictObject({
    /** Modules along each side, with the white around the code. */
    modules: z.number().int().positive(),
    /** Path of an SVG, one square by one for each dark module. */
    path: z.string(),
  }),
});
export type StickLabel = z.infer<typeof StickLabelSchema>;
