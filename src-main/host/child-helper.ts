import type { Readable } from 'node:stream';
import { messageOf, stickError } from '../../src-shared/errors';
import type { HelperProcess } from './running-helper';
import { lastLine } from './text-lines';

const STDERR_LIMIT = 8 * 1024;

/** What of a process that was started is needed here. */
interface Child {
  stderr: Readable;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'close', listener: (code: number | null, signal: string | null) => void): unknown;
  kill(signal: 'SIGKILL'): boolean;
  unref(): void;
}

/** A helper that is a child of this process, of whose streams only stderr is read. */
export function childHelper(child: Child): HelperProcess {
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-STDERR_LIMIT);
  });
  const ended = new Promise<string>((resolve, reject) => {
    child.on('error', (error) => {
      reject(stickError('helper/lost', { message: messageOf(error) }, { cause: error }));
    });
    child.on('close', (code, signal) => {
      resolve(lastLine(said) ?? `it ended with ${signal ?? `exit code ${String(code)}`}`);
    });
  });
  // Somebody asks when it matters; until then a failure must not count as unhandled.
  ended.catch(() => undefined);
  return {
    ended,
    kill: () => {
      child.kill('SIGKILL');
      // One that waits for a drive which doesn't answer can't be ended; nobody has to wait with it.
      child.stderr.destroy();
      child.unref();
    },
  };
}
