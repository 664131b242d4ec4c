import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { messageOf, stickError } from '../../src-shared/errors';
import type { HelperProcess } from './running-helper';
import { lastLine } from './text-lines';

const STDERR_LIMIT = 8 * 1024;

/** A helper that is a child of this process, of whose streams only stderr is read. */
export function childHelper(child: ChildProcess & { stderr: Readable }): HelperProcess {
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
