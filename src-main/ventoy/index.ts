export { readVentoyPackage, type ReadPackageOptions } from './package/read-package';
export type { RunsOn } from './package/runnable';
export {
  unpackVentoyPackage,
  type UnpackPackageOptions,
  type UnpackedPackage,
} from './package/unpack-package';
export { readVentoyLayout } from './layout/read-layout';
