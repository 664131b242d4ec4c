/** Typed from a photo or read by a machine, these look alike. */
const alike: Readonly<Record<string, string>> = { '0': '[0o]', '1': '[1il]' };

const PREFIX = '[0o]\\s?[x×]\\s?';
const BEFORE = '(?<![0-9a-z])';
const AFTER = '(?![0-9a-z])';

/**
 * Finds a number as people write it: in any case, with or without `0x`, with the letter O for a zero and a space within.
 * `code` is written as `0xc0000225`; one of two digits is a stop code, which has to be called one or be filled with zeros,
 * since such a number is found everywhere.
 */
export function codePattern(code: string): RegExp {
  const digits = code.slice(2);
  const spelled = [...digits].map((digit) => alike[digit] ?? digit);
  const pattern =
    digits.length <= 2
      ? `(?:(?:${PREFIX}|(?:stop|bug\\s?check)(?:\\s?code|\\s?error)?[\\s:]{0,3}(?:${PREFIX})?)[0o]{0,6}|[0o]{6})${spelled.join('')}`
      : // A status within a register of 64 bits has eight times F before it.
        `(?:${PREFIX})?(?:f{8})?${spelled.join('[ ]?')}`;
  return new RegExp(`${BEFORE}${pattern}${AFTER}`, 'i');
}

/** Finds `STATUS_NOT_FOUND` also as `Status not found`. */
export function namePattern(name: string): RegExp {
  return new RegExp(`${BEFORE}${name.split('_').join('[\\s_-]{0,3}')}${AFTER}`, 'i');
}

/**
 * What stays the same when zeros in a row are miscounted, which happens with codes that have six of them: `0xc00000e` and
 * `0xc000000e` give `c0e`.
 */
export function withoutRepeatedZeros(code: string): string {
  return code.toLowerCase().replaceAll('o', '0').replace(/^0x/, '').replace(/0+/g, '0');
}

/** Words of a text in lower case, parted by one space, without accents and what a reader or a machine sets differently. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
