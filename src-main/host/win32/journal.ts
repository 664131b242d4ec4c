import { open, readFile, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { toStickError, type StickError } from '../../../src-shared/errors';
import { isRunning } from '../../io';
import type { Operation, OperationOutput } from './operation';
import type { RunOperation, RunOptions } from './run-operation';
import { filesBelow } from './volume-files';

/** Names of journals: the process that keeps it, and when it began to, in milliseconds of 1970. */
const FILE_NAME = /^undo-(\d+)-(\d+)\.jsonl$/;
/** How often an undo that fails is tried, over as many starts. */
const ATTEMPTS = 3;

/**
 * An undo as it is kept. What tells of its progress and its failures is code and isn't kept: an undo that comes
 * from the file is judged by its exit code.
 */
const KeptOperationSchema = z.strictObject({
  title: z.string(),
  program: z.string(),
  args: z.array(z.string()),
  scripts: z.array(
    z.strictObject({
      name: z.string(),
      text: z.string(),
      encoding: z.enum(['utf-16le-bom', 'utf-8-bom', 'ascii']),
    }),
  ),
  stdin: z.strictObject({ text: z.string(), secret: z.literal(false) }).nullable(),
  okCodes: z.array(z.number().int()),
});
type KeptOperation = z.infer<typeof KeptOperationSchema>;

const LineSchema = z.discriminatedUnion('note', [
  z.strictObject({ note: z.literal('begun'), id: z.number().int(), undo: KeptOperationSchema }),
  z.strictObject({ note: z.literal('making'), id: z.number().int(), path: z.string() }),
  z.strictObject({ note: z.literal('done'), id: z.number().int() }),
  z.strictObject({ note: z.literal('taking-back'), id: z.number().int() }),
  z.strictObject({ note: z.literal('undone'), id: z.number().int() }),
  z.strictObject({ note: z.literal('attempt') }),
]);
type Line = z.infer<typeof LineSchema>;

/** How a change is taken back: by an operation, or by removing a file or folder that was made. */
type Undo = { kind: 'run'; operation: Operation } | { kind: 'remove'; path: string };

interface Entry {
  id: number;
  undo: Undo;
  /**
   * Its operation ended well, and nothing has begun to take it back. If not, there may be something to take back or
   * nothing.
   */
  done: boolean;
}

/** A change of this computer that could not be taken back. */
export interface UndoFailure {
  /** What the undo would have done. */
  title: string;
  error: StickError;
}

/** Removes a file, or a folder with everything in it, without following links. Nothing there is no error. */
export type RemovePath = (path: string) => Promise<void>;

const removePath: RemovePath = (path) => filesBelow(dirname(path)).remove(path);

/**
 * Operations that change this computer (attach a disk, load a hive), files and folders that are made for a while, and how to
 * take that back. Before a change, its undo is on the disk; so whatever ends this process, the next one can take back what it
 * left.
 *
 * The file names programs that are run, and paths that are removed, with administrator rights. It must lie in a folder that
 * only administrators may enter.
 */
export class UndoJournal {
  private readonly entries: Entry[] = [];
  private nextId = 0;

  private constructor(
    private readonly path: string,
    private readonly means: UndoMeans,
  ) {}

  /** Begins a journal in `folder`. Errors of the file system pass as they are. */
  static async begin(
    folder: string,
    run: RunOperation,
    remove: RemovePath = removePath,
  ): Promise<UndoJournal> {
    const path = join(folder, `undo-${String(process.pid)}-${String(Date.now())}.jsonl`);
    await (await open(path, 'wx', 0o600)).close();
    return new UndoJournal(path, { run, remove });
  }

  /**
   * Runs an operation. Its undo, if it has one, stays in the journal until {@link undoAll}, or until `undo` or another
   * operation, `undoBy`, has taken it back. Throws what running it throws, and `RangeError` for an undo that types a secret.
   */
  async perform(operation: Operation, options: RunOptions): Promise<Performed> {
    const { undo } = operation;
    const { run } = this.means;
    if (undo === null) {
      const output = await run(operation, options);
      const undoBy: Performed['undoBy'] = async (other, more) => {
        await run(other, more);
      };
      return { output, undo: () => Promise.resolve(), undoBy };
    }
    const entry: Entry = {
      id: this.nextId++,
      undo: { kind: 'run', operation: undo },
      done: false,
    };
    await this.note({ note: 'begun', id: entry.id, undo: kept(undo) });
    this.entries.push(entry);
    const output = await run(operation, options);
    entry.done = true;
    await this.note({ note: 'done', id: entry.id });
    return {
      output,
      undo: (undoOptions) => this.takeBack(entry, undoOptions),
      undoBy: (other, more) =>
        this.takeBackBy(entry, async () => {
          await run(other, more);
        }),
    };
  }

  /**
   * To be called before a file or folder is made that mustn't stay: {@link undoAll} removes it, unless the function that is
   * returned has said that it stays, or is gone.
   */
  async noteMaking(path: string): Promise<() => Promise<void>> {
    const entry: Entry = { id: this.nextId++, undo: { kind: 'remove', path }, done: true };
    await this.note({ note: 'making', id: entry.id, path });
    this.entries.push(entry);
    return () => this.strike(entry);
  }

  /**
   * Takes back, the last first, what hasn't been yet, and ends the journal. Goes on where an undo fails, and returns those that
   * did; they stay on the disk for {@link undoLeftovers}, as does what was made before them: it may hold what still stands, such
   * as a mounted image. Isn't cancelled with the work it cleans up after, and doesn't throw.
   */
  async undoAll(options: Pick<RunOptions, 'folder'>): Promise<UndoFailure[]> {
    const failures: UndoFailure[] = [];
    for (const entry of [...this.entries].reverse()) {
      if (entry.undo.kind === 'remove' && failures.length > 0) continue;
      try {
        await this.takeBack(entry, options);
      } catch (error) {
        const failure = { title: titleOf(entry.undo), error: toStickError(error) };
        // One that failed or was cut short may have changed nothing that there is to take back.
        if (entry.done) failures.push(failure);
        else await this.strike(entry);
      }
    }
    // One that stays tells of nothing that is left.
    if (failures.length === 0) await rm(this.path, { force: true }).catch(() => undefined);
    return failures;
  }

  private async takeBack(entry: Entry, options: RunOptions): Promise<void> {
    if (!this.entries.includes(entry)) return;
    await this.takeBackBy(entry, () => carryOut(entry.undo, this.means, options));
  }

  /** Whoever finds this process ended meanwhile isn't to complain that nothing is left to take back. */
  private async takeBackBy(entry: Entry, work: () => Promise<void>): Promise<void> {
    const { done } = entry;
    if (done) await this.noteIfPossible({ note: 'taking-back', id: entry.id });
    try {
      await work();
    } catch (error) {
      if (done) await this.noteIfPossible({ note: 'done', id: entry.id });
      throw error;
    }
    await this.strike(entry);
  }

  private async strike(entry: Entry): Promise<void> {
    if (!this.entries.includes(entry)) return;
    await this.noteIfPossible({ note: 'undone', id: entry.id });
    this.entries.splice(this.entries.indexOf(entry), 1);
  }

  /** A disk that is full is no reason not to take back what may have filled it. */
  private async noteIfPossible(line: Line): Promise<void> {
    await this.note(line).catch(() => undefined);
  }

  private note(line: Line): Promise<void> {
    return append(this.path, line);
  }
}

/** An operation that was run. */
export interface Performed {
  output: OperationOutput;
  undo: (options: RunOptions) => Promise<void>;
  undoBy: (operation: Operation, options: RunOptions) => Promise<void>;
}

interface UndoMeans {
  run: RunOperation;
  remove: RemovePath;
}

async function carryOut(undo: Undo, means: UndoMeans, options: RunOptions): Promise<void> {
  if (undo.kind === 'remove') await means.remove(undo.path);
  else await means.run(undo.operation, options);
}

function titleOf(undo: Undo): string {
  return undo.kind === 'remove' ? `Remove ${undo.path}` : undo.operation.title;
}

/** What {@link undoLeftovers} did. */
export interface Leftovers {
  /** Titles of what was taken back. */
  undone: string[];
  failed: UndoFailure[];
}

/**
 * Takes back what earlier processes left when they ended too soon: the last first. An undo that fails is tried again at the
 * next starts, three times in all: after a restart of the computer there is often nothing left to take back. Until the last
 * of them, what was made before it stays. Journals of processes that still run are left alone. Errors of the file system pass as they are.
 */
export async function undoLeftovers(
  folder: string,
  run: RunOperation,
  options: Pick<RunOptions, 'folder'>,
  remove: RemovePath = removePath,
): Promise<Leftovers> {
  const result: Leftovers = { undone: [], failed: [] };
  for (const path of await leftJournals(folder)) {
    const { entries, attempts } = await readJournal(path);
    const left: Entry[] = [];
    const isLast = attempts + 1 >= ATTEMPTS;
    for (const entry of [...entries].reverse()) {
      const title = titleOf(entry.undo);
      if (entry.undo.kind === 'remove' && left.length > 0 && !isLast) {
        left.push(entry);
        continue;
      }
      try {
        await carryOut(entry.undo, { run, remove }, options);
        await append(path, { note: 'undone', id: entry.id });
        result.undone.push(title);
      } catch (error) {
        // One that was cut short may have changed nothing that there is to take back.
        if (!entry.done) continue;
        left.push(entry);
        result.failed.push({ title, error: toStickError(error) });
      }
    }
    await append(path, { note: 'attempt' });
    if (left.length === 0 || isLast) await rm(path);
  }
  return result;
}

/** Newest first, for a later process may have built on what an earlier one left. */
async function leftJournals(folder: string): Promise<string[]> {
  const journals = (await readdir(folder)).flatMap((name) => {
    const match = FILE_NAME.exec(name);
    return match === null ? [] : [{ name, pid: Number(match[1]), begun: Number(match[2]) }];
  });
  return journals
    .filter(({ pid }) => pid !== process.pid && !isRunning(pid))
    .sort((a, b) => b.begun - a.begun)
    .map(({ name }) => join(folder, name));
}

/** Entries that were not taken back, oldest first. A last line that was cut short tells of nothing that was begun. */
async function readJournal(path: string): Promise<{ entries: Entry[]; attempts: number }> {
  const entries = new Map<number, Entry>();
  let attempts = 0;
  const text = await readFile(path, 'utf8');
  for (const one of text.split('\n').filter((part) => part !== '')) {
    const line = readLine(one);
    switch (line?.note) {
      case 'begun':
        entries.set(line.id, { id: line.id, undo: revived(line.undo), done: false });
        break;
      case 'making':
        entries.set(line.id, {
          id: line.id,
          undo: { kind: 'remove', path: line.path },
          done: true,
        });
        break;
      case 'done': {
        const entry = entries.get(line.id);
        if (entry !== undefined) entry.done = true;
        break;
      }
      case 'taking-back': {
        const entry = entries.get(line.id);
        if (entry !== undefined) entry.done = false;
        break;
      }
      case 'undone':
        entries.delete(line.id);
        break;
      case 'attempt':
        attempts += 1;
        break;
      case undefined:
        break;
    }
  }
  return { entries: [...entries.values()], attempts };
}

function readLine(text: string): Line | null {
  try {
    return LineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Settles when the line is on the disk. A line break before it keeps it apart from one that was cut short. */
async function append(path: string, line: Line): Promise<void> {
  const file = await open(path, 'a');
  try {
    await file.appendFile(`\n${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

function kept({ title, program, args, scripts, stdin, okCodes }: Operation): KeptOperation {
  if (stdin?.secret === true)
    throw new RangeError(`to ${title}, a secret would be kept on the disk`);
  return {
    title,
    program,
    args: [...args],
    scripts: scripts.map(({ name, text, encoding }) => ({ name, text, encoding })),
    stdin: stdin === null ? null : { text: stdin.text, secret: false },
    okCodes: [...okCodes],
  };
}

function revived(operation: KeptOperation): Undo {
  const judged = { progressOf: () => null, failureOf: () => null, undo: null };
  return { kind: 'run', operation: { ...operation, ...judged } };
}
