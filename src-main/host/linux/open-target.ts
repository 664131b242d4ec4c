import { StickError, messageOf, stickError, toStickError } from '../../../src-shared/errors';
import type { Target } from '../../../src-shared/plan';
import {
  AdoptedSchema,
  EXTENTS_PER_MESSAGE,
  OpenedSchema,
  WrittenSchema,
  type PackedExtent,
} from '../../helper';
import type { OpenTarget, TargetGuards, WriteRequest, WriteResult } from '../index';
import { HelperLink, type ProgressListener } from './helper-link';
import { startElevatedHelper, startHelper, type HelperProcess } from './helper-process';
import { helperSource } from './helper-source';
import { arrangeMeeting } from './meeting';

/** A cancelled job answers within this time, in milliseconds, even if the drive doesn't. */
const CANCEL_LIMIT_MS = 1500;
/** A helper that was told to end may take this long, in milliseconds, to finish its last write. */
const END_LIMIT_MS = 5000;

/**
 * Opens a target in a helper process: with administrator rights for a drive, which the person is asked
 * for when this program has none, and with the user's own for an image file.
 *
 * Throws what the helper finds (`target/…`, `permission/denied`), `elevation/denied`,
 * `elevation/unavailable`, `helper/lost`, `helper/protocol`, `cancelled`. The target is then untouched.
 */
export async function openTarget(
  target: Target,
  guards: TargetGuards,
  signal: AbortSignal,
): Promise<OpenTarget> {
  if (signal.aborted) throw stickError('cancelled', {});
  const elevate = target.kind === 'drive' && process.getuid?.() !== 0;
  const { link, helper } = await startAndMeet(elevate ? startElevatedHelper : startHelper, signal);
  const end = async (): Promise<void> => {
    link.hangUp();
    await endOf(helper);
  };
  try {
    const opened = await cancellable(link, signal, () =>
      link.request({
        say: 'open',
        target,
        guards,
        allowLoop: process.env['STICKSMITH_ALLOW_LOOP'] === '1',
      }),
    );
    return openedTarget(link, OpenedSchema.parse(opened.value).sizeBytes, end);
  } catch (error) {
    await end();
    throw toStickError(error);
  }
}

function openedTarget(link: HelperLink, sizeBytes: number, end: () => Promise<void>): OpenTarget {
  const source = helperSource(sizeBytes, async (offset, length) => {
    const { bytes } = await link.request({ say: 'read', offset, length });
    if (bytes.length === length) return bytes;
    throw stickError('helper/protocol', { message: 'it read less than was asked for' });
  });
  let closing: Promise<void> | null = null;
  return {
    sizeBytes,
    source,
    async adopt({ path, sizeBytes: bytes }, targetOffset, signal) {
      source.forget();
      const answer = await cancellable(link, signal, () =>
        link.request({ say: 'adopt', source: { path, sizeBytes: bytes }, offset: targetOffset }),
      );
      return AdoptedSchema.parse(answer.value);
    },
    async write(request, { signal, onProgress }) {
      source.forget();
      try {
        return await cancellable(link, signal, () => write(link, request, onProgress));
      } finally {
        source.forget();
      }
    },
    close() {
      closing ??= within(release(link), END_LIMIT_MS, undefined).finally(end);
      return closing;
    },
  };
}

/** Has the helper release the target. One that is gone has released it already. */
async function release(link: HelperLink): Promise<void> {
  try {
    await link.request({ say: 'close' });
  } catch (error) {
    if (!(error instanceof StickError) || error.code !== 'helper/lost') throw error;
  }
}

async function write(
  link: HelperLink,
  request: WriteRequest,
  onProgress: ProgressListener,
): Promise<WriteResult> {
  const { extents, sources, head, tail } = request;
  for (let start = 0; start < extents.length; start += EXTENTS_PER_MESSAGE) {
    const list = extents
      .slice(start, start + EXTENTS_PER_MESSAGE)
      .map((extent): PackedExtent => [
        extent.source,
        extent.sourceOffset,
        extent.targetOffset,
        extent.length,
      ]);
    link.tell({ say: 'extents', list });
  }
  link.onProgress = onProgress;
  try {
    const answer = await link.request(
      {
        say: 'write',
        sources: sources.map(({ path, sizeBytes }) => ({ path, sizeBytes })),
        extents: extents.length,
        bytes: head.length + tail.length,
        headBytes: head.length,
      },
      Buffer.concat([head, tail]),
    );
    return WrittenSchema.parse(answer.value);
  } finally {
    link.onProgress = null;
  }
}

async function startAndMeet(
  start: (folder: string) => HelperProcess,
  signal: AbortSignal,
): Promise<{ link: HelperLink; helper: HelperProcess }> {
  const meeting = await arrangeMeeting();
  let helper: HelperProcess | null = null;
  try {
    helper = start(meeting.folder);
    const started = helper;
    const failedToStart = started.ended.then((message) => {
      throw stickError('helper/lost', { message });
    });
    const connected = Promise.race([meeting.connected, failedToStart]);
    const socket = await unlessAborted(connected, signal);
    const link = new HelperLink(socket, meeting.tokens, () => reasonOfEnd(started));
    await link.trusted;
    return { link, helper };
  } catch (error) {
    helper?.kill();
    throw toStickError(error);
  } finally {
    // Both sides have shown their tokens, or never will: no token is used twice.
    await meeting.end();
  }
}

/** Runs what the helper was asked for; once the signal fires, that is `cancelled` before long. */
function cancellable<T>(link: HelperLink, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      link.tell({ say: 'cancel' });
      timer = setTimeout(() => {
        reject(stickError('cancelled', {}, { stick: link.stick }));
      }, CANCEL_LIMIT_MS);
    };
    work()
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      });
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}

/** Waits for something that can't be stopped, but no longer than until the signal fires. */
function unlessAborted<T>(waiting: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(stickError('cancelled', {}));
    };
    waiting.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onAbort);
    });
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}

function reasonOfEnd(helper: HelperProcess): Promise<string> {
  return within(helper.ended.catch(messageOf), END_LIMIT_MS, 'its connection broke');
}

async function endOf(helper: HelperProcess): Promise<void> {
  const ended = helper.ended.then(
    () => true,
    () => true,
  );
  if (!(await within(ended, END_LIMIT_MS, false))) helper.kill();
}

function within<T>(work: Promise<T>, milliseconds: number, otherwise: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(otherwise);
    }, milliseconds);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
