import { basename } from 'node:path';
import { nameKey } from '../../../src-shared/copy-names';
import { stickError } from '../../../src-shared/errors';
import type { VentoyStickReport } from '../../../src-shared/job';
import { clustersBytes } from '../../../src-shared/ventoy-space';
import {
  type ConfigNote,
  mergeVentoyConfig,
  sameConfig,
  ventoyProblems,
  withFileNames,
  type VentoyConfig,
} from '../../../src-shared/ventoy-json';
import type { MountedRange } from '../../host';
import { readingStick, type Expected } from './compare-files';
import { copyFile, hashFile, sha256Of, writeWhole } from './copy-file';
import { checksumPath, requireNamesOn } from './file-names';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { carryOutMoves, movesOn, type Moves } from './moves';
import {
  carryOutPersistence,
  persistenceTasks,
  withTasks,
  type PersistenceTask,
} from './persistence';
import { CHECKSUM_BYTES, type PreparedFile } from './prepare';
import { readStickConfig, writeStickConfig, type StickConfig } from './stick-config';
import { StickFolder } from './stick-folder';

/** FAT32 holds no file of 4 GiB. */
const FAT32_FILE_LIMIT = 2 ** 32 - 1;
/** Bytes kept free for folders and settings. */
const SPARE_BYTES = 1024 * 1024;

export interface ChangedFiles {
  files: VentoyStickReport['files'];
  moves: Moves;
  persistence: VentoyStickReport['persistence'];
  configNotes: ConfigNote[];
  /** Every file that is on the stick then. */
  present: string[];
  /** Bytes that were written into files. */
  writtenBytes: number;
  expected: Expected[];
  /** The settings as they must be read back; null when they were left alone. */
  config: Buffer | null;
}

/** Everything that a plan does to the files of one stick, found out before any of it is done. */
export interface Todo {
  config: StickConfig;
  /** The settings as they will be. */
  changed: VentoyConfig;
  moves: Moves;
  /** Files that are not there yet. */
  copies: PreparedFile[];
  /** Bytes of those that are there and were compared. */
  comparedBytes: number;
  tasks: PersistenceTask[];
  /** Whether anything has to be written. */
  changesAnything: boolean;
}

/**
 * Removes, renames and copies files, makes what live systems keep, and writes the settings, in a mounted partition, as
 * lookAhead found it to be possible. Throws `ventoy/…`.
 */
export async function changeFiles(
  job: VentoyJob,
  target: HeldVentoyTarget,
  mounted: MountedRange,
  todo: Todo,
): Promise<ChangedFiles> {
  const { plan, signal, hashes } = job;
  // A driver that may write does so: it notes that the file system is in use.
  if (todo.changesAnything && target.state === 'untouched') target.state = 'partial';
  const folder = new StickFolder(target.name, mounted);
  if (todo.changesAnything) await folder.tidy();
  const written = new Written(target, todo);
  try {
    const expected = await carryOutMoves(todo.moves, folder);
    for (const file of job.prepared.files) {
      const sha256 = hashOf(hashes, file);
      if (todo.copies.includes(file)) {
        await copy(folder, file, sha256, written, signal);
        expected.push({ path: file.name, sizeBytes: file.sizeBytes, sha256, isNew: true });
      }
      if (plan.checksums) expected.push(await writeChecksum(folder, file, sha256));
    }
    const kept = await carryOutPersistence(job, folder, todo.tasks, (bytes) => {
      written.add(bytes);
    });
    expected.push(...kept.expected);
    const config = await writeStickConfig(folder, todo.config, todo.changed);
    const present = (await folder.files()).map(({ path }) => path);
    return {
      files: job.prepared.files.map((file) => ({
        path: file.name,
        sizeBytes: file.sizeBytes,
        sha256: hashOf(hashes, file),
        hashExpected: file.expected !== null,
        notes: file.image?.notes ?? [],
      })),
      moves: todo.moves,
      persistence: kept.persistence,
      configNotes: notesOn(present, todo),
      present,
      writtenBytes: written.bytes,
      expected,
      config,
    };
  } finally {
    if (todo.changesAnything) await folder.tidy().catch(() => undefined);
  }
}

/**
 * Finds out what there is to do on a stick, and that there are room and names for it. Only reads. Throws `ventoy/…` for
 * what can't be done.
 */
export async function lookAhead(
  job: VentoyJob,
  target: HeldVentoyTarget,
  mounted: MountedRange,
): Promise<Todo> {
  const { plan, prepared, signal } = job;
  const folder = new StickFolder(target.name, mounted);
  const config = await readStickConfig(folder, target.name);
  const moves = await movesOn(plan, folder, config.config);
  requireNamesOn(plan, folder.fileSystem, moves.rename);
  const vanishing = new Set<string>();
  let freed = 0;
  const requireStaying = (name: string): Promise<number> => {
    if (!vanishing.has(nameKey(name))) return folder.requireFile(name);
    throw stickError('ventoy/file-missing', { target: target.name, name });
  };
  for (const name of moves.remove) {
    freed += await requireStaying(name);
    vanishing.add(nameKey(name));
  }
  for (const { from, to } of moves.rename) {
    await requireStaying(from);
    await requireFree(target, folder, to, vanishing, from);
    vanishing.add(nameKey(from));
  }
  const copies: PreparedFile[] = [];
  let comparedBytes = 0;
  for (const file of prepared.files) {
    requireSize(target, folder, file);
    if (await isThere(job, target, folder, file, vanishing)) {
      comparedBytes += file.sizeBytes;
      continue;
    }
    await requireFree(target, folder, file.name, vanishing);
    copies.push(file);
  }
  const renamed = withFileNames(config.config, moves);
  const tasks = await persistenceTasks(job, target, folder, { config: renamed, vanishing });
  for (const { path: name, bytes } of tasks)
    requireSize(target, folder, { name, sizeBytes: bytes });
  signal.throwIfAborted();
  const needed =
    clustersBytes([
      ...copies.map(({ sizeBytes }) => sizeBytes),
      ...(plan.checksums ? prepared.files.map(() => CHECKSUM_BYTES) : []),
      ...tasks.map(({ bytes, present }) => bytes - (present ?? 0)),
    ]) + SPARE_BYTES;
  const unfinished = await folder.unfinishedBytes();
  const free = (await folder.freeBytes()) + unfinished + freed;
  if (needed > free) {
    throw stickError('ventoy/no-room', { target: target.name, needed, free });
  }
  const merged = plan.configReplaces ? plan.config : mergeVentoyConfig(renamed, plan.config);
  const changed = withTasks(merged, tasks);
  const files = copies.length + tasks.length + moves.remove.length + moves.rename.length;
  const hashes = plan.checksums ? prepared.files.length : 0;
  const changesAnything = files + hashes + unfinished > 0 || !sameConfig(changed, config.config);
  return { config, changed, moves, copies, comparedBytes, tasks, changesAnything };
}

/**
 * A file that an earlier job copied is not copied again: it is read from a mount that has nothing in memory, so it isn't read a
 * second time either.
 */
async function isThere(
  { hashes, signal }: VentoyJob,
  target: HeldVentoyTarget,
  folder: StickFolder,
  file: PreparedFile,
  vanishing: ReadonlySet<string>,
): Promise<boolean> {
  if (vanishing.has(nameKey(file.name))) return false;
  if ((await folder.sizeOf(file.name)) !== file.sizeBytes) return false;
  const running = { signal, onBytes: () => undefined };
  const place = await folder.place(file.name);
  const found = await readingStick(target.name, file.name, () => hashFile(place, running));
  return found === hashOf(hashes, file);
}

/** Throws `ventoy/file-too-large`. */
function requireSize(
  target: HeldVentoyTarget,
  folder: StickFolder,
  { name, sizeBytes }: Pick<PreparedFile, 'name' | 'sizeBytes'>,
): void {
  if (folder.fileSystem !== 'vfat' || sizeBytes <= FAT32_FILE_LIMIT) return;
  throw stickError('ventoy/file-too-large', { target: target.name, name });
}

async function requireFree(
  target: HeldVentoyTarget,
  folder: StickFolder,
  name: string,
  vanishing: ReadonlySet<string>,
  instead?: string,
): Promise<void> {
  const key = nameKey(name);
  if (vanishing.has(key) || key === (instead === undefined ? null : nameKey(instead))) return;
  if (await folder.exists(name)) {
    throw stickError('ventoy/file-exists', { target: target.name, name });
  }
}

async function copy(
  folder: StickFolder,
  file: PreparedFile,
  sha256: string,
  written: Written,
  signal: AbortSignal,
): Promise<void> {
  const onBytes = (bytes: number): void => {
    written.add(bytes);
  };
  const read = await copyFile(file.source, await folder.begin(file.name), { signal, onBytes });
  if (read === sha256) return;
  await folder.remove(file.name);
  throw stickError('ventoy/source-changed', { path: file.source });
}

/** As `sha256sum` writes and reads it. */
async function writeChecksum(
  folder: StickFolder,
  file: PreparedFile,
  sha256: string,
): Promise<Expected> {
  const path = checksumPath(file.name);
  const content = Buffer.from(`${sha256}  ${basename(file.name)}\n`);
  await writeWhole(await folder.begin(path), content);
  return { path, sizeBytes: content.length, sha256: sha256Of(content), isNew: true };
}

function notesOn(present: readonly string[], { config, changed }: Todo): ConfigNote[] {
  const files = present.map((path) => `/${path}`);
  return [
    ...config.notes,
    ...ventoyProblems(changed, { files }).map(({ code, params, path }) => ({
      ...{ code, params },
      place: { path: path.join('.') },
    })),
  ];
}

function hashOf(hashes: VentoyJob['hashes'], { source }: PreparedFile): string {
  const sha256 = hashes.get(source);
  if (sha256 === undefined) throw new Error(`${source} was not hashed`);
  return sha256;
}

/** What was copied, told as progress. */
class Written {
  bytes = 0;
  private readonly total: number;

  constructor(
    private readonly target: HeldVentoyTarget,
    { copies, tasks }: Todo,
  ) {
    this.total =
      copies.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) +
      tasks.reduce((sum, { bytes, present }) => sum + bytes - (present ?? 0), 0);
    this.add(0);
  }

  add(bytes: number): void {
    this.bytes += bytes;
    this.target.log.advance('copying', this.bytes, this.total);
  }
}
