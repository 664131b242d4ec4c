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
