import log from 'electron-log/node';
import { messageOf, type StickError } from '../../src-shared/errors';
import { dataFolder, prepareDataFolder } from '../io';
import { keepLog, logNames } from '../own';
import { phaseNames, type Output } from './output';
import { printable } from './printable';

// What ends before a log is begun, as a command without what it needs, is told by its message alone.
log.transports.console.level = false;
log.transports.file.level = false;

/**
 * Begins to keep what the command does in the log of the command line, which lies beside the window's. Where none can be kept, a line on stderr says
 * so, and the command goes on.
 */
export function keepCommandLog(program: string, args: readonly string[]): void {
  const folder = dataFolder(process.env);
  if (folder === null) return;
  try {
    prepareDataFolder(folder);
  } catch (error) {
    process.stderr.write(`No log is kept: ${printable(messageOf(error))}\n`);
    return;
  }
  keepLog(log, folder, logNames.commandLine);
  log.info(`${program} on Node ${process.versions.node}: ${args.join(' ')}`);
}

/** An output that is also written into the log: phases and what the job says, not its progress. */
export function logged(output: Output): Output {
  return {
    ...output,
    event: (event) => {
      if (event.type === 'phase') {
        log.info(`${phaseNames[event.phase]}${event.target === null ? '' : ` (${event.target})`}`);
      } else if (event.type === 'log') {
        log[event.level](event.text);
      }
      output.event(event);
    },
  };
}

/** How a command ended. */
export function logEnd(error: StickError | null): void {
  if (error === null) log.info('Ended');
  else log.warn(error.message, `the target is ${error.stick}`, error.detail ?? '');
}
