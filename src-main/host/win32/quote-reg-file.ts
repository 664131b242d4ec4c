import { stickError } from '../../../src-shared/errors';
import type { RegistryData } from '../../guest';
import type { OperationScript } from './operation';

/** A change of one value. `name` is empty for a key’s default value. */
export interface RegFileValue {
  /** With its root, as `HKEY_LOCAL_MACHINE\…`. */
  key: string;
  name: string;
  /** `delete` takes the value away, if it is there. */
  data: RegistryData | 'delete';
}

/** Numbers of the registry’s types (learn.microsoft.com, “Registry value types”; winnt.h). */
const TYPE = { sz: 1, expandSz: 2, binary: 3, multiSz: 7 } as const;

/** Bytes in a line of hexadecimal digits. Regedit breaks its own after at most 25. */
const BYTES_PER_LINE = 25;

/**
 * A file for `reg import`, version 5.00: UTF-16 with a byte order mark, CRLF (support.microsoft.com 310516, “How to
 * add, modify, or delete registry subkeys and values by using a .reg file”). Keys are made where they are missing.
 * Throws `windows/unusable-text` for what it can’t hold.
 */
export function regFile(values: readonly RegFileValue[]): OperationScript {
  const lines = ['Windows Registry Editor Version 5.00', ''];
  let key: string | null = null;
  for (const value of values) {
    if (value.key !== key) {
      if (key !== null) lines.push('');
      lines.push(`[${keyPath(value.key)}]`);
      key = value.key;
    }
    lines.push(`${value.name === '' ? '@' : quote(value.name)}=${dataText(value.data)}`);
  }
  return { name: 'changes.reg', text: [...lines, '', ''].join('\r\n'), encoding: 'utf-16le-bom' };
}

function keyPath(key: string): string {
  requireOneLine(key);
  // Which bracket ends the path of a key is documented nowhere.
  if (/[[\]]/.test(key)) throw unusable(key, 'it has a bracket');
  if (!/^HKEY_[A-Z_]+(\\[^\\]+)+$/.test(key)) throw unusable(key, 'it is no key of the registry');
  return key;
}

function dataText(data: RegistryData | 'delete'): string {
  if (data === 'delete') return '-';
  switch (data.type) {
    case 'dword':
      if (!Number.isInteger(data.value) || data.value < 0 || data.value > 0xffff_ffff) {
        throw unusable(String(data.value), 'it doesn’t fit 32 bits');
      }
      return `dword:${data.value.toString(16).padStart(8, '0')}`;
    case 'string':
      requireWellFormed(data.value);
      // Line breaks can stand in a value, but not in a line.
      return isOneLine(data.value) ? quote(data.value) : hex(TYPE.sz, textBytes(data.value));
    case 'expandable-string':
      requireWellFormed(data.value);
      return hex(TYPE.expandSz, textBytes(data.value));
    case 'strings':
      for (const text of data.value) {
        requireWellFormed(text);
        if (text === '') throw unusable(text, 'an empty text would end a list');
      }
      return hex(TYPE.multiSz, Buffer.concat([...data.value.map(textBytes), Buffer.alloc(2)]));
    case 'binary':
      return hex(TYPE.binary, data.value);
  }
}

/** UTF-16 with a zero at its end. */
function textBytes(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf16le');
}

function hex(type: number, bytes: Buffer): string {
  const head = type === TYPE.binary ? 'hex:' : `hex(${type.toString(16)}):`;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  const lines: string[] = [];
  for (let at = 0; at < digits.length; at += BYTES_PER_LINE) {
    lines.push(digits.slice(at, at + BYTES_PER_LINE).join(','));
  }
  return head + lines.join(',\\\r\n  ');
}

function quote(text: string): string {
  requireOneLine(text);
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function isOneLine(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(text);
}

function requireOneLine(text: string): void {
  requireWellFormed(text);
  if (!isOneLine(text)) throw unusable(text, 'it has a character that ends a line');
}

function requireWellFormed(text: string): void {
  if (text.includes('\0')) throw unusable(text, 'it has a zero in it');
  if (/\p{Surrogate}/u.test(text)) throw unusable(text, 'it has half a character in it');
}

function unusable(text: string, message: string): Error {
  return stickError('windows/unusable-text', { tool: 'reg', text: JSON.stringify(text), message });
}
