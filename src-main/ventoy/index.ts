export { judgeBeside } from './layout/beside';
export { readDataVolume, type DataVolume } from './layout/data-volume';
export { listEfiFiles } from './layout/efi-files';
export * as VentoyFormat from './layout/format';
export { readVentoyLayout, versionOf } from './layout/read-layout';
export {
  partitionsFit,
  readVentoyDisk,
  type VentoyDisk,
  type VentoyPartition,
} from './layout/ventoy-disk';
export { hashedMenuPassword } from './menu-password';
export { downloadVentoyPackage, type DownloadOptions } from './package/download';
export type { PackageInMemory } from './package/judge-package';
export {
  loadVentoyPackage,
  readVentoyPackage,
  type ReadPackageOptions,
} from './package/read-package';
export { readVentoyReference, type Unxz, type VentoyReference } from './package/reference';
export type { RunsOn } from './package/runnable';
export {
  unpackVentoyPackage,
  type UnpackPackageOptions,
  type UnpackedPackage,
} from './package/unpack-package';
