import { access, readFile } from 'node:fs/promises';
import { stickError, toStickError, type StickError } from '../../../../src-shared/errors';
import { editHive } from './hive-edits';
import * as libwim from './libwim';
import { giveToSystem, protect } from './ntfs-security';
import { listKeys } from './hive-keys';
import { OrderSchema, type Answer, type Found, type FoundPath, type Work } from './protocol';
import { wimError } from './wim-error';

/**
 * The process that libwim and libhivex run in, so that whatever a damaged image makes them do stays
 * away from the program itself. It does one piece of work at a time and ends with its parent.
 */

interface OpenImage {
  wim: libwim.WimHandle;
  wimPath: string;
  index: number;
  imageCount: number;
  errorFile: string;
  opening: boolean;
}

/** Progress messages are at least this far apart, in milliseconds. */
const PROGRESS_INTERVAL_MS = 100;

let image: OpenImage | null = null;
let cancelled = false;
let applying = false;
let lastProgress = 0;
const nothing: Found = { paths: [], keys: [] };

process.on('message', (message: unknown) => {
  const order = OrderSchema.safeParse(message);
  if (!order.success) {
    fail(stickError('internal', { message: `order not understood: ${order.error.message}` }));
  } else if (order.data.do === 'cancel') {
    cancelled = true;
  } else {
    carryOut(order.data).then(
      (found) => {
        answer({ is: 'done', found });
      },
      (error: unknown) => {
        fail(toStickError(error));
      },
    );
  }
});

// Without its parent nobody wants the result. A call into a library may be under way on another
// thread, which an orderly exit would wait for.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGKILL');
});

async function carryOut(work: Work): Promise<Found> {
  switch (work.do) {
    case 'open':
      image = await openImage(work.parts, work.index, work.errorFile);
      return nothing;
    case 'edit-hive':
      editHive(work.path, work.edits);
      return nothing;
    case 'protect':
      protect(work.volume, work.paths);
      return nothing;
    case 'give-to-system':
      giveToSystem(work.volume, work.paths);
      return nothing;
    case 'find':
      return { ...nothing, paths: await findAll(opened(), work.paths) };
    case 'list':
      return { ...nothing, paths: await list(opened(), work.path) };
    case 'list-keys':
      return { ...nothing, keys: listKeys(work.path, work.key) };
    case 'extract': {
      const { wim, index } = opened();
      await check(opened(), await libwim.extract(wim, index, work.paths, work.into));
      return nothing;
    }
    case 'add': {
      const { wim, index } = opened();
      await check(opened(), await libwim.add(wim, index, work.files));
      return nothing;
    }
    case 'remove': {
      const { wim, index } = opened();
      await check(opened(), await libwim.remove(wim, index, work.paths));
      return nothing;
    }
    case 'apply': {
      const { wim, index } = opened();
      applying = true;
      const code = await libwim.apply(wim, index, work.volume);
      applying = false;
      await check(opened(), code);
      return nothing;
    }
  }
}

async function openImage(parts: string[], index: number, errorFile: string): Promise<OpenImage> {
  const wimPath = parts[0] ?? '';
  const context = { wimPath, index, imageCount: 0, errorFile, opening: true };
  await check(context, libwim.initialise(errorFile));
  const { code, wim } = await libwim.open(wimPath, {
    onProgress: reportProgress,
    isCancelled: () => cancelled,
  });
  await check(context, code);
  if (wim === null) throw stickError('internal', { message: 'libwim opened nothing' });

  const { imageCount, partNumber, totalParts } = libwim.info(wim);
  if (partNumber !== 1 || totalParts !== parts.length) {
    const part = partNumber === 1 ? parts.length + 1 : 1;
    throw stickError('wim/part-missing', {
      total: totalParts,
      part,
      path: partName(wimPath, part),
    });
  }
  if (imageCount === 0) {
    throw stickError('wim/hash-table', { path: wimPath, message: 'it lists no edition' });
  }
  if (parts.length > 1) {
    await requireParts(parts);
    await check(context, await libwim.reference(wim, parts.slice(1)));
  }
  if (index < 1 || index > imageCount) {
    throw stickError('wim/edition-missing', { index, available: imageCount });
  }
  return { wim, wimPath, index, imageCount, errorFile, opening: false };
}

async function requireParts(parts: string[]): Promise<void> {
  for (const [number, path] of parts.entries()) {
    try {
      await access(path);
    } catch (cause) {
      const part = number + 1;
      throw stickError('wim/part-missing', { total: parts.length, part, path }, { cause });
    }
  }
}

/** Parts of a set are named `install.swm`, `install2.swm`, `install3.swm`, … */
function partName(firstPath: string, part: number): string {
  const base = firstPath.replace(/\.swm$/i, '');
  return part === 1 ? firstPath : `${base}${String(part)}.swm`;
}

async function findAll(from: OpenImage, paths: string[]): Promise<(FoundPath | null)[]> {
  const all: (FoundPath | null)[] = [];
  for (const path of paths) {
    const { code, found } = await libwim.find(from.wim, from.index, path);
    if (code !== libwim.WIMLIB_ERR_PATH_DOES_NOT_EXIST) await check(from, code);
    all.push(found);
  }
  return all;
}

async function list(from: OpenImage, path: string): Promise<FoundPath[]> {
  const { code, found } = await libwim.list(from.wim, from.index, path);
  if (code === libwim.WIMLIB_ERR_PATH_DOES_NOT_EXIST) return [];
  await check(from, code);
  return found;
}

function opened(): OpenImage {
  if (image === null) throw stickError('internal', { message: 'no image has been opened' });
  return image;
}

/** Throws the error that a code of libwim stands for. */
async function check(context: Omit<OpenImage, 'wim'>, code: number): Promise<void> {
  if (code === libwim.WIMLIB_SUCCESS) return;
  const log = await readFile(context.errorFile, 'utf8').catch(() => '');
  throw wimError({ ...context, code, text: libwim.describe(code), log: log.slice(-4096) });
}

function reportProgress(doneBytes: number, totalBytes: number): void {
  const now = Date.now();
  if (!applying || (now - lastProgress < PROGRESS_INTERVAL_MS && doneBytes < totalBytes)) return;
  lastProgress = now;
  answer({ is: 'progress', doneBytes, totalBytes });
}

function fail(error: StickError): void {
  answer({ is: 'failed', error: error.toData() });
}

function answer(message: Answer): void {
  process.send?.(message);
}
