import { ExitCode, stickError } from '../../src-shared/errors';

/**
 * What to do when nobody takes our words any more. A reader that went away (`sticksmith drives | head -1`)
 * is no failure of a command that has done its work; a job under way is cancelled, as the signal that
 * other programs die from would do, but leaves nothing behind. A result that could not be stored is lost
 * and must not look like success. What was meant for stderr may get lost.
 */
export function watchOutput(abort: AbortController): void {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      process.stderr.write(`Writing the output failed: ${error.message}\n`);
      process.exitCode = ExitCode.io;
    }
    abort.abort(stickError('cancelled', {}));
  });
}
