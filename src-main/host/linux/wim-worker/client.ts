import { fork, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StickError, messageOf, stickError } from '../../../../src-shared/errors';
import { homeFolder, makeOwnedFolder } from '../../../io';
import { toolPath } from '../../find-program';
import { builtScript } from '../../built-script';
import {
  AnswerSchema,
  type Found,
  type FoundPath,
  type HiveEdit,
  type ListedKey,
  type Order,
  type Work,
} from './protocol';

/** A worker that has been asked to stop is ended after this time, in milliseconds. */
const STOP_MS = 1000;
/** A hive that takes longer than this, in milliseconds, is one that libhivex got lost in. */
const HIVE_MS = 120_000;
/**
 * So long, in milliseconds, a worker that was killed is waited for. One that is just flushing a device lives until that
 * has answered, and then does nothing more.
 */
const DEATH_MS = 200;
const STDERR_LIMIT = 8 * 1024;

/** One image, opened in a process of its own. Calls are made one after the other. */
export interface WimWorker {
  /**
   * Opens an image. Throws `wim/header`, `wim/hash-table`, `wim/xml`, `wim/part-missing`,
   * `wim/edition-missing`, `wim/unsupported` or `image/unreadable`.
   */
  open(parts: string[], index: number): Promise<void>;
  /** Looks paths up without regard to case; null where there is nothing. */
  find(paths: string[]): Promise<(FoundPath | null)[]>;
  /** Lists what lies in a folder itself; nothing when it isn't there. */
  list(path: string): Promise<FoundPath[]>;
  /** Unpacks files and folders, spelled as `find` answered, below a folder, keeping their folders. */
  extract(paths: string[], into: string): Promise<void>;
  /** Adds files to the image in memory. Folders that are missing are made. */
  add(files: { source: string; target: string }[]): Promise<void>;
  /** Leaves files, spelled as `find` answered, out of the image in memory. */
  remove(paths: string[]): Promise<void>;
  /** Unpacks the image into an empty NTFS volume. Progress in bytes of file data. */
  apply(volume: string, onProgress: (doneBytes: number, totalBytes: number) => void): Promise<void>;
  /**
   * Lists the keys right below one of a hive file, with their texts and numbers; none when there is no such key.
   * Throws `wim/apply` for a hive that can't be read.
   */
  listKeys(path: string, key: string): Promise<ListedKey[]>;
  /** Sets values in a hive file. */
  editHive(path: string, edits: readonly HiveEdit[]): Promise<void>;
  /** Closes what was added to a volume to everyone but administrators and the system. */
  protect(volume: string, paths: FoundPath[]): Promise<void>;
  /**
   * Closes files and folders of a volume, spelled as the volume does, to everyone but the system, and hides them as
   * Windows hides its own.
   */
  giveToSystem(volume: string, paths: FoundPath[]): Promise<void>;
}

/**
 * Starts a worker, hands it to `use` and ends it. When the signal fires, the call under way throws
 * `cancelled` as soon as the process has ended, which takes less than two seconds; so nothing is
 * being written any more when it throws.
 */
export async function withWimWorker<T>(
  signal: AbortSignal,
  use: (worker: WimWorker) => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw stickError('cancelled', {});
  const folder = await makeOwnedFolder(tmpdir(), 'sticksmith-wim-');
  const process = new WorkerProcess(signal);
  try {
    return await use(workerOf(process, join(folder, 'errors')));
  } finally {
    await process.end();
    await rm(folder, { recursive: true, force: true });
  }
}

function workerOf(process: WorkerProcess, errorFile: string): WimWorker {
  return {
    open: async (parts, index) => {
      await process.run({ do: 'open', parts, index, errorFile });
    },
    find: async (paths) => (await process.run({ do: 'find', paths })).paths,
    list: async (path) => {
      const { paths } = await process.run({ do: 'list', path });
      return paths.filter((entry) => entry !== null);
    },
    extract: async (paths, into) => {
      await process.run({ do: 'extract', paths, into });
    },
    add: async (files) => {
      await process.run({ do: 'add', files });
    },
    remove: async (paths) => {
      await process.run({ do: 'remove', paths });
    },
    apply: async (volume, onProgress) => {
      await process.run({ do: 'apply', volume }, { onProgress });
    },
    listKeys: async (path, key) => {
      const work = { do: 'list-keys', path, key } as const;
      return (await process.run(work, { limitMs: HIVE_MS })).keys;
    },
    editHive: async (path, edits) => {
      await process.run({ do: 'edit-hive', path, edits: [...edits] }, { limitMs: HIVE_MS });
    },
    protect: async (volume, paths) => {
      await process.run({ do: 'protect', volume, paths });
    },
    giveToSystem: async (volume, paths) => {
      await process.run({ do: 'give-to-system', volume, paths });
    },
  };
}

interface RunOptions {
  onProgress?: (doneBytes: number, totalBytes: number) => void;
  limitMs?: number;
}

class WorkerProcess {
  private readonly child: ChildProcess;
  /** How it ended. Once it was killed it counts as ended before long, even if a device keeps it. */
  private readonly ended: Promise<string>;
  private countAsEnded: (how: string) => void = () => undefined;
  private stderr = '';
  private killTimer: NodeJS.Timeout | undefined;
  private deathTimer: NodeJS.Timeout | undefined;

  constructor(private readonly signal: AbortSignal) {
    this.child = fork(builtScript('wim-worker'), [], {
      env: workerEnvironment(),
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr = (this.stderr + chunk.toString('utf8')).slice(-STDERR_LIMIT);
    });
    this.ended = new Promise((resolve) => {
      this.countAsEnded = resolve;
      this.child.once('error', (error) => {
        resolve(messageOf(error));
      });
      this.child.once('close', (code, killedBy) => {
        resolve(killedBy === null ? `exit code ${String(code)}` : `ended by ${killedBy}`);
      });
    });
    signal.addEventListener('abort', this.stop);
  }

  /** Has one piece of work done. Throws what the worker throws, or `wim/apply` when it dies. */
  async run(work: Work, options: RunOptions = {}): Promise<Found> {
    if (this.isCancelled()) return this.throwCancelled();
    let onMessage: ((message: unknown) => void) | undefined;
    let limit: NodeJS.Timeout | undefined;
    const answered = new Promise<Found>((resolve, reject) => {
      onMessage = (message) => {
        const answer = AnswerSchema.safeParse(message);
        if (!answer.success) {
          reject(
            stickError('internal', { message: `answer not understood: ${answer.error.message}` }),
          );
        } else if (answer.data.is === 'progress') {
          options.onProgress?.(answer.data.doneBytes, answer.data.totalBytes);
        } else if (answer.data.is === 'done') {
          resolve(answer.data.found);
        } else {
          reject(new StickError(answer.data.error));
        }
      };
      this.child.on('message', onMessage);
      void this.ended.then((how) => {
        reject(this.died(work, how));
      });
      if (options.limitMs !== undefined) {
        limit = setTimeout(this.kill, options.limitMs);
      }
      this.send(work);
    });
    try {
      return await answered;
    } catch (error) {
      if (this.isCancelled()) return await this.throwCancelled();
      throw error;
    } finally {
      clearTimeout(limit);
      if (onMessage) this.child.off('message', onMessage);
    }
  }

  /** Ends the process and waits until it is gone, unless a device keeps it. */
  async end(): Promise<void> {
    this.signal.removeEventListener('abort', this.stop);
    this.kill();
    await this.ended;
    clearTimeout(this.killTimer);
    clearTimeout(this.deathTimer);
  }

  private readonly stop = (): void => {
    this.send({ do: 'cancel' });
    this.killTimer = setTimeout(this.kill, STOP_MS);
  };

  private readonly kill = (): void => {
    this.child.kill('SIGKILL');
    this.deathTimer ??= setTimeout(() => {
      this.countAsEnded('it was killed while it waited for a device');
      // It must not keep this program from ending.
      if (this.child.connected) this.child.disconnect();
      this.child.stderr?.destroy();
      this.child.unref();
    }, DEATH_MS);
  };

  private isCancelled(): boolean {
    return this.signal.aborted;
  }

  private async throwCancelled(): Promise<never> {
    await this.end();
    throw stickError('cancelled', {});
  }

  private send(order: Order): void {
    // A process that is gone is noticed by its end, not here.
    this.child.send(order, () => undefined);
  }

  private died(work: Work, how: string): StickError {
    const message = `the part of the program that unpacks it stopped unexpectedly (${how})`;
    return stickError('wim/apply', { message }, { detail: `${work.do}: ${this.stderr}` });
  }
}

/** The same for a worker under Node and under Electron, which then behaves as Node. */
function workerEnvironment(): NodeJS.ProcessEnv {
  const libraries = process.env['LD_LIBRARY_PATH'];
  return {
    PATH: toolPath(),
    LC_ALL: 'C.UTF-8',
    HOME: homeFolder() ?? tmpdir(),
    TMPDIR: tmpdir(),
    ELECTRON_RUN_AS_NODE: '1',
    ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
  };
}
