export {
  ANSWER_FILE_PATH,
  buildAnswerFile,
  localAccountEdits,
  readUserAnswerFile,
  type AnswerFileRequest,
  type UserAnswerFile,
} from './answer-file';
export { requireBootable, type BootArchitecture } from './architecture';
export {
  MEMORY_TESTER,
  STORE_PATH,
  buildBcd,
  type BcdRequest,
  type BootPlatform,
} from './bcd/build';
export { isSystemStore, readBcd } from './bcd/decode';
export {
  decodeDevice,
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
  readRecoveryKeyFile,
  recoveryKeyFile,
  type RecoveryKey,
  type RecoveryKeyFile,
} from './bitlocker-key-file';
export {
  BIOS_BOOT_MANAGER,
  REMOVABLE_BOOT_FILE,
  bootFiles,
  type BootFiles,
  type PlacedFile,
} from './boot-files';
export {
  HIVE_PATH,
  type FileEdit,
  type GuestEdits,
  type HiveName,
  type OwnFile,
  type RegistryData,
  type RegistryEdit,
} from './edits';
export {
  optionalFeatures,
  provisionedApps,
  selectableUpdates,
  type FeatureState,
  type SelectableUpdate,
} from './contents';
export {
  Listing,
  judgeDrivers,
  nameOf,
  type FoundInf,
  type ListedFile,
  type TakenDriver,
} from './drivers';
export { choiceEdits, type ChoiceEditsRequest } from './choices';
export {
  FIRST_START_COMMAND,
  FIRST_START_DRIVERS,
  FIRST_START_WIFI,
  firstStartFiles,
  type FirstStartRequest,
} from './first-start';
export { quote as quotePowerShell } from './first-start/quote';
export { decodeHive, readHiveBase, type HiveBase } from './hive/decode';
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
export {
  readDomainJoin,
  readWifiProfile,
  wifiProfile,
  type ExportedWifiProfile,
  type WifiNetwork,
} from './roaming';
