import { open, stat } from 'node:fs/promises';
import { errorCode } from '../../io';

const LINE_FEED = 0x0a;

/**
 * Appends a line to a file that others may append to at the same time, be it on a share: in one write, and flushed. What somebody left
 * without an end of line before it gets one, so that the line stands by itself. Makes the file where there is none. Throws plain errors.
 */
export async function appendLine(path: string, line: string): Promise<void> {
  // Looked at before it is opened, because opening a pipe waits for a reader.
  if ((await isOrdinaryFile(path)) === false) throw new Error('it is not an ordinary file');
  const handle = await open(path, 'a+');
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1, LINE_FEED);
    if (size > 0) await handle.read(last, 0, 1, size - 1);
    const bytes = Buffer.from(`${last[0] === LINE_FEED ? '' : '\n'}${line}\n`);
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten < bytes.length) throw new Error('there was no room for the whole line');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Null where there is none. */
async function isOrdinaryFile(path: string): Promise<boolean | null> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
