import { MESSAGE_LIMIT, packWindowsVolume } from '../../helper';
import { stickError } from '../../../src-shared/errors';
import type { Host } from '../index';
import type { SharedHelper } from './shared-helper';

/**
 * Milliseconds that a cancelled build may take to detach its disk and unload its hives: what is left attached would keep the
 * job's folder from being removed. diskpart alone wants 15 s between two scripts.
 */
const CLEAN_UP_LIMIT_MS = 90_000;

/** As Host.buildWindowsVolume says, done in the helper with administrator rights. Throws what getting one throws, too. */
export function buildInHelper(elevated: SharedHelper): Host['buildWindowsVolume'] {
  return async (request, { signal, onProgress }) => {
    const { volume, bytes } = packWindowsVolume(request);
    try {
      if (bytes.length > MESSAGE_LIMIT) {
        throw stickError('internal', { message: 'what is put into Windows is too large' });
      }
      const helper = await elevated.acquire(signal);
      const slot = helper.takeSlot();
      try {
        await helper.link.request(
          { say: 'build-windows', slot, volume, bytes: bytes.length },
          {
            ...{ bytes, signal, cancelLimitMs: CLEAN_UP_LIMIT_MS },
            onProgress: (_phase, doneBytes, totalBytes) => onProgress(doneBytes, totalBytes),
          },
        );
      } finally {
        await helper.giveUpSlot();
        await helper.letGo();
      }
    } finally {
      // There are answers with passwords in it.
      bytes.fill(0);
    }
  };
}
