/** A file system contradicts itself or its format, or holds something that can't be read here. */
export class FileSystemError extends Error {
  override readonly name = 'FileSystemError';
}
