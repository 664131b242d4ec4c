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
export { containerSeedSteps } from './container-seed';
export { getDiskLayout, readDiskLayout, type DiskLayout } from './disk-layout';
export {
  detachStagedDisk,
  makePartitionOnDrive,
  makeStagedDisk,
  type NtfsPartition,
  type StagedDisk,
} from './diskpart';
export {
  addDrivers,
  applyImage,
  cleanUpComponents,
  disableFeature,
  exportImage,
  getFeatures,
  getProvisionedApps,
  listImage,
  mountImage,
  removeProvisionedApp,
  unmountImage,
  type DismFolders,
  type WimImage,
} from './dism';
export { dismRefusal, readFeatures, readImagePaths, readProvisionedApps } from './dism-output';
export { powerShell, powerShellScript } from './powershell';
export { printOperation } from './print-operation';
export { importValues, loadHive, queryKey, readDword, unloadHive, type LoadedHive } from './reg';
export {
  isSwitchedOn,
  listingSteps,
  nothingInstalled,
  servicingSteps,
  withListed,
  type InstalledParts,
  type ServiceStep,
} from './servicing';
export { makeSparse } from './sparse-file';
export { getVolumePaths, readVolumePaths, type VolumePaths } from './volume-paths';
export { pauseAutomount, protect, removeMountPoint, resumeAutomount, takeOver } from './volumes';
export {
  closeSteps,
  editSteps,
  expectedOfImage,
  fileSteps,
  physicalDriveNumber,
  unpackSteps,
  windowsVolumeOperations,
  windowsVolumeSteps,
  type Opened,
  type UnpackedImage,
  type VolumePlaces,
  type VolumeStep,
} from './windows-volume';
