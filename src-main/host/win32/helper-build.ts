import { ListedSchema, MESSAGE_LIMIT, packWindowsVolume } from '../../helper';
import { stickError } from '../../../src-shared/errors';
import { WindowsContentsSchema } from '../../../src-shared/windows-contents';
import type { Host } from '../index';
import type { MakeSeed } from './container-volume';
import type { RunningHelper } from '../running-helper';
import type { SharedHelper } from '../shared-helper';

/**
 * Milliseconds that cancelled work may take to detach its disk, unload its hives and unmount its image: what is left attached
 * would keep the job's folder from being removed. diskpart alone wants 15 s between two scripts.
 */
const CLEAN_UP_LIMIT_MS = 90_000;

/** As Host.listImageFolders says, done in the helper with administrator rights, without which DISM does nothing. */
export function listInHelper(elevated: SharedHelper): Host['listImageFolders'] {
  return (image, signal) =>
    withSlot(elevated, signal, async (link, slot) => {
      const { value } = await link.request({ say: 'list-image', slot, image }, { signal });
      return ListedSchema.parse(value);
    });
}

/** As Host.readWindowsContents says, done in the helper with administrator rights. Throws what getting one throws, too. */
export function readContentsInHelper(elevated: SharedHelper): Host['readWindowsContents'] {
  return (image, signal) =>
    withSlot(elevated, signal, async (link, slot) => {
      const asking = { signal, cancelLimitMs: CLEAN_UP_LIMIT_MS };
      const { value } = await link.request({ say: 'read-contents', slot, image }, asking);
      return WindowsContentsSchema.parse(value);
    });
}

/** As Host.buildWindowsVolume says, done in the helper with administrator rights. Throws what getting one throws, too. */
export function buildInHelper(elevated: SharedHelper): Host['buildWindowsVolume'] {
  return async (request, { signal, onProgress, onServiced }) => {
    const { volume, bytes } = packWindowsVolume(request);
    try {
      if (bytes.length > MESSAGE_LIMIT) {
        throw stickError('internal', { message: 'what is put into Windows is too large' });
      }
      await withSlot(elevated, signal, (link, slot) =>
        link.request(
          { say: 'build-windows', slot, volume, bytes: bytes.length },
          {
            ...{ bytes, signal, cancelLimitMs: CLEAN_UP_LIMIT_MS },
            onProgress: (_phase, doneBytes, totalBytes) => onProgress(doneBytes, totalBytes),
            ...(onServiced && { onServiced }),
          },
        ),
      );
    } finally {
      // There are answers with passwords in it.
      bytes.fill(0);
    }
  };
}

/** Makes the small volume of which one with a large file is grown, in the helper with administrator rights. */
export function seedInHelper(elevated: SharedHelper): MakeSeed {
  return (seed, signal) =>
    withSlot(elevated, signal, async (link, slot) => {
      const options = { signal, cancelLimitMs: CLEAN_UP_LIMIT_MS };
      await link.request({ say: 'make-container-seed', slot, seed }, options);
    });
}

/** Has a helper for as long as `use` takes, and a slot of it in which nothing is open. */
async function withSlot<T>(
  elevated: SharedHelper,
  signal: AbortSignal,
  use: (link: RunningHelper['link'], slot: number) => Promise<T>,
): Promise<T> {
  const helper = await elevated.acquire(signal);
  const slot = helper.takeSlot();
  let isDone = false;
  try {
    const result = await use(helper.link, slot);
    isDone = true;
    return result;
  } finally {
    // What was given up may still be under way.
    await helper.giveUpSlot(slot, isDone);
    await helper.letGo();
  }
}
