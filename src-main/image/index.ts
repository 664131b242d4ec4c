export { readBootImage } from './boot-image';
export { hashImage } from './hash-image';
export { inspectImage } from './inspect';
export { openIso, type Iso, type IsoEntry, type IsoFile } from './iso';
export type { ByteRange } from './ranges';
export type { StageRunning } from './read-once';
export { stageImage, type StageRequest, type StagedImage } from './stage';
