import { singleByteCodePages } from './single-byte-code-pages';

/** Turns what a program prints into text, piece by piece. No character is torn apart between two pieces. */
export interface OutputDecoder {
  push(chunk: Buffer): string;
  /** What was kept back for the next piece. */
  end(): string;
}

/**
 * Code pages that TextDecoder knows, by the names of the Encoding Standard (encoding.spec.whatwg.org). For
 * 936 and 949 it knows supersets.
 */
const NAMES: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  65001: 'utf-8',
};

/**
 * A decoder for the output of Windows' programs. Into a pipe most write the OEM code page (reported of
 * diskpart, DISM, reg and manage-bde), a few UTF-16 or UTF-8 with a byte order mark, and some UTF-16
 * without one, which shows in a zero as every other byte: no program prints those in a code page.
 */
export function outputDecoder(oemCodePage: number): OutputDecoder {
  let held: Buffer = Buffer.alloc(0);
  let chosen: OutputDecoder | null = null;
  const choose = (encoding: string | number): string => {
    chosen = decoderFor(encoding);
    return chosen.push(held);
  };
  return {
    push(chunk) {
      if (chosen !== null) return chosen.push(chunk);
      held = Buffer.concat([held, chunk]);
      const encoding = encodingOf(held);
      return encoding === 'undecided' ? '' : choose(encoding ?? oemCodePage);
    },
    end() {
      const text = chosen === null ? choose(oemCodePage) : '';
      return text + (chosen?.end() ?? '');
    },
  };
}

/** All of a short output. */
export function decodeOutput(bytes: Buffer, oemCodePage: number): string {
  const decoder = outputDecoder(oemCodePage);
  return decoder.push(bytes) + decoder.end();
}

/** Whether outputs in this code page can be read. */
export function isKnownCodePage(codePage: number): boolean {
  return codePage in NAMES || codePage in singleByteCodePages;
}

/** By its first bytes; null for a code page. It waits for no more of them than it needs. */
function encodingOf(start: Buffer): 'utf-8' | 'utf-16le' | 'undecided' | null {
  const [first, second, third, fourth] = start;
  if (second === undefined) return 'undecided';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xef && second === 0xbb) {
    if (third === undefined) return 'undecided';
    return third === 0xbf ? 'utf-8' : null;
  }
  if (first === 0 || second !== 0) return null;
  if (fourth === undefined) return 'undecided';
  return third !== 0 && fourth === 0 ? 'utf-16le' : null;
}

function decoderFor(encoding: string | number): OutputDecoder {
  const name = typeof encoding === 'string' ? encoding : NAMES[encoding];
  if (name !== undefined) return byName(name);
  return byTable(singleByteCodePages[Number(encoding)] ?? '\ufffd'.repeat(128));
}

function byName(name: string): OutputDecoder {
  const decoder = new TextDecoder(name);
  return {
    push: (chunk) => decoder.decode(chunk, { stream: true }),
    end: () => decoder.decode(),
  };
}

function byTable(upperHalf: string): OutputDecoder {
  const characterOf = (byte: number): string =>
    byte < 0x80 ? String.fromCharCode(byte) : upperHalf.charAt(byte - 0x80);
  return { push: (chunk) => Array.from(chunk, characterOf).join(''), end: () => '' };
}
