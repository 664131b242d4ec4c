export {
  addProtectors,
  beginEncryption,
  followEncryption,
  isEncrypted,
  lockVolume,
  pauseEncryption,
  readProtector,
  removeProtectors,
  type VolumeSecrets,
} from './bitlocker';
export { dismountIso, mountIso, readVolumePath } from './disk-image';
export { getDiskLayout, readDiskLayout, type DiskLayout } from './disk-layout';
export {
  cleanDrive,
  detachStagedDisk,
  makePartitionOnDrive,
  makeStagedDisk,
  setDriveOnline,
  type NtfsPartition,
  type StagedDisk,
} from './diskpart';
export {
  addDrivers,
  applyImage,
  applyUnattend,
  cleanUpComponents,
  disableFeature,
  getFeatures,
  getImageInfo,
  getProvisionedApps,
  listImage,
  removeProvisionedApp,
  type DismFolders,
  type WimImage,
} from './dism';
export {
  readFeatures,
  readImageInfo,
  readImagePaths,
  readProvisionedApps,
  type DismImage,
} from './dism-output';
export { powerShell, powerShellScript } from './powershell';
export { printOperation } from './print-operation';
export {
  importValues,
  loadHive,
  queryKey,
  queryValue,
  readDword,
  unloadHive,
  type LoadedHive,
} from './reg';
export { getVolumePaths, readVolumePaths, type VolumePaths } from './volume-paths';
export {
  makeSparse,
  pauseAutomount,
  protect,
  removeMountPoint,
  resumeAutomount,
  takeOver,
} from './volumes';
export {
  closeSteps,
  editSteps,
  expectedOfImage,
  physicalDriveNumber,
  unpackSteps,
  windowsVolumeOperations,
  windowsVolumeSteps,
  type Opened,
  type UnpackedImage,
  type VolumePlaces,
  type VolumeStep,
} from './windows-volume';
