import { isAbsolute, join, resolve } from 'node:path';
import { stickError } from '../../src-shared/errors';
import type { Host } from '../host';
import { homeFolder } from '../io';
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

/**
 * Where files that take much space go: the one asked for, else the user's cache folder. A relative
 * XDG_CACHE_HOME counts as none (XDG Base Directory Specification). Throws `usage` without any.
 */
export function workFolder(asked: string | undefined): string {
  if (asked !== undefined) return resolve(asked);
  const cache = process.env['XDG_CACHE_HOME'];
  if (cache !== undefined && isAbsolute(cache)) return join(cache, 'sticksmith', 'work');
  const home = homeFolder();
  if (home === null)
    throw usageError('you have no home folder; name a work folder with --work-dir');
  return join(home, '.cache', 'sticksmith', 'work');
}

export function usageError(message: string): Error {
  return stickError('usage', { message });
}
