import { XmlError } from './error';

/**
 * The text of an XML file in UTF-8, or in UTF-16 with a byte order mark; the mark is not part of it. Throws
 * `XmlError` when the bytes are neither, or when the file says that it is written in something else.
 */
export function decodeXml(bytes: Buffer): string {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlError(`it is not written in ${NAMES[encoding]}`, null);
  }
  const declared = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (declared !== undefined && !MAY_SAY[encoding].test(declared)) {
    throw new XmlError('it is in another encoding than UTF-8, or UTF-16 with its mark', 1);
  }
  return text;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8, nor in UTF-16 with its mark',
  'utf-16le': 'UTF-16, as its mark says',
  'utf-16be': 'UTF-16, as its mark says',
};

const MAY_SAY: Record<Encoding, RegExp> = {
  'utf-8': /^(utf-8|us-ascii)$/i,
  'utf-16le': /^(utf-16|utf-16le)$/i,
  'utf-16be': /^(utf-16|utf-16be)$/i,
};

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
