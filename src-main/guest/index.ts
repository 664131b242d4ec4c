export { requireBootable, type BootArchitecture } from './architecture';
export { STORE_PATH, buildBcd, type BcdRequest, type BootPlatform } from './bcd/build';
export { readBcd } from './bcd/decode';
export {
  decodeDevice,
  describeDevice,
  encodeDevice,
  type BcdDevice,
  type PartitionDevice,
  type UnknownDevice,
} from './bcd/device';
export { encodeStore } from './bcd/encode';
export {
  ElementId,
  ObjectType,
  WellKnown,
  findObject,
  valueOfElement,
  type BcdElement,
  type BcdObject,
  type BcdStore,
  type BcdValue,
} from './bcd/store';
export {
  BIOS_BOOT_MANAGER,
  REMOVABLE_BOOT_FILE,
  bootFiles,
  type BootFiles,
  type PlacedFile,
} from './boot-files';
export {
  HIVE_PATH,
  PERSONAL_STEP_BYTES,
  type FileEdit,
  type GuestEdits,
  type HiveName,
  type PersonalFile,
  type RegistryData,
  type RegistryEdit,
} from './edits';
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
export { portableEdits, type PortableOptions } from './portable';
