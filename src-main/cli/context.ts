import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { stickError } from '../../src-shared/errors';
import type { Host } from '../host';
import type { Output } from './output';

/** What every command works with. */
export interface Context {
  host: Host;
  output: Output;
  signal: AbortSignal;
  /** Folder of the running program. */
  appFolder: string;
  /** Name and version. */
  program: string;
  allowLoop: boolean;
}

/** Where files that take much space go: the one asked for, else the user's cache folder. */
export function workFolder(asked: string | undefined): string {
  if (asked !== undefined) return resolve(asked);
  const cache = process.env['XDG_CACHE_HOME'];
  return join(
    cache !== undefined && cache !== '' ? cache : join(homedir(), '.cache'),
    'sticksmith',
    'work',
  );
}

export function usageError(message: string): Error {
  return stickError('usage', { message });
}
