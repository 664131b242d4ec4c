import { resolve } from 'node:path';
import { stickError } from '../../src-shared/errors';
import { windowsCannot } from '../../src-shared/windows-cannot';
import type { Host } from '../host';
import { defaultWorkFolder } from '../io';
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

/** The work folder that was asked for, else the usual one. Throws `usage` when there is none. */
export function workFolder(asked: string | undefined): string {
  if (asked !== undefined) return resolve(asked);
  const usual = defaultWorkFolder(process.env);
  if (usual !== null) return usual;
  throw usageError('you have no home folder; name a work folder with --work-dir');
}

/** Throws `host/cannot` on a computer with Windows for what Linux' programs do; `what`: as the end of “it can't …”. */
export function requireLinux({ host }: Pick<Context, 'host'>, what: string): void {
  if (host.platform === 'win32') throw windowsCannot(what);
}

export function usageError(message: string): Error {
  return stickError('usage', { message });
}
