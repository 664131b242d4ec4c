import koffi from 'koffi';
import { stickError } from '../../../../src-shared/errors';
import { loadLibrary } from './load-library';
import type { HiveEdit } from './protocol';

/** The functions of libhivex 1.3 (soname 0) that are used, as hivex.h declares them. */
const library = loadLibrary('libhivex.so.0');

const HIVEX_OPEN_WRITE = 4;
const REG_SZ = 1;
const REG_EXPAND_SZ = 2;
const REG_BINARY = 3;
const REG_DWORD = 4;
const REG_MULTI_SZ = 7;

koffi.struct('hive_set_value', { key: 'const char *', t: 'int', len: 'size_t', value: 'void *' });

const openHive = library.func('void *hivex_open(const char *path, int flags)');
const closeHive = library.func('int hivex_close(void *hive)');
const root = library.func('size_t hivex_root(void *hive)');
const getChild = library.func(
  'size_t hivex_node_get_child(void *hive, size_t node, const char *name)',
);
const addChild = library.func(
  'size_t hivex_node_add_child(void *hive, size_t node, const char *name)',
);
const getValue = library.func(
  'size_t hivex_node_get_value(void *hive, size_t node, const char *name)',
);
const dwordOf = library.func('int32_t hivex_value_dword(void *hive, size_t value)');
const setValue = library.func(
  'int hivex_node_set_value(void *hive, size_t node, const hive_set_value *value, int flags)',
);
const commit = library.func('int hivex_commit(void *hive, const char *path, int flags)');

/**
 * Sets values in the registry hive in a file. Keys that are missing are made; other values and keys
 * stay as they are. Throws `wim/apply` when the hive is damaged or can't be written.
 */
export function editHive(path: string, edits: readonly HiveEdit[]): void {
  const hive: unknown = openHive(path, HIVEX_OPEN_WRITE);
  if (typeof hive !== 'bigint') throw failed(path, 'it can’t be read');
  try {
    for (const edit of edits) setOne(path, hive, edit);
    if (commit(hive, null, 0) !== 0) throw failed(path, 'it can’t be written');
  } finally {
    closeHive(hive);
  }
}

function setOne(path: string, hive: bigint, edit: HiveEdit): void {
  let node = Number(root(hive));
  if (node === 0) throw failed(path, 'it has no root');
  for (const part of keyParts(path, hive, node, edit.key)) {
    // hivex compares names without regard to case, as Windows does.
    const child = Number(getChild(hive, node, part));
    node = child === 0 ? Number(addChild(hive, node, part)) : child;
    if (node === 0) throw failed(path, `the key ${edit.key} can’t be made`);
  }
  const { type, bytes } = encode(edit.data);
  const value = { key: edit.name, t: type, len: bytes.length, value: bytes };
  if (setValue(hive, node, value, 0) !== 0) {
    throw failed(path, `the value ${edit.name} can’t be set in ${edit.key}`);
  }
}

function keyParts(path: string, hive: bigint, rootNode: number, key: string): string[] {
  const parts = key.split('\\').filter((part) => part !== '');
  if (parts[0]?.toLowerCase() !== 'currentcontrolset') return parts;
  return [currentControlSet(path, hive, rootNode), ...parts.slice(1)];
}

/** The control set that Windows will use next: `Select\Current`, 1 meaning `ControlSet001`. */
function currentControlSet(path: string, hive: bigint, rootNode: number): string {
  const select = Number(getChild(hive, rootNode, 'Select'));
  const value = select === 0 ? 0 : Number(getValue(hive, select, 'Current'));
  const number = value === 0 ? 0 : Number(dwordOf(hive, value));
  const name = `ControlSet${String(number).padStart(3, '0')}`;
  if (number < 1 || number > 999 || Number(getChild(hive, rootNode, name)) === 0) {
    throw failed(path, 'it does not say which control set is current');
  }
  return name;
}

function encode(data: HiveEdit['data']): { type: number; bytes: Buffer } {
  switch (data.type) {
    case 'dword': {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(data.value);
      return { type: REG_DWORD, bytes };
    }
    case 'string':
      return { type: REG_SZ, bytes: text(data.value) };
    case 'expandable-string':
      return { type: REG_EXPAND_SZ, bytes: text(data.value) };
    case 'strings':
      return { type: REG_MULTI_SZ, bytes: text(data.value.map((one) => `${one}\0`).join('')) };
    case 'binary':
      return { type: REG_BINARY, bytes: Buffer.from(data.value) };
  }
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`, 'utf16le');
}

function failed(path: string, reason: string): Error {
  const name = path.split('/').at(-1) ?? path;
  return stickError(
    'wim/apply',
    { message: `the registry hive ${name} can’t be changed: ${reason}` },
    { detail: `${path}: errno ${String(koffi.errno())}` },
  );
}
