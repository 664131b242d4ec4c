import { z } from 'zod';

/** Controls, and what turns the direction of writing: a terminal or a page would act upon them. */
const ACTING = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

/**
 * What a person typed, as it is kept: composed (NFC), on one line, with one space where there was any white space, and
 * without what can't be shown. The same text stays as it is.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(ACTING, ' ')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A text of at most so many UTF-16 units, once normalised. */
export function textUpTo(most: number): z.ZodType<string, string> {
  return z
    .string()
    .transform(normaliseText)
    .pipe(z.string().refine((text) => text.length <= most, `it has more than ${most} characters`));
}
