import { constants } from 'node:fs';
import { access, lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messageOf, stickError, toStickError } from '../../src-shared/errors';
import { MiB } from '../../src-shared/units';
import type { Running } from '../host';
import { requireTools } from '../host/linux';
import { runTool } from '../host/run-tool';
import { freeBytes, makeOwnedFolder } from '../io';
import { makeBootPrograms } from './boot-programs';
import { MANIFEST_PATH } from './boot-scripts';
import { practiceEditions } from './editions';
import { EMPTY_FOLDERS, commonFiles, editionFiles, type Payload } from './files';
import { NOTICE } from './notice';
import { makeWim, splitWim, type WimOptions } from './practice-wim';
import { settleTimes, writeFiles, type ManifestEntry } from './write-files';

export interface PracticeIsoRequest {
  /** Folder that receives the image; made if it isn't there. */
  folder: string;
  /** Name of the file. `practice.iso` unless given; `.iso` is added when it is missing. */
  name?: string;
  /** Bytes of filler in the first edition. 60 MB unless given. */
  sizeBytes?: number;
  /** Number of files the filler is spread over. 300 unless given. */
  files?: number;
  /** An install.esd with solid LZMS compression in place of an install.wim. Slow to make. */
  esd?: boolean;
  /** Splits install.wim into parts of about this many bytes: install.swm, install2.swm, … */
  swmPartBytes?: number;
  /** How install.wim is compressed; LZX, as in Windows, unless given. */
  compression?: 'lzx' | 'xpress' | 'none';
}

const COMMON = 'common';
const VOLUME_LABEL = 'PRACTICE_WINDOWS';
/** The files, their WIM and the image lie beside each other while the image is made. */
const COPIES = 3;
const HEADROOM = 64 * MiB;

/**
 * Makes a disc image that looks like Windows' installation media to this program: UDF with an
 * ISO 9660 bridge, `/sources/install.wim` with three editions, and boot programs that say on the
 * serial port what they find. Nothing in it comes from Windows. An older practice image of that name
 * is replaced, any other file is not.
 *
 * Throws `usage` for values that make no sense, `target/exists`, `target/unusable-path`,
 * `work/full`, `tool/missing`, `tool/failed`, `cancelled`. Leaves nothing behind when it fails.
 */
export async function makePracticeIso(
  request: PracticeIsoRequest,
  running: Partial<Running> = {},
): Promise<{ isoPath: string }> {
  const name = fileName(request.name ?? 'practice.iso');
  const payload = checkedPayload(request);
  const isoPath = join(resolve(request.folder), name);
  await requireTools([
    'wimlib-imagex',
    'genisoimage',
    'grub-mkimage',
    'grub-efi-modules',
    'grub-pc-modules',
  ]);
  const work = await prepareFolder(resolve(request.folder), isoPath, payload);
  try {
    const disc = join(work, 'disc');
    await mkdir(join(disc, 'sources'), { recursive: true });
    await makeDisc(request, payload, { work, disc }, running);
    const finished = join(work, 'finished.iso');
    await writeIso(disc, finished, running.signal);
    await rename(finished, isoPath);
  } catch (error) {
    throw await explained(error, work, payload);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  running.onProgress?.(progressTotal(payload), progressTotal(payload));
  return { isoPath };
}

async function makeDisc(
  request: PracticeIsoRequest,
  payload: Payload,
  folders: { work: string; disc: string },
  running: Partial<Running>,
): Promise<void> {
  const { work, disc } = folders;
  const { signal } = running;
  let written = 0;
  const onBytes = (bytes: number): void => {
    written += bytes;
    running.onProgress?.(Math.min(written, progressTotal(payload)), progressTotal(payload));
  };

  const programs = await makeBootPrograms(work, signal);
  const files = commonFiles(programs, payload);
  const common = join(work, COMMON);
  for (const folder of EMPTY_FOLDERS) await mkdir(join(common, folder), { recursive: true });
  const listed = await writeFiles(common, files, { signal, onBytes });
  await settleTimes(common, 0);

  const sources = [];
  for (const [i, edition] of practiceEditions.entries()) {
    const name = `edition-${String(i + 1)}`;
    const folder = join(work, name);
    const own = await writeFiles(folder, editionFiles(edition, payload), { signal, onBytes });
    await writeFile(join(folder, MANIFEST_PATH), manifest([...listed, ...own]));
    // A different time in each edition: wimlib takes equal names, sizes and times for equal files.
    await settleTimes(folder, i + 1);
    sources.push({ edition, folders: [COMMON, name] });
  }

  const wim = join(disc, 'sources', request.esd ? 'install.esd' : 'install.wim');
  await makeWim(wim, sources, wimOptions(request, work), signal);
  if (request.swmPartBytes !== undefined) {
    await splitWim(wim, join(disc, 'sources', 'install.swm'), request.swmPartBytes, signal);
  }
  await writeFile(join(disc, 'setup.exe'), `${NOTICE}\n`);
  await writeFile(join(disc, 'READ ME - practice image.txt'), `${NOTICE}\n`);
  await settleTimes(disc, 0);
}

function wimOptions(request: PracticeIsoRequest, work: string): WimOptions {
  return { compression: request.esd ? 'solid' : (request.compression ?? 'lzx'), work };
}

function manifest(entries: readonly ManifestEntry[]): string {
  return entries.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}

async function writeIso(
  folder: string,
  isoPath: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const iso9660 = ['-iso-level', '3', '-joliet', '-joliet-long', '-input-charset', 'utf-8'];
  // Only UDF can tell the size of a file of 4 GiB or more; the bridge then has a limited one.
  const udf = ['-udf', '-allow-limited-size'];
  await runTool(
    'genisoimage',
    ['-quiet', ...iso9660, ...udf, '-volid', VOLUME_LABEL, '-output', isoPath, folder],
    signal === undefined ? {} : { signal },
  );
}

/** Progress counts the bytes of filler of all editions; the tools' own work comes at its end. */
function progressTotal(payload: Payload): number {
  const shares = practiceEditions.reduce((sum, edition) => sum + edition.extraShare, 1);
  return Math.round(payload.bytes * shares * 1.1) + HEADROOM;
}

function fileName(asked: string): string {
  if (asked === '' || asked === '.' || asked === '..' || /[/\0]/.test(asked)) {
    throw stickError('usage', { message: `“${asked}” can’t be the name of a file` });
  }
  return asked.toLowerCase().endsWith('.iso') ? asked : `${asked}.iso`;
}

function checkedPayload(request: PracticeIsoRequest): Payload {
  const payload = { bytes: request.sizeBytes ?? 60_000_000, files: request.files ?? 300 };
  const within = (value: number, least: number, most: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!within(payload.bytes, 0, 2 ** 40)) {
    throw stickError('usage', { message: 'the size of a practice image is 0 to 1 TiB' });
  }
  if (!within(payload.files, 1, 1_000_000)) {
    throw stickError('usage', { message: 'a practice image has 1 to 1,000,000 files' });
  }
  if (request.swmPartBytes !== undefined && !within(request.swmPartBytes, MiB, 2 ** 40)) {
    throw stickError('usage', { message: 'the parts of a split image have at least 1 MiB' });
  }
  if (request.swmPartBytes !== undefined && request.esd) {
    throw stickError('usage', { message: 'a solid image (install.esd) can’t be split' });
  }
  return payload;
}

/** Makes sure that the image can be made in the folder. Returns a work folder inside it. */
async function prepareFolder(folder: string, isoPath: string, payload: Payload): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw stickError(
      'target/unusable-path',
      { target: isoPath, message: messageOf(error) },
      { cause: error },
    );
  }
  if ((await exists(isoPath)) && !(await isPracticeImage(isoPath))) {
    throw stickError('target/exists', { target: isoPath });
  }
  const needed = neededBytes(payload);
  const free = await freeBytes(folder);
  if (free < needed) {
    throw stickError('work/full', { path: folder, needed, missing: needed - free });
  }
  return makeOwnedFolder(folder, '.practice-');
}

function neededBytes(payload: Payload): number {
  return progressTotal(payload) * COPIES;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Volume identifier of the ISO 9660 descriptor in sector 16 (ECMA-119, 8.4). */
async function isPracticeImage(path: string): Promise<boolean> {
  if (!(await lstat(path)).isFile()) return false;
  const descriptor = Buffer.alloc(2048);
  const file = await open(path, 'r');
  try {
    await file.read(descriptor, 0, descriptor.length, 16 * descriptor.length);
  } finally {
    await file.close();
  }
  const label = descriptor.toString('latin1', 40, 72).trimEnd();
  return descriptor.toString('latin1', 1, 6) === 'CD001' && label === VOLUME_LABEL;
}

/** A full disk is said to be one, whoever met it. */
async function explained(error: unknown, folder: string, payload: Payload): Promise<Error> {
  const full = await isFull(error, folder);
  if (!full) return toStickError(error);
  const needed = neededBytes(payload);
  const missing = Math.max(MiB, needed - (await freeBytes(folder)));
  return stickError('work/full', { path: folder, needed, missing }, { cause: error });
}

async function isFull(error: unknown, folder: string): Promise<boolean> {
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return true;
  return toStickError(error).code === 'tool/failed' && (await freeBytes(folder)) < MiB;
}
