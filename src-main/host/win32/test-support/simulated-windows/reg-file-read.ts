import { RegistryType, type HiveValue } from '../../../../guest';

/** One line of a .reg file, read. */
export interface RegFileChange {
  /** With its root. */
  key: string;
  kind: 'make-key' | 'delete-key' | 'set' | 'delete-value';
  value: HiveValue;
}

const NO_VALUE: HiveValue = { name: '', type: 0, data: Buffer.alloc(0) };

/**
 * What a .reg file of version 5.00 asks for (support.microsoft.com 310516). Null when it isn't one; as reg does, a line that can't be read
 * makes the whole file one that isn't.
 */
export function readRegFile(text: string): RegFileChange[] | null {
  if (!text.startsWith('Windows Registry Editor Version 5.00\r\n')) return null;
  // A backslash at the end of a line goes on with the next one.
  const lines = text
    .replace(/\\\r\n\s*/g, '')
    .split('\r\n')
    .slice(1);
  const changes: RegFileChange[] = [];
  let key: string | null = null;
  for (const line of lines) {
    if (line.trim() === '' || line.startsWith(';')) continue;
    const heading = /^\[(-?)(HKEY_[A-Z_]+(?:\\[^[\]]+)?)\]$/.exec(line);
    if (heading) {
      key = heading[2] ?? '';
      const kind = heading[1] === '-' ? 'delete-key' : 'make-key';
      changes.push({ key, kind, value: NO_VALUE });
      continue;
    }
    const entry = /^(?:@|"((?:[^"\\]|\\["\\])*)")=(.*)$/.exec(line);
    if (!entry || key === null) return null;
    const name = unescaped(entry[1] ?? '');
    const data = entry[2] === '-' ? null : readData(entry[2] ?? '');
    if (entry[2] !== '-' && data === null) return null;
    changes.push({
      key,
      kind: data === null ? 'delete-value' : 'set',
      value: { name, ...(data ?? { type: 0, data: Buffer.alloc(0) }) },
    });
  }
  return changes;
}

function readData(text: string): Pick<HiveValue, 'type' | 'data'> | null {
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text)?.[1];
  if (quoted !== undefined) {
    return { type: RegistryType.string, data: Buffer.from(`${unescaped(quoted)}\0`, 'utf16le') };
  }
  const dword = /^dword:([0-9a-f]{1,8})$/i.exec(text)?.[1];
  if (dword !== undefined) {
    const data = Buffer.alloc(4);
    data.writeUInt32LE(Number.parseInt(dword, 16));
    return { type: RegistryType.dword, data };
  }
  const hex = /^hex(?:\(([0-9a-f]{1,8})\))?:((?:[0-9a-f]{2}(?:,[0-9a-f]{2})*)?)$/i.exec(text);
  if (!hex) return null;
  const type = hex[1] === undefined ? RegistryType.binary : Number.parseInt(hex[1], 16);
  return { type, data: Buffer.from((hex[2] ?? '').replaceAll(',', ''), 'hex') };
}

function unescaped(text: string): string {
  return text.replace(/\\(["\\])/g, '$1');
}
