import koffi from 'koffi';
import { stickError } from '../../../../src-shared/errors';
import { loadLibrary } from './load-library';
import type { ListedKey } from './protocol';

/** The functions of libhivex 1.3 (soname 0) that read, as hivex.h declares them. */
const library = loadLibrary('libhivex.so.0');

const REG_SZ = 1;
const REG_EXPAND_SZ = 2;
const REG_DWORD = 4;

/** Lists that hivex makes end with a zero and, like its texts, are freed by who gets them. */
const Handles = koffi.pointer('size_t');
const SIZE_OF_HANDLE = koffi.sizeof('size_t');
koffi.disposable('hive_text', 'str');

const openHive = library.func('void *hivex_open(const char *path, int flags)');
const closeHive = library.func('int hivex_close(void *hive)');
const root = library.func('size_t hivex_root(void *hive)');
const getChild = library.func(
  'size_t hivex_node_get_child(void *hive, size_t node, const char *name)',
);
const childrenOf = library.func('hivex_node_children', Handles, ['void *', 'size_t']);
const valuesOf = library.func('hivex_node_values', Handles, ['void *', 'size_t']);
const nameOf = library.func('hive_text hivex_node_name(void *hive, size_t node)');
const valueName = library.func('hive_text hivex_value_key(void *hive, size_t value)');
const valueType = library.func(
  'int hivex_value_type(void *hive, size_t value, _Out_ int *type, _Out_ size_t *length)',
);
const textOf = library.func('hive_text hivex_value_string(void *hive, size_t value)');
const dwordOf = library.func('int32_t hivex_value_dword(void *hive, size_t value)');

/**
 * Lists the keys right below a key of the hive in a file, with those of their values that are texts or numbers.
 * `key` is below the hive's root, with `\`. Empty when there is no such key. Throws `wim/apply` when the hive
 * is damaged.
 */
export function listKeys(path: string, key: string): ListedKey[] {
  const hive: unknown = openHive(path, 0);
  if (typeof hive !== 'bigint') throw failed(path);
  try {
    const node = findNode(path, hive, key);
    if (node === null) return [];
    return handles(path, childrenOf(hive, node)).map((child) => readKey(path, hive, child));
  } finally {
    closeHive(hive);
  }
}

/** hivex compares names without regard to case, as Windows does. */
function findNode(path: string, hive: bigint, key: string): number | null {
  let node = Number(root(hive));
  if (node === 0) throw failed(path);
  for (const part of key.split('\\')) {
    node = Number(getChild(hive, node, part));
    if (node === 0) return null;
  }
  return node;
}

function readKey(path: string, hive: bigint, node: number): ListedKey {
  const name = textOrFail(path, nameOf(hive, node));
  const values: ListedKey['values'] = {};
  for (const value of handles(path, valuesOf(hive, node))) {
    const content = readValue(path, hive, value);
    if (content === null) continue;
    values[textOrFail(path, valueName(hive, value)).toLowerCase()] = content;
  }
  return { name, values };
}

/** Null for what is neither a text nor a number. */
function readValue(path: string, hive: bigint, value: number): string | number | null {
  const type: [number] = [0];
  const length: [number | bigint] = [0];
  if (Number(valueType(hive, value, type, length)) !== 0) throw failed(path);
  switch (type[0]) {
    case REG_SZ:
    case REG_EXPAND_SZ:
      return textOrFail(path, textOf(hive, value));
    case REG_DWORD:
      // One of another length is damaged, and would otherwise pass for -1.
      return Number(length[0]) === 4 ? Number(dwordOf(hive, value)) >>> 0 : null;
    default:
      return null;
  }
}

function textOrFail(path: string, text: unknown): string {
  if (typeof text !== 'string') throw failed(path);
  return text;
}

function handles(path: string, list: unknown): number[] {
  if (typeof list !== 'bigint') throw failed(path);
  const all: number[] = [];
  for (let offset = 0; ; offset += SIZE_OF_HANDLE) {
    const handle = Number(koffi.decode(list, offset, 'size_t'));
    if (handle === 0) break;
    all.push(handle);
  }
  koffi.free(list);
  return all;
}

function failed(path: string): Error {
  const name = path.split('/').at(-1) ?? path;
  return stickError(
    'wim/apply',
    { message: `the registry hive ${name} can’t be read` },
    { detail: `${path}: errno ${String(koffi.errno())}` },
  );
}
