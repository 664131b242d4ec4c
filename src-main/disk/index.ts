export { crc32 } from './crc32';
export type { ByteRange, Extent } from './extent';
export { encodeGpt, type GptRequest } from './gpt-encode';
export { PARTITION_TYPE, type GptEntry, type GptProblem, type GptTable } from './gpt-format';
export { chooseTable, readGpt, type Gpt } from './gpt-read';
export { writeFat32Volume, type FatVolumeRequest } from './fat-write';
export type { FatContent, FatFile } from './fat-tree';
export type { FatEntry } from './fat-directory';
export { openFat32, type Fat32Volume } from './fat-read';
export { FileSystemError } from './file-system-error';
export { openNtfs, type NtfsFile, type NtfsListing, type NtfsVolume } from './ntfs-read';
export {
  assertAscending,
  extentBytes,
  mergeExtents,
  volumeExtents,
  type ExtentLimits,
} from './block-map';
export {
  exfatAllocatedRanges,
  exfatChecksum,
  readExfatBootRegion,
  type ExfatBootRegion,
} from './exfat';
