/** Bytes in one sector of every layout this program makes. 4Kn drives are refused, not guessed at. */
export const SECTOR = 512;
export const KiB = 1024;
export const MiB = 1024 * KiB;
export const GiB = 1024 * MiB;

export function alignUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

export function alignDown(value: number, step: number): number {
  return Math.floor(value / step) * step;
}

/** A size as drives are sold: decimal units, one place below 100. `57_700_000_000` → `57.7 GB`, in French `57,7 Go`. */
export function formatBytes(bytes: number, locale = 'en'): string {
  const byte = new Intl.Locale(locale).language === 'fr' ? 'o' : 'B';
  const prefixes = ['', 'k', 'M', 'G', 'T'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < prefixes.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return `${number} ${prefixes[unit] ?? ''}${byte}`;
}

/**
 * Reads a size as people type it: `16G`, `16GiB`, `29,8 Gio`, `500 MB`, `123456`. A bare letter is binary, as in
 * truncate(1) and qemu-img(1); `GB` is decimal. A comma before three digits may be one between thousands, so that is
 * refused. Returns bytes, or undefined when it isn't a size.
 */
export function parseSize(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+|,\d{1,2})?)\s*([kmgt]?)(i?[bo])?\s*$/i.exec(text);
  if (!match) return undefined;
  const power = ['', 'k', 'm', 'g', 't'].indexOf((match[2] ?? '').toLowerCase());
  const base = match[3]?.length === 1 ? 1000 : 1024;
  const bytes = Math.round(Number(match[1]?.replace(',', '.')) * base ** power);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}
