import { stickError, type StickError } from '../../../src-shared/errors';
import type { ByteSource } from '../../io';

/**
 * A source that stops with `cancelled` when the signal fires, and with what `tooMuch` makes once more than
 * `limitBytes` were read: an image made to be read for ever ends there.
 */
export function boundedSource(
  source: ByteSource,
  limitBytes: number,
  signal: AbortSignal,
  tooMuch: () => StickError,
): ByteSource {
  let left = limitBytes;
  return {
    size: source.size,
    read(offset, length) {
      if (signal.aborted) return Promise.reject(stickError('cancelled', {}));
      left -= length;
      return left < 0 ? Promise.reject(tooMuch()) : source.read(offset, length);
    },
  };
}
