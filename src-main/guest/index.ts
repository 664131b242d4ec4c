export { decodeHive } from './hive/decode';
export { encodeHive, type EncodeOptions } from './hive/encode';
export {
  HiveError,
  RegistryType,
  decodeText,
  encodeText,
  subkey,
  valueOf,
  type HiveKey,
  type HiveValue,
} from './hive/tree';
export type { FileEdit, GuestEdits, HiveName, RegistryData, RegistryEdit } from './edits';
