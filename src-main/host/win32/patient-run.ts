import { setTimeout as sleep } from 'node:timers/promises';
import { toStickError } from '../../../src-shared/errors';
import type { Operation, OperationOutput } from './operation';
import type { RunOperation, RunOptions } from './run-operation';

/** How time passes. */
export interface Waiting {
  /** Milliseconds since some moment; never less than before. */
  now: () => number;
  /** Throws `cancelled`. */
  wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export const realWaiting: Waiting = {
  now: () => performance.now(),
  async wait(milliseconds, signal) {
    try {
      await sleep(milliseconds, undefined, { ...(signal && { signal }) });
    } catch (error) {
      throw toStickError(error);
    }
  },
};

/**
 * Milliseconds between two scripts of diskpart, without which the second may fail (documented:
 * https://learn.microsoft.com/windows-server/administration/windows-commands/diskpart-scripts-and-examples).
 */
const BETWEEN_SCRIPTS_MS = 15_000;
/** Milliseconds before each further attempt to unload a hive: three seconds in all. */
const BEFORE_UNLOADING_MS = [200, 400, 800, 1600];

/**
 * Runs operations with the patience that two of Windows' programs want: diskpart between its scripts, and reg, which
 * can't unload a hive that something has open for a moment more (reported; its message depends on Windows' language, so
 * every failure counts). One of them for all that a process runs.
 */
export function patientRun(run: RunOperation, waiting: Waiting = realWaiting): RunOperation {
  let diskpartEnded = -Infinity;
  const runDiskpart: RunOperation = async (operation, options) => {
    const rest = diskpartEnded + BETWEEN_SCRIPTS_MS - waiting.now();
    if (rest > 0) await waiting.wait(rest, options.signal);
    try {
      return await run(operation, options);
    } finally {
      diskpartEnded = waiting.now();
    }
  };
  const unload = async (operation: Operation, options: RunOptions): Promise<OperationOutput> => {
    for (const pause of BEFORE_UNLOADING_MS) {
      try {
        return await run(operation, options);
      } catch (error) {
        if (toStickError(error).code !== 'tool/failed') throw error;
        await waiting.wait(pause, options.signal);
      }
    }
    return run(operation, options);
  };
  return (operation, options) => {
    const { program, args } = operation;
    if (/^diskpart\.exe$/i.test(program)) return runDiskpart(operation, options);
    const unloads = /^reg\.exe$/i.test(program) && args[0]?.toLowerCase() === 'unload';
    return unloads ? unload(operation, options) : run(operation, options);
  };
}
