import { stat } from 'node:fs/promises';

/** What a file system tells of a file without its content being read. */
export interface FileMark {
  /** The same as long as the path leads to the same file, of the same size and with the same times. */
  text: string;
  /** Bytes. */
  size: number;
}

/** Errors of the system pass. */
export async function fileMark(path: string): Promise<FileMark> {
  const { size, mtimeMs, ctimeMs, ino, dev } = await stat(path);
  return { text: [path, size, mtimeMs, ctimeMs, ino, dev].join(':'), size };
}
