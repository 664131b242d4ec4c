const GB = 1e9;

/** Bytes as a person who speaks `locale` would type them in GB: at most two places, without a trailing zero. */
export function inGigabytes(bytes: number, locale: string): string {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false });
  return plain.format(bytes / GB);
}

/** Bytes of a size typed in GB, with a point or a comma in any language; null when it is not one. */
export function fromGigabytes(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  const gigabytes = Number(trimmed);
  return trimmed === '' || !Number.isFinite(gigabytes) || gigabytes < 0 ? null : gigabytes * GB;
}
