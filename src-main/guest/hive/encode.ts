import { CellWriter } from './cells';
import * as format from './format';
import { HiveError, upperName, type HiveKey, type HiveValue } from './tree';

const { BASE_BYTES, NONE, Base, Nk, Vk } = format;

/** Subkeys in one list; with 8 bytes each the list's cell still fits in one bin of 4 KiB. */
const LIST_ENTRIES = 500;
/** A list of lists holds this many, again for one bin. */
const MAX_LISTS = 1000;

/** Self-relative descriptor: full control for Administrators and SYSTEM, inherited by subkeys. */
const SECURITY = Buffer.from(
  '010004804800000058000000000000001400000002003400020000000000180' +
    '03f000f0001020000000000052000000020020000000014003f000f00010100' +
    '00000000051200000001020000000000052000000020020000010100000000000512000000',
  'hex',
);

export interface EncodeOptions {
  /** Time of last change, a Windows FILETIME (100 ns since 1601). Zero, "never", unless given. */
  written?: bigint;
}

/**
 * Writes a hive of version 1.3 with sorted `lf` lists, one security descriptor for all keys and no
 * class names: enough for a boot configuration store and for small hives. The same tree always gives
 * the same bytes. Throws HiveError for names or data that the format can't hold.
 */
export function encodeHive(root: HiveKey, options: EncodeOptions = {}): Buffer {
  const written = options.written ?? 0n;
  const cells = new CellWriter();
  const keys = countKeys(root, 1);
  const security = writeSecurity(cells, keys);
  const rootCell = writeKey(cells, root, { parent: NONE, security, written, path: root.name });
  const bins = cells.finish(written);
  return Buffer.concat([baseBlock(rootCell, bins.length, written), bins]);
}

interface Place {
  /** Cell of the parent key; NONE for the root. */
  parent: number;
  security: number;
  written: bigint;
  /** For error messages. */
  path: string;
}

function writeKey(cells: CellWriter, key: HiveKey, place: Place): number {
  const name = encodeName(key.name, format.MAX_KEY_NAME, place.path);
  if (key.name === '' || key.name.includes('\\')) {
    throw new HiveError(`a key can't be named "${key.name}" (in ${place.path})`);
  }
  const subkeys = sortedByName(key.subkeys, place.path);
  sortedByName(key.values, place.path);

  const node = Buffer.alloc(Nk.name + name.bytes.length);
  const cell = cells.add(node);
  node.write('nk', 0, 'latin1');
  const root = place.parent === NONE;
  node.writeUInt16LE(
    (root ? format.NK_ROOT : 0) | (name.latin ? format.NK_LATIN_NAME : 0),
    Nk.flags,
  );
  node.writeBigUInt64LE(place.written, Nk.written);
  node.writeUInt32LE(root ? 0 : place.parent, Nk.parent);
  node.writeUInt32LE(subkeys.length, Nk.subkeyCount);
  node.writeUInt32LE(NONE, Nk.volatileList);
  node.writeUInt32LE(key.values.length, Nk.valueCount);
  node.writeUInt32LE(writeValues(cells, key.values, place.path), Nk.valueList);
  node.writeUInt32LE(place.security, Nk.security);
  node.writeUInt32LE(NONE, Nk.className);
  node.writeUInt32LE(longest(subkeys, nameBytes), Nk.longestSubkeyName);
  node.writeUInt32LE(longest(key.values, nameBytes), Nk.longestValueName);
  node.writeUInt32LE(
    longest(key.values, (value) => value.data.length),
    Nk.longestValueData,
  );
  node.writeUInt16LE(name.bytes.length, Nk.nameBytes);
  name.bytes.copy(node, Nk.name);

  const children = subkeys.map((child) =>
    writeKey(cells, child, { ...place, parent: cell, path: `${place.path}\\${child.name}` }),
  );
  node.writeUInt32LE(writeSubkeyLists(cells, subkeys, children, place.path), Nk.subkeyList);
  return cell;
}

function writeSubkeyLists(
  cells: CellWriter,
  subkeys: readonly HiveKey[],
  children: readonly number[],
  path: string,
): number {
  if (subkeys.length === 0) return NONE;
  const lists: number[] = [];
  for (let from = 0; from < subkeys.length; from += LIST_ENTRIES) {
    const part = subkeys.slice(from, from + LIST_ENTRIES);
    const list = listHeader('lf', part.length, 8);
    part.forEach((child, i) => {
      list.writeUInt32LE(children[from + i] ?? NONE, 4 + i * 8);
      nameHint(child.name).copy(list, 8 + i * 8);
    });
    lists.push(cells.add(list));
  }
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  if (lists.length > MAX_LISTS) throw new HiveError(`too many subkeys in ${path}`);
  const index = listHeader('ri', lists.length, 4);
  lists.forEach((list, i) => index.writeUInt32LE(list, 4 + i * 4));
  return cells.add(index);
}

function listHeader(signature: string, count: number, entryBytes: number): Buffer {
  const list = Buffer.alloc(4 + count * entryBytes);
  list.write(signature, 0, 'latin1');
  list.writeUInt16LE(count, 2);
  return list;
}

/** First four characters; zeros when one doesn't fit a byte, which makes readers compare whole names. */
function nameHint(name: string): Buffer {
  const start = name.slice(0, 4);
  const hint = Buffer.alloc(4);
  if (isLatin(start)) hint.write(start, 'latin1');
  return hint;
}

function writeValues(cells: CellWriter, values: readonly HiveValue[], path: string): number {
  if (values.length === 0) return NONE;
  const list = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => list.writeUInt32LE(writeValue(cells, value, path), i * 4));
  return cells.add(list);
}

function writeValue(cells: CellWriter, value: HiveValue, path: string): number {
  const { data } = value;
  if (data.length > format.MAX_VALUE_BYTES) {
    throw new HiveError(`value "${value.name}" in ${path} has ${String(data.length)} bytes`);
  }
  const name = encodeName(value.name, format.MAX_VALUE_NAME, path);
  const cell = Buffer.alloc(Vk.name + name.bytes.length);
  cell.write('vk', 0, 'latin1');
  cell.writeUInt16LE(name.bytes.length, Vk.nameBytes);
  if (data.length <= 4) {
    cell.writeUInt32LE(data.length + format.VK_INLINE, Vk.dataBytes);
    data.copy(cell, Vk.data);
  } else {
    cell.writeUInt32LE(data.length, Vk.dataBytes);
    cell.writeUInt32LE(cells.add(data), Vk.data);
  }
  cell.writeUInt32LE(value.type, Vk.type);
  cell.writeUInt16LE(name.latin ? format.VK_LATIN_NAME : 0, Vk.flags);
  name.bytes.copy(cell, Vk.name);
  return cells.add(cell);
}

function writeSecurity(cells: CellWriter, users: number): number {
  const sk = Buffer.alloc(20 + SECURITY.length);
  const cell = cells.add(sk);
  sk.write('sk', 0, 'latin1');
  sk.writeUInt32LE(cell, 4);
  sk.writeUInt32LE(cell, 8);
  sk.writeUInt32LE(users, 12);
  sk.writeUInt32LE(SECURITY.length, 16);
  SECURITY.copy(sk, 20);
  return cell;
}

function baseBlock(rootCell: number, binBytes: number, written: bigint): Buffer {
  const base = Buffer.alloc(BASE_BYTES);
  base.write('regf', Base.signature, 'latin1');
  base.writeUInt32LE(1, Base.sequence1);
  base.writeUInt32LE(1, Base.sequence2);
  base.writeBigUInt64LE(written, Base.written);
  base.writeUInt32LE(1, Base.major);
  base.writeUInt32LE(3, Base.minor);
  base.writeUInt32LE(0, Base.type);
  base.writeUInt32LE(1, Base.format);
  base.writeUInt32LE(rootCell, Base.rootCell);
  base.writeUInt32LE(binBytes, Base.binBytes);
  base.writeUInt32LE(1, Base.clustering);
  base.writeUInt32LE(format.baseChecksum(base), Base.checksum);
  return base;
}

function countKeys(key: HiveKey, depth: number): number {
  if (depth > format.MAX_DEPTH)
    throw new HiveError(`keys are nested deeper than ${String(format.MAX_DEPTH)}`);
  return key.subkeys.reduce((count, child) => count + countKeys(child, depth + 1), 1);
}

/** In the order readers search by. Throws when two names differ in nothing but case. */
function sortedByName<T extends { name: string }>(items: readonly T[], path: string): T[] {
  const named = items.map((item) => ({ item, upper: upperName(item.name) }));
  named.sort((a, b) => (a.upper < b.upper ? -1 : a.upper > b.upper ? 1 : 0));
  named.forEach(({ item, upper }, i) => {
    if (named[i + 1]?.upper === upper) throw new HiveError(`"${item.name}" is twice in ${path}`);
  });
  return named.map(({ item }) => item);
}

function encodeName(name: string, longestAllowed: number, path: string): EncodedName {
  if (name.length > longestAllowed) {
    throw new HiveError(`a name of ${String(name.length)} characters in ${path} is too long`);
  }
  const latin = isLatin(name);
  return { latin, bytes: Buffer.from(name, latin ? 'latin1' : 'utf16le') };
}

interface EncodedName {
  /** Stored with one byte for each character. */
  latin: boolean;
  bytes: Buffer;
}

function isLatin(text: string): boolean {
  return /^[\u0000-\u00ff]*$/.test(text);
}

function longest<T>(items: readonly T[], measure: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, measure(item)), 0);
}

function nameBytes(item: { name: string }): number {
  return item.name.length * 2;
}
