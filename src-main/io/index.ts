export { bufferSource, slice, type ByteSource } from './byte-source';
export { defaultWorkFolder } from './default-work-folder';
export { readSmallFile } from './read-small-file';
export { freeBytes } from './free-bytes';
export { makeOwnedFolder } from './owned-folder';
export { homeFolder } from './home-folder';
export { openFileSource, type FileSource } from './file-source';
export { decodeGuid, encodeGuid, newGuid } from './guid';
