import log from 'electron-log/main';
import { keepLog, logNames } from '../own';

/** Writes the log to a file in the data folder; an older one is kept, up to a bound. Holds no secrets. */
export function openLog(folder: string): void {
  keepLog(log, folder, logNames.window);
  log.transports.console.level = process.env['STICKSMITH_VERBOSE'] === '1' ? 'debug' : 'warn';
  log.errorHandler.startCatching({ showDialog: false });
}

export { log };
