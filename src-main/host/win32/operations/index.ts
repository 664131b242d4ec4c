export {
  encryptVolume,
  isProtected,
  lockVolume,
  manageBdeFailure,
  type EncryptVolume,
} from './bitlocker';
export { dismountIso, mountIso, readVolumePath } from './disk-image';
export { containerSeedSteps } from './container-seed';
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
export { pauseAutomount, protect, removeMountPoint, resumeAutomount, takeOver } from './volumes';
export { makeSparse } from './sparse-file';
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
