import {
  HiveError,
  RegistryType,
  decodeHive,
  encodeHive,
  subkey,
  valueOf,
  type HiveKey,
  type HiveValue,
} from '../../../../guest';
import { upperName } from '../../../../guest/hive/tree';
import type { Computer, LoadedHive } from './computer';
import { SimulatedFiles, placeOf, samePlace } from './files';
import type { ProgramCall, SimulatedProgram } from './program';
import { readRegFile } from './reg-file-read';
import { findKey, makeKey, removeKey, removeValue } from './registry-tree';
import { ProgramFailed, SimulationLimit } from './simulation-limit';

const DONE = 'The operation completed successfully.\r\n';
/** reg's sentences. That it tells them on stderr, and what follows `ERROR:`, is reported; each exit code but 0 is 1 (documented). */
const SAYS = {
  notFound: 'The system was unable to find the specified registry key or value.',
  noFile: 'The system cannot find the file specified.',
  inUse: 'The process cannot access the file because it is being used by another process.',
  wrong: 'The parameter is incorrect.',
  noHive: 'The configuration registry database is corrupt.',
  noImport: 'Error accessing the registry.',
  notReg:
    'The specified file is not a registry script. You can only import binary registry files from within the registry editor.',
} as const;

const ROOTS: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKU: 'HKEY_USERS',
};

const TYPE_NAME: Readonly<Record<number, string>> = {
  1: 'REG_SZ',
  2: 'REG_EXPAND_SZ',
  3: 'REG_BINARY',
  4: 'REG_DWORD',
  7: 'REG_MULTI_SZ',
};

/** reg: load, unload, add, delete, query and import (learn.microsoft.com, reg commands). */
export const simulatedReg: SimulatedProgram = async (computer, call) => {
  const [verb = '', ...args] = call.args;
  switch (verb.toLowerCase()) {
    case 'load':
      await load(computer, args);
      break;
    case 'unload':
      await unload(computer, args);
      break;
    case 'add':
      add(computer, args);
      break;
    case 'delete':
      remove(computer, args);
      break;
    case 'query':
      query(computer, args, call);
      return;
    case 'import':
      importFile(computer, args, call);
      // Reported: this one tells of its success on stderr.
      call.printError(DONE);
      return;
    default:
      throw new SimulationLimit(`reg ${verb}`);
  }
  call.print(DONE);
};

async function load(computer: Computer, args: readonly string[]): Promise<void> {
  const [path = '', file = '', ...rest] = args;
  const key = fullPath(path);
  if (rest.length > 0 || file === '') throw syntax('LOAD');
  if (!/^HKEY_(LOCAL_MACHINE|USERS)\\[^\\]+$/.test(key)) throw failed('wrong');
  const files = new SimulatedFiles(computer);
  if ((await files.kindOf(file)) !== 'file') throw failed('noFile');
  const loaded = computer.hives.some(
    (hive) => samePlace(hive.file, file) || sameKey(hive.key, key),
  );
  if (loaded) throw failed('inUse');
  const place = placeOf(computer, file);
  const root = decoded(await files.read(file));
  const volume = place?.kind === 'volume' ? place.volume : null;
  if (volume?.disk.readOnly === true) {
    throw new SimulationLimit('a hive on a read-only disk');
  }
  computer.hives.push({ key, file, volume, root, changed: false });
}

/** Assumed: what isn't unloaded isn't in the file; Windows writes some of it earlier. */
async function unload(computer: Computer, args: readonly string[]): Promise<void> {
  if (args.length !== 1) throw syntax('UNLOAD');
  const key = fullPath(args[0] ?? '');
  const hive = computer.hives.find((one) => sameKey(one.key, key));
  if (!hive) throw failed('wrong');
  if (hive.changed) await new SimulatedFiles(computer).write(hive.file, encodeHive(hive.root));
  computer.hives.splice(computer.hives.indexOf(hive), 1);
}

function add(computer: Computer, args: readonly string[]): void {
  const { key, switches, flags } = readSwitches('ADD', args, ['v', 't', 'd', 's'], ['ve', 'f']);
  const tree = treeOf(computer, key, true);
  if (!tree) throw failed('wrong');
  const target = makeKey(tree.root, tree.path);
  tree.changed();
  const name = flags.has('ve') ? '' : switches.get('v');
  if (name === undefined) return;
  if (valueOf(target, name) && !flags.has('f'))
    throw new SimulationLimit('reg asks a question: no /f');
  setValue(target, { name, ...dataOf(switches) });
}

function dataOf(switches: ReadonlyMap<string, string>): Pick<HiveValue, 'type' | 'data'> {
  const type = (switches.get('t') ?? 'REG_SZ').toUpperCase();
  const text = switches.get('d') ?? '';
  switch (type) {
    case 'REG_SZ':
      return { type: RegistryType.string, data: Buffer.from(`${text}\0`, 'utf16le') };
    case 'REG_EXPAND_SZ':
      return { type: 2, data: Buffer.from(`${text}\0`, 'utf16le') };
    case 'REG_DWORD': {
      const data = Buffer.alloc(4);
      const number = /^(0x[0-9a-f]{1,8}|\d{1,10})$/i.test(text) ? Number(text) : 2 ** 32;
      if (number >= 2 ** 32) throw syntax('ADD');
      data.writeUInt32LE(number);
      return { type: RegistryType.dword, data };
    }
    case 'REG_BINARY':
      if (!/^([0-9a-f]{2})*$/i.test(text)) throw syntax('ADD');
      return { type: RegistryType.binary, data: Buffer.from(text, 'hex') };
    case 'REG_MULTI_SZ': {
      const separator = switches.get('s') ?? '\\0';
      const all = text === '' ? [] : text.split(separator);
      const joined = all.map((one) => `${one}\0`).join('');
      return { type: RegistryType.multiString, data: Buffer.from(`${joined}\0`, 'utf16le') };
    }
    default:
      throw syntax('ADD');
  }
}

function remove(computer: Computer, args: readonly string[]): void {
  const { key, switches, flags } = readSwitches('DELETE', args, ['v'], ['ve', 'va', 'f']);
  const tree = treeOf(computer, key, false);
  const target = tree && findKey(tree.root, tree.path);
  if (!tree || !target) throw failed('notFound');
  if (!flags.has('f')) throw new SimulationLimit('reg asks a question: no /f');
  const name = flags.has('ve') ? '' : switches.get('v');
  if (flags.has('va')) target.values = [];
  else if (name === undefined ? !removeKey(tree.root, tree.path) : !removeValue(target, name)) {
    throw failed('notFound');
  }
  tree.changed();
}

function query(computer: Computer, args: readonly string[], { print }: ProgramCall): void {
  const { key, switches, flags } = readSwitches('QUERY', args, ['v'], ['ve', 's']);
  const tree = treeOf(computer, key, false);
  const target = tree && findKey(tree.root, tree.path);
  const name = flags.has('ve') ? '' : switches.get('v');
  if (!target || (name !== undefined && !valueOf(target, name))) throw failed('notFound');
  if (flags.has('s')) throw new SimulationLimit('reg query /s');
  print(`\r\n${key}\r\n`);
  for (const value of target.values) {
    if (name !== undefined && upperName(value.name) !== upperName(name)) continue;
    const shown = value.name === '' ? '(Default)' : value.name;
    print(`    ${shown}    ${TYPE_NAME[value.type] ?? 'REG_NONE'}    ${dataText(value)}\r\n`);
  }
  print('\r\n');
  if (name === undefined) {
    for (const { name: child } of target.subkeys) print(`${key}\\${child}\r\n`);
  }
}

function dataText({ type, data }: HiveValue): string {
  if (type === RegistryType.dword) return `0x${data.readUInt32LE(0).toString(16)}`;
  if (type === 1 || type === 2) return data.toString('utf16le').replace(/\0.*$/s, '');
  if (type === RegistryType.multiString) {
    return data.toString('utf16le').replace(/\0+$/, '').replaceAll('\0', '\\0');
  }
  return data.toString('hex').toUpperCase();
}

/** Assumed: nothing is changed by a file that can't be read, or that names a key for which there is no place. */
function importFile(computer: Computer, args: readonly string[], { scripts }: ProgramCall): void {
  if (args.length !== 1) throw syntax('IMPORT');
  const text = scripts.get(args[0] ?? '');
  if (text === undefined) throw failed('noFile');
  const changes = readRegFile(text);
  if (changes === null) throw failed('notReg');
  if (changes.some(({ key }) => treeOf(computer, key, true) === null)) throw failed('noImport');
  for (const { key, kind, value } of changes) {
    const tree = treeOf(computer, key, true);
    if (!tree) throw failed('noImport');
    tree.changed();
    if (kind === 'delete-key') {
      removeKey(tree.root, tree.path);
      continue;
    }
    const target = makeKey(tree.root, tree.path);
    if (kind === 'set') setValue(target, value);
    if (kind === 'delete-value') removeValue(target, value.name);
  }
}

function setValue(key: HiveKey, value: HiveValue): void {
  removeValue(key, value.name);
  key.values.push(value);
}

interface Tree {
  root: HiveKey;
  path: string[];
  changed: () => void;
}

/**
 * The hive that holds a key, loaded or the computer's own, and the rest of the path in it. Null for a key right below
 * HKEY_LOCAL_MACHINE or HKEY_USERS that isn't there: those are hives, and none can be made (documented: RegCreateKeyEx).
 */
function treeOf(computer: Computer, key: string, toChange: boolean): Tree | null {
  const [top = '', name = '', ...path] = key.split('\\');
  const hive = computer.hives.find((one) => sameKey(one.key, `${top}\\${name}`));
  if (hive) return { root: hive.root, path, changed: () => markChanged(hive) };
  if (top !== 'HKEY_LOCAL_MACHINE' && top !== 'HKEY_CURRENT_USER') return null;
  const root = computer.registry[top];
  if (top === 'HKEY_LOCAL_MACHINE' && toChange && !subkey(root, name)) return null;
  return { root, path: [name, ...path], changed: () => undefined };
}

function markChanged(hive: LoadedHive): void {
  hive.changed = true;
}

function readSwitches(
  verb: string,
  [key = '', ...args]: readonly string[],
  withValue: readonly string[],
  without: readonly string[],
): { key: string; switches: Map<string, string>; flags: Set<string> } {
  const switches = new Map<string, string>();
  const flags = new Set<string>();
  const rest = [...args];
  while (rest.length > 0) {
    const name = /^\/([a-z]+)$/i.exec(rest.shift() ?? '')?.[1]?.toLowerCase();
    if (name === undefined || flags.has(name) || switches.has(name)) throw syntax(verb);
    if (without.includes(name)) flags.add(name);
    else {
      const value = rest.shift();
      if (!withValue.includes(name) || value === undefined) throw syntax(verb);
      switches.set(name, value);
    }
  }
  return { key: fullPath(key), switches, flags };
}

/** With the root's full name. */
function fullPath(key: string): string {
  const [top = '', ...path] = key.split('\\');
  const root = ROOTS[top.toUpperCase()] ?? top.toUpperCase();
  if (!Object.values(ROOTS).includes(root)) {
    throw new ProgramFailed(1, 'ERROR: Invalid key name.\r\n', 'stderr');
  }
  return [root, ...path].join('\\');
}

function sameKey(a: string, b: string): boolean {
  return upperName(a) === upperName(b);
}

function decoded(bytes: Buffer): HiveKey {
  try {
    return decodeHive(bytes);
  } catch (error) {
    if (error instanceof HiveError) throw failed('noHive');
    throw error;
  }
}

function syntax(verb: string): ProgramFailed {
  const text = `ERROR: Invalid syntax.\r\nType "REG ${verb} /?" for usage.\r\n`;
  return new ProgramFailed(1, text, 'stderr');
}

function failed(what: keyof typeof SAYS): ProgramFailed {
  return new ProgramFailed(1, `ERROR: ${SAYS[what]}\r\n`, 'stderr');
}
