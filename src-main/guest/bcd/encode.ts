import { encodeHive } from '../hive/encode';
import { RegistryType, encodeText, type HiveKey, type HiveValue } from '../hive/tree';
import { encodeDevice } from './device';
import type { BcdObject, BcdStore, BcdValue } from './store';

/**
 * Writes a store as a hive: `Description` marks it as the system's own store, each object is a key
 * below `Objects`, each element a key with one value named `Element`. Throws HiveError for values a
 * hive can't hold and for elements that were read as malformed or with an unknown device.
 */
export function encodeStore(store: BcdStore): Buffer {
  const description = key(
    'Description',
    [],
    [
      { name: 'KeyName', type: RegistryType.string, data: encodeText('BCD00000000') },
      // Windows Setup's specialize phase rejects a store without it.
      dword('System', 1),
    ],
  );
  const objects = key('Objects', store.objects.map(encodeObject));
  return encodeHive(key('NewStoreRoot', [description, objects]));
}

function encodeObject(object: BcdObject): HiveKey {
  const elements = object.elements.map(({ id, value }) =>
    key(id.toString(16).padStart(8, '0'), [], [{ name: 'Element', ...encodeValue(value) }]),
  );
  return key(`{${object.guid}}`, [
    key('Description', [], [dword('Type', object.type)]),
    key('Elements', elements),
  ]);
}

function encodeValue(value: BcdValue): { type: number; data: Buffer } {
  const { string, binary, multiString } = RegistryType;
  switch (value.format) {
    case 'device':
      return {
        type: binary,
        data: value.device.kind === 'unknown' ? value.device.data : encodeDevice(value.device),
      };
    case 'string':
      return { type: string, data: encodeText(value.text) };
    case 'object':
      return { type: string, data: encodeText(`{${value.guid}}`) };
    case 'objects':
      return {
        type: multiString,
        data: encodeText(value.guids.map((guid) => `{${guid}}\0`).join('')),
      };
    case 'integer':
      return { type: binary, data: integers([value.value]) };
    case 'boolean':
      return { type: binary, data: Buffer.from([value.value ? 1 : 0]) };
    case 'integers':
      return { type: binary, data: integers(value.values) };
    case 'malformed':
      return { type: value.type, data: value.data };
  }
}

function integers(values: readonly bigint[]): Buffer {
  const data = Buffer.alloc(values.length * 8);
  values.forEach((value, i) => data.writeBigUInt64LE(value, i * 8));
  return data;
}

function key(name: string, subkeys: HiveKey[], values: HiveValue[] = []): HiveKey {
  return { name, subkeys, values };
}

function dword(name: string, value: number): HiveValue {
  const data = Buffer.alloc(4);
  data.writeUInt32LE(value);
  return { name, type: RegistryType.dword, data };
}
