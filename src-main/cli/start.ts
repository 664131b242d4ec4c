import { CommanderError } from 'commander';
import { stickError, toStickError } from '../../src-shared/errors';
import type { Host } from '../host';
import { createHost } from '../host/this-host';
import { version } from '../../package.json';
import { keepCommandLog, logEnd, logged } from './command-log';
import type { Context } from './context';
import { createOutput } from './output';
import { buildProgram } from './program';
import { watchOutput } from './streams';

const abort = new AbortController();

function contextOn(host: Host, options: { json?: boolean }): Context {
  const allowLoop = process.env['STICKSMITH_ALLOW_LOOP'] === '1';
  const program = `sticksmith ${version}`;
  keepCommandLog(program, process.argv.slice(2));
  return {
    host,
    output: logged(createOutput(options.json === true)),
    signal: abort.signal,
    appFolder: __dirname,
    program,
    allowLoop,
  };
}

async function main(argv: string[]): Promise<void> {
  const json = argv.includes('--json');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      abort.abort(stickError('cancelled', {}));
    });
  }
  watchOutput(abort);
  try {
    const host = await createHost();
    await buildProgram((options) => contextOn(host, options)).parseAsync(argv);
    logEnd(null);
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return;
    const error =
      thrown instanceof CommanderError
        ? stickError('usage', {
            message: thrown.message.replace(/^error: /, '').replace(/\.$/, ''),
          })
        : toStickError(thrown);
    logEnd(error);
    // Commander has printed its own message already.
    if (json || !(thrown instanceof CommanderError)) createOutput(json).error(error);
    process.exitCode = error.exitCode;
    // Nothing is left to be done. A drive that doesn't answer must not keep the prompt from coming back.
    if (error.code === 'cancelled') process.stdout.write('', () => process.exit());
  }
}

void main(process.argv);
