export { bufferSource, slice, type ByteSource } from './byte-source';
export { openFileSource, type FileSource } from './file-source';
export { decodeGuid, encodeGuid, newGuid } from './guid';
