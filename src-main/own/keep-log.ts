import { join } from 'node:path';
import { inspect } from 'node:util';
import type { LogMessage, MainLogger, NodeLogger } from 'electron-log';
import { hideKeys } from './hide-keys';

/** The log that is written to, and one older one beside it, may each have this many bytes, and one line more. */
export const MOST_LOG_BYTES = 2 * 1024 * 1024;
/** Characters of one line that are kept. */
const MOST_CHARACTERS = 16 * 1024;

/** Logs of the window's program and of the command line, by name. */
export const logNames = { window: 'sticksmith.log', commandLine: 'command-line.log' } as const;

export function logFolder(dataFolder: string): string {
  return join(dataFolder, 'logs');
}

/**
 * Lets a logger write to a file in the data folder, private to this user. When the file is full it becomes `NAME.old.log` in place of the one before. No line
 * holds a secret; what looks like a key is hidden all the same. A log that can't be written is told once on stderr, and keeps nothing from going on.
 */
export function keepLog(
  log: MainLogger | NodeLogger,
  dataFolder: string,
  name: (typeof logNames)[keyof typeof logNames],
): void {
  log.transports.file.resolvePathFn = () => join(logFolder(dataFolder), name);
  log.transports.file.maxSize = MOST_LOG_BYTES;
  log.transports.file.level = 'info';
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.hooks.push((message: LogMessage) => ({ ...message, data: message.data.map(harmless) }));
}

function harmless(part: unknown): string {
  const text = typeof part === 'string' ? part : inspect(part, { depth: 5 });
  const hidden = hideKeys(text);
  if (hidden.length <= MOST_CHARACTERS) return hidden;
  return `${hidden.slice(0, MOST_CHARACTERS)}… (${String(hidden.length)} characters)`;
}
