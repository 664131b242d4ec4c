import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { nameKey } from '../../../src-shared/copy-names';
import { stickError } from '../../../src-shared/errors';
import type { VentoyStickReport } from '../../../src-shared/job';
import { clustersBytes } from '../../../src-shared/ventoy-space';
import {
  mergeVentoyConfig,
  problemWords,
  sameConfig,
  ventoyProblems,
  withFileNames,
  type VentoyConfig,
} from '../../../src-shared/ventoy-json';
import type { MountedRange } from '../../host';
import { copyFile, hashFile, sha256Of, writeWhole } from './copy-file';
import { checksumPath, requireNamesOn } from './file-names';
import type { HeldVentoyTarget, VentoyJob } from './job';
import {
  carryOutPersistence,
  persistenceTasks,
  withTasks,
  type PersistenceTask,
} from './persistence';
import { CHECKSUM_BYTES, type PreparedFile } from './prepare';
import { CONFIG_FILE, readStickConfig, writeStickConfig, type StickConfig } from './stick-config';
import { StickFolder } from './stick-folder';

/** FAT32 holds no file of 4 GiB. */
const FAT32_FILE_LIMIT = 2 ** 32 - 1;
/** Bytes kept free for folders and settings. */
const SPARE_BYTES = 1024 * 1024;

/** What has to be found on the stick again, by its path there. */
export interface Expected {
  path: string;
  sizeBytes: number;
  sha256: string;
}

export interface ChangedFiles {
  files: VentoyStickReport['files'];
  persistence: VentoyStickReport['persistence'];
  configNotes: string[];
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
  /** Files that are not there yet. */
  copies: PreparedFile[];
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
    for (const name of plan.remove) await folder.remove(name);
    for (const { from, to } of plan.rename) await folder.rename(from, to);
    const expected: Expected[] = [];
    for (const file of job.prepared.files) {
      const sha256 = hashOf(hashes, file);
      if (todo.copies.includes(file)) await copy(folder, file, sha256, written, signal);
      expected.push({ path: file.name, sizeBytes: file.sizeBytes, sha256 });
      if (plan.checksums) expected.push(await writeChecksum(folder, file, sha256));
    }
    const persistence = await carryOutPersistence(job, folder, todo.tasks, (bytes) => {
      written.add(bytes);
    });
    const config = await writeStickConfig(folder, todo.config, todo.changed);
    return {
      files: job.prepared.files.map((file) => ({
        path: file.name,
        sizeBytes: file.sizeBytes,
        sha256: hashOf(hashes, file),
        hashExpected: file.expected !== null,
      })),
      persistence,
      configNotes: await notesOn(folder, todo),
      writtenBytes: written.bytes,
      expected,
      config,
    };
  } finally {
    if (todo.changesAnything) await folder.tidy().catch(() => undefined);
  }
}

/** Reads everything back from the stick. Throws `ventoy/copy-mismatch`. */
export async function compareFiles(
  { signal }: VentoyJob,
  target: HeldVentoyTarget,
  mounted: MountedRange,
  { expected, config }: ChangedFiles,
): Promise<number> {
  const folder = new StickFolder(target.name, mounted);
  const total = expected.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let done = 0;
  target.log.advance('comparing', 0, total);
  for (const { path, sha256 } of expected) {
    const actual = await hashFile(await folder.place(path), {
      signal,
      onBytes: (bytes) => {
        done += bytes;
        target.log.advance('comparing', done, total);
      },
    });
    if (actual !== sha256) throw mismatch(target, path);
  }
  if (config === null) return done;
  const found = await readFile(await folder.place(CONFIG_FILE));
  if (!found.equals(config)) throw mismatch(target, CONFIG_FILE);
  return done + config.length;
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
  requireNamesOn(plan, folder.fileSystem);
  const config = await readStickConfig(folder, target.name);
  const vanishing = new Set<string>();
  let freed = 0;
  const requireStaying = (name: string): Promise<number> => {
    if (!vanishing.has(nameKey(name))) return folder.requireFile(name);
    throw stickError('ventoy/file-missing', { target: target.name, name });
  };
  for (const name of plan.remove) {
    freed += await requireStaying(name);
    vanishing.add(nameKey(name));
  }
  for (const { from, to } of plan.rename) {
    await requireStaying(from);
    await requireFree(target, folder, to, vanishing, from);
    vanishing.add(nameKey(from));
  }
  const copies: PreparedFile[] = [];
  for (const file of prepared.files) {
    requireSize(target, folder, file);
    if (await isThere(job, folder, file, vanishing)) continue;
    await requireFree(target, folder, file.name, vanishing);
    copies.push(file);
  }
  const renamed = withFileNames(config.config, plan);
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
  const merged = plan.configReplaces
    ? withFileNames(plan.config, plan)
    : mergeVentoyConfig(renamed, plan.config);
  const changed = withTasks(merged, tasks);
  const files = copies.length + tasks.length + plan.remove.length + plan.rename.length;
  const hashes = plan.checksums ? prepared.files.length : 0;
  const changesAnything = files + hashes + unfinished > 0 || !sameConfig(changed, config.config);
  return { config, changed, copies, tasks, changesAnything };
}

/** A file that an earlier job copied is not copied again. */
async function isThere(
  { hashes, signal }: VentoyJob,
  folder: StickFolder,
  file: PreparedFile,
  vanishing: ReadonlySet<string>,
): Promise<boolean> {
  if (vanishing.has(nameKey(file.name))) return false;
  if ((await folder.sizeOf(file.name)) !== file.sizeBytes) return false;
  const running = { signal, onBytes: () => undefined };
  return (await hashFile(await folder.place(file.name), running)) === hashOf(hashes, file);
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
  return { path, sizeBytes: content.length, sha256: sha256Of(content) };
}

async function notesOn(folder: StickFolder, { config, changed }: Todo): Promise<string[]> {
  const files = (await folder.files()).map(({ path }) => `/${path}`);
  return [
    ...config.notes.map(
      ({ place, ...note }) =>
        `ventoy.json, line ${String(place.line)}, column ${String(place.column)}: ${problemWords(note)}`,
    ),
    ...ventoyProblems(changed, { files }).map(
      (problem) => `ventoy.json, ${problem.path.join('.')}: ${problemWords(problem)}`,
    ),
  ];
}

function hashOf(hashes: VentoyJob['hashes'], { source }: PreparedFile): string {
  const sha256 = hashes.get(source);
  if (sha256 === undefined) throw new Error(`${source} was not hashed`);
  return sha256;
}

function mismatch(target: HeldVentoyTarget, name: string): Error {
  return stickError('ventoy/copy-mismatch', { target: target.name, name }, { stick: 'partial' });
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
