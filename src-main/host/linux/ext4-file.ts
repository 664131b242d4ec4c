import { createHash } from 'node:crypto';
import { mkdir, open, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { StickError, stickError } from '../../../src-shared/errors';
import { SMALLEST_PERSISTENCE_BYTES } from '../../../src-shared/persistence';
import { MiB } from '../../../src-shared/units';
import { readExtVolume } from '../../disk';
import { errorCode, freeBytes, makeOwnedFolder, openFileSource } from '../../io';
import type { Ext4File, Running } from '../index';
import { runTool } from '../run-tool';
import { isLackOfSpace } from './lack-of-space';
import { makeSparseFile } from './sparse-file';
import { requireAllocated, writeError, writeStretch } from './written-file';

const LONGEST_LABEL_BYTES = 16;
/**
 * What mke2fs makes is set here, not by this computer's configuration: live systems bring older e2fsprogs along, which
 * don't know orphan_file and metadata_csum_seed, and an older mke2fs refuses to hear of these at all. Everything named
 * is read by e2fsprogs 1.43 (2016) and Linux 3.18.
 */
const FEATURES = [
  ...['none', 'has_journal', 'ext_attr', 'resize_inode', 'dir_index', 'filetype', 'extent'],
  ...['64bit', 'flex_bg', 'sparse_super', 'large_file', 'huge_file', 'dir_nlink', 'extra_isize'],
  'metadata_csum',
];
const BLOCK_BYTES = 4096;

/** Of e2fsck: nothing is wrong. */
const SOUND = 0;

/**
 * The file system is made in a sparse file on this computer and then copied, holes and all, in one pass: mke2fs itself
 * would write here and there, and leave blocks without content where the file system offers that.
 */
export async function makeExt4File(file: Ext4File, running: Running): Promise<string> {
  const path = resolve(file.path);
  requireMakeable(file);
  await requireRoom(path, file.bytes);
  const scratch = await makeOwnedFolder(tmpdir(), 'sticksmith-ext4-');
  try {
    const model = join(scratch, 'volume');
    await makeVolume(model, scratch, file, running.signal);
    return await copyInto(path, model, file.bytes, running, async () => {
      await requireAllocated(path);
      await requireSound(path, file, running.signal);
    });
  } catch (error) {
    throw await explain(error, scratch, file.bytes);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function requireMakeable({ path, bytes, label, files }: Ext4File): void {
  if (bytes < SMALLEST_PERSISTENCE_BYTES || bytes % MiB !== 0) {
    const message = 'it has to be at least 64 MiB, in whole MiB';
    throw stickError('persistence/size', { path, size: bytes, message });
  }
  if (Buffer.byteLength(label) > LONGEST_LABEL_BYTES) {
    throw stickError('internal', { message: `the label ${label} is longer than 16 bytes` });
  }
  const odd = files.find(({ name }) => !/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name));
  if (odd) throw stickError('internal', { message: `${odd.name} can’t be put into ${path}` });
}

/** Throws `persistence/no-room`. */
export async function requireRoom(path: string, needed: number): Promise<void> {
  const free = await freeBytes(dirname(path));
  if (free < needed) throw stickError('persistence/no-room', { path, needed, free });
}

async function makeVolume(
  model: string,
  scratch: string,
  { bytes, label, files }: Ext4File,
  signal: AbortSignal,
): Promise<void> {
  const content = join(scratch, 'content');
  await mkdir(content);
  for (const { name, text } of files) await writeFile(join(content, name), text, { mode: 0o644 });
  await makeSparseFile(model, bytes);
  const extended = 'nodiscard,lazy_itable_init=0,lazy_journal_init=0,root_owner=0:0';
  const volume = ['-t', 'ext4', '-b', String(BLOCK_BYTES), '-I', '256', '-O', FEATURES.join(',')];
  await runTool(
    'mke2fs',
    ['-q', '-F', ...volume, '-E', extended, '-L', label, '-d', content, model],
    { signal },
  );
  if (files.length > 0) await giveToRoot(model, scratch, files, signal);
}

/** mke2fs takes the owner from the copied file, which is this program's user. */
async function giveToRoot(
  model: string,
  scratch: string,
  files: Ext4File['files'],
  signal: AbortSignal,
): Promise<void> {
  const commands = join(scratch, 'commands');
  const lines = files.flatMap(({ name }) =>
    ['uid', 'gid'].map((field) => `set_inode_field /${name} ${field} 0\n`),
  );
  await writeFile(commands, lines.join(''));
  await runTool('debugfs', ['-w', '-f', commands, model], { signal });
}

/** Copies all bytes into a new file, which is removed again unless that and `check` succeed. Returns their SHA-256. */
async function copyInto(
  path: string,
  model: string,
  bytes: number,
  running: Running,
  check: () => Promise<void>,
): Promise<string> {
  const handle = await createFile(path);
  const hash = createHash('sha256');
  try {
    const source = await openFileSource(model);
    try {
      await writeStretch(handle, path, { from: 0, to: bytes }, running, async (piece, offset) => {
        (await source.read(offset, piece.length)).copy(piece);
        hash.update(piece);
      });
    } finally {
      await source.close();
      await handle.close();
    }
    await check();
    return hash.digest('hex');
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function createFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o644);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      throw stickError('persistence/exists', { path }, { cause: error });
    }
    throw writeError(error, path, 0);
  }
}

async function requireSound(path: string, file: Ext4File, signal: AbortSignal): Promise<void> {
  await runTool('e2fsck', ['-f', '-n', path], { signal, okCodes: [SOUND] });
  const source = await openFileSource(path);
  try {
    const volume = await readExtVolume(source);
    const size = volume === null ? 0 : volume.blocks * volume.blockBytes;
    if (volume?.label === file.label && size === file.bytes) return;
    throw stickError('verify/mismatch', {
      target: path,
      offset: 0,
      cause: 'it doesn’t hold the file system that was written',
    });
  } finally {
    await source.close();
  }
}

/** Tells a full temporary folder from a full stick. */
async function explain(error: unknown, scratch: string, needed: number): Promise<unknown> {
  if (!isLackOfSpace(error) || (error instanceof StickError && error.code === 'io/write')) {
    return error;
  }
  const folder = dirname(scratch);
  const missing = Math.max(0, needed - (await freeBytes(folder)));
  return stickError('work/full', { path: folder, needed, missing }, { cause: error });
}
