import { subkey, upperName, type HiveKey } from '../../../../guest/hive/tree';

/** The key at a path below another one, compared without regard to case; null when it isn't there. */
export function findKey(root: HiveKey, path: readonly string[]): HiveKey | null {
  let key: HiveKey | undefined = root;
  for (const name of path) {
    key = subkey(key, name);
    if (!key) return null;
  }
  return key;
}

/** The key at a path, made where it is missing, and those above it. */
export function makeKey(root: HiveKey, path: readonly string[]): HiveKey {
  let key = root;
  for (const name of path) {
    const found = subkey(key, name);
    if (found) {
      key = found;
      continue;
    }
    const made: HiveKey = { name, values: [], subkeys: [] };
    key.subkeys.push(made);
    key = made;
  }
  return key;
}

/** Takes a value away. False when there is none. */
export function removeValue(key: HiveKey, name: string): boolean {
  const at = key.values.findIndex((value) => upperName(value.name) === upperName(name));
  if (at === -1) return false;
  key.values.splice(at, 1);
  return true;
}

/** Takes a key away, with all below it. False when there is none. */
export function removeKey(root: HiveKey, path: readonly string[]): boolean {
  const parent = findKey(root, path.slice(0, -1));
  const name = upperName(path.at(-1) ?? '');
  const at = parent?.subkeys.findIndex((key) => upperName(key.name) === name) ?? -1;
  if (at === -1) return false;
  parent?.subkeys.splice(at, 1);
  return true;
}
