export { CHUNK_BYTES, type BlockMap, type ByteRange, type Chunk, type Extent } from './extent';
export { encodeGpt, type GptRequest } from './gpt-encode';
export { PARTITION_TYPE, type GptEntry, type GptProblem, type GptTable } from './gpt-format';
export { bootParts } from './boot-parts';
export { renewGpt, protectiveSector, type RenewedGpt } from './gpt-renew';
export { chooseTable, readGpt, type Gpt } from './gpt-read';
export { findFat32BootCode, MBR_BOOT_CODE, type BootCodeFound } from './boot-code';
export { encodeMbr, type MbrRequest } from './mbr-encode';
export { MBR_TYPE, type MbrEntry } from './mbr-format';
export { readMbr, type Mbr } from './mbr-read';
export { holdsFat32 } from './fat-geometry';
export { writeFat32Volume, type FatVolumeRequest } from './fat-write';
export type { FatContent, FatFile } from './fat-tree';
export type { FatEntry } from './fat-directory';
export { openFat, openFat32, type FatVolume } from './fat-read';
export { FileSystemError } from './file-system-error';
export { openNtfs, type NtfsFile, type NtfsListing, type NtfsVolume } from './ntfs-read';
export {
  commonNtfsRanges,
  growNtfs,
  ntfsBootSectors,
  ntfsOverlay,
  type FileContent,
  type NtfsIdentity,
  type NtfsOverlay,
} from './ntfs-grow';
export {
  BITLOCKER_FILES,
  BITLOCKER_FOLDER,
  bitLockerAreas,
  placeBitLockerAreas,
  type BitLockerAreas,
} from './ntfs-bitlocker-areas';
export { liftFence, raiseFence, type NtfsFence, type WritableVolume } from './ntfs-fence';
export { chunksOf, extentBytes, fillSmallGaps, volumeExtents } from './block-map';
export { subtractRanges, unionRanges } from './byte-ranges';
export { hashChunks } from './hash-chunks';
export { readExfatBootRegion, readExfatLabel, type ExfatBootRegion } from './exfat';
export { openExfat, type ExfatEntry, type ExfatVolume } from './exfat-read';
export { exfatChecksum } from './exfat-format';
export { writeExfatVolume, type ExfatVolumeRequest } from './exfat-write';
export { encodeVhdxPreamble, type VhdxRequest } from './vhdx-encode';
export { isVhdx, openVhdx, placeOfVhdxDisk, readVhdxFile } from './vhdx-read';
export { SPARE_ZEROS_BYTES, openVolumeFile, withVolume } from './volume-file';
export { readVhdFile } from './vhd-read';
export type { VirtualDiskFile, VirtualDiskType } from './virtual-disk';
export { placeFile, type FilePlace } from './ntfs-place-file';
export { readExtVolume, type ExtVolume } from './ext-read';
