import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode } from '../io';
import { logFolder, logNames } from './keep-log';

/** The end of one log. */
export interface LogEnd {
  name: string;
  /** Whole lines. */
  lines: string[];
}

/** Bytes of the end of a log that are read. */
const END_BYTES = 32 * 1024;

/** The ends of all logs that are there. Errors of the file system pass as they are. */
export async function readLogEnds(dataFolder: string): Promise<LogEnd[]> {
  const paths = Object.values(logNames).map((name) => join(logFolder(dataFolder), name));
  const ends = await Promise.all(
    paths.map(async (path) => {
      const lines = await endOf(path);
      return lines === null ? [] : [{ name: basename(path), lines }];
    }),
  );
  return ends.flat();
}

/** Null when there is no such file. */
async function endOf(path: string): Promise<string[] | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const start = Math.max(0, size - END_BYTES);
      const bytes = Buffer.alloc(Math.min(size, END_BYTES));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      const lines = bytes.toString('utf8', 0, bytesRead).split(/\r?\n/);
      // What the first one began with is not there.
      return lines.slice(start === 0 ? 0 : 1).filter((line) => line !== '');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
