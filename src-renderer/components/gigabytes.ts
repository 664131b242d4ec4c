const GB = 1e9;

/** Bytes as a person would type them in GB: at most two places, without a trailing zero. */
export function inGigabytes(bytes: number): string {
  return String(Math.round((bytes / GB) * 100) / 100);
}

/** Bytes of a size typed in GB; null when it is not one. */
export function fromGigabytes(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  const gigabytes = Number(trimmed);
  return trimmed === '' || !Number.isFinite(gigabytes) || gigabytes < 0 ? null : gigabytes * GB;
}
