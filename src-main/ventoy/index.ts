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
export { readVentoyLayout } from './layout/read-layout';
