/*
 * Characters of XML 1.0 (fifth edition): productions Char [2], NameStartChar [4] and NameChar [4a], the names without
 * the colon, as Namespaces in XML 1.0 has them.
 */

const NO_CHARACTER = /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const START =
  'A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f' +
  '\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}';
const NAME = `[${START}][\u0300-\u036f${START}.0-9\u00b7\u203f\u2040-]*`;

/** A name with or without a prefix, matched from `lastIndex`. Groups: prefix, local name. */
export const QUALIFIED_NAME = new RegExp(`(?:(${NAME}):)?(${NAME})`, 'uy');

/** Index of the first code unit that no XML document can have, even as a reference; -1 when there is none. */
export function indexOfNoCharacter(text: string): number {
  return text.search(NO_CHARACTER);
}

export function isCharacter(codePoint: number): boolean {
  return codePoint <= 0x10ffff && indexOfNoCharacter(String.fromCodePoint(codePoint)) < 0;
}

/**
 * A text as it stands between tags. Carriage returns are written as references, because a reader would otherwise
 * take them for line ends. Throws `RangeError`, without the text, when a character has no place in XML.
 */
export function escapeText(text: string): string {
  if (indexOfNoCharacter(text) >= 0) {
    throw new RangeError('the text has a character that XML can’t hold');
  }
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
