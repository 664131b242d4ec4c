import { join } from 'node:path';
import log from 'electron-log/main';

/** Writes the log to a file in the data folder; older files are kept up to a bound. Holds no secrets. */
export function openLog(folder: string): void {
  log.transports.file.resolvePathFn = () => join(folder, 'logs', 'sticksmith.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.file.level = 'info';
  log.transports.console.level = process.env['STICKSMITH_VERBOSE'] === '1' ? 'debug' : 'warn';
  log.errorHandler.startCatching({ showDialog: false });
}

export { log };
