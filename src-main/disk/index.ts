export { crc32 } from './crc32';
export type { ByteRange, Extent } from './extent';
export { encodeGpt, type GptRequest } from './gpt-encode';
export { PARTITION_TYPE, type GptEntry, type GptProblem, type GptTable } from './gpt-format';
export { chooseTable, readGpt, type Gpt } from './gpt-read';
export { writeFat32Volume, type FatVolumeRequest } from './fat-write';
export type { FatContent, FatFile } from './fat-tree';
