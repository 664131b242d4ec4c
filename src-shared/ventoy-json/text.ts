import { stickError } from '../errors';
import { type TextPlace, placeAt, readJson } from '../json-text';
import type { VentoyConfig } from './config';
import { MAX_CONFIG_BYTES } from './config';
import type { JsonValue } from './json';
import { isObject, utf8Bytes } from './json';
import { type Complaint, complaint } from './problem-texts';
import { unusable } from './unusable';

/** Something in the text, rather than in what it means, that Ventoy reads in its own way. */
export interface TextNote extends Complaint {
  place: TextPlace;
}

/**
 * The bytes of a ventoy.json as text, without a byte-order mark. Ventoy takes UTF-8, with or without one
 * (`ventoy_cmd_load_plugin`).
 * @throws StickError `ventoy/config-invalid` for another encoding, and above 1 MiB
 */
export function ventoyJsonText(bytes: Uint8Array): string {
  if (bytes.length > MAX_CONFIG_BYTES) throw unusable('text-too-large', {});
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw unusable('text-utf16', {});
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unusable('text-not-utf8', {});
  }
}

/** @throws StickError `ventoy/config-json`, which tells line and column, `ventoy/config-invalid` above 1 MiB */
export function parseVentoyJson(text: string): VentoyConfig {
  return readVentoyJson(text).config;
}

/**
 * Like `parseVentoyJson`, with what deserves to be mentioned about the text. Of a name that an object has twice Ventoy
 * takes the first, since it looks members up from the front (`vtoy_json_find_item`) and marks a plugin as loaded.
 */
export function readVentoyJson(text: string): { config: VentoyConfig; notes: TextNote[] } {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (utf8Bytes(plain) > MAX_CONFIG_BYTES) throw unusable('text-too-large', {});
  const read = readJson(plain, 'keep-first');
  if (!read.ok) throw unreadable(read.place, read.message);
  const config = read.value as JsonValue;
  if (!isObject(config)) throw unreadable(read.placeOf([]), 'it has to be an object, in { and }');
  const repeated = read.repeated.map(({ name, place }): TextNote => ({
    place,
    ...complaint('text-repeated-name', { name }),
  }));
  return { config, notes: [...repeated, ...spellings(plain)] };
}

/**
 * As JSON, with the indentation of the text that it takes the place of, or four blanks as Ventoy's own editor has it. LF,
 * no byte-order mark, a line end at the end.
 */
export function formatVentoyConfig(config: VentoyConfig, formerText = ''): string {
  const indentation = /\{\s*?\n([ \t]{1,8})"/.exec(formerText)?.[1] ?? '    ';
  return `${JSON.stringify(config, null, indentation)}\n`;
}

/**
 * Ventoy's reader (`ventoy_json.c`) knows no escapes: a text ends at the next quotation mark, and a backslash is one. Of a
 * number it reads the leading digits, and stumbles over what follows.
 */
function spellings(text: string): TextNote[] {
  const notes: TextNote[] = [];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g)) {
    if (token.startsWith('"') ? !token.includes('\\') : /^\d+$/.test(token)) continue;
    const code = token.startsWith('"') ? 'text-escape' : 'text-number';
    notes.push({ place: placeAt(text, index), ...complaint(code, { token }) });
  }
  return notes;
}

function unreadable({ line, column }: TextPlace, message: string): Error {
  return stickError('ventoy/config-json', { line, column, message });
}
