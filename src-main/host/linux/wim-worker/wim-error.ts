import { stickError, type StickError } from '../../../../src-shared/errors';

/** A failure as libwim reports it. */
export interface WimFailure {
  /** A WIMLIB_ERR code of wimlib.h. */
  code: number;
  /** libwim's general text for the code. */
  text: string;
  /** What libwim wrote about this very failure; may be empty. */
  log: string;
  /** The WIM, or its first part. */
  wimPath: string;
  /** The edition asked for, and how many there are (0 when that isn't known yet). */
  index: number;
  imageCount: number;
  /** The WIM was being opened, not unpacked. */
  opening: boolean;
}

/** The error that a person sees for a failure of libwim. */
export function wimError(failure: WimFailure): StickError {
  const { code, wimPath: path, index, imageCount } = failure;
  const message = lastSentence(failure.log) ?? failure.text;
  const more = { detail: `wimlib error ${String(code)}: ${failure.text}\n${failure.log}`.trim() };
  switch (code) {
    case 15: // INVALID_CHUNK_SIZE
    case 16: // INVALID_COMPRESSION_TYPE
    case 17: // INVALID_HEADER
    case 25: // INVALID_PART_NUMBER
    case 43: // NOT_A_WIM_FILE
      return stickError('wim/header', { path, message }, more);
    case 19: // INVALID_INTEGRITY_TABLE
    case 20: // INVALID_LOOKUP_TABLE_ENTRY
    case 36: // METADATA_NOT_FOUND
      return stickError('wim/hash-table', { path, message }, more);
    case 10: // IMAGE_COUNT
    case 73: // XML
      return stickError('wim/xml', { path, message }, more);
    case 18: // INVALID_IMAGE
      return stickError('wim/edition-missing', { index, available: imageCount }, more);
    case 47: // OPEN
    case 63: // STAT
      return stickError('image/unreadable', { path, message }, more);
    case 65: // UNEXPECTED_END_OF_FILE
      return failure.opening
        ? stickError('wim/header', { path, message }, more)
        : stickError('wim/apply', { message }, more);
    case 67: // UNKNOWN_VERSION
    case 68: // UNSUPPORTED
    case 74: // WIM_IS_ENCRYPTED
      return stickError('wim/unsupported', { path, message }, more);
    case 76: // ABORTED_BY_PROGRESS
      return stickError('cancelled', {}, more);
    default:
      return stickError('wim/apply', { message }, more);
  }
}

/** libwim explains an error in lines that begin with `[ERROR]`; the first one names the cause. */
function lastSentence(log: string): string | null {
  const lines = log.split('\n').filter((line) => line.startsWith('[ERROR]'));
  return lines[0]?.replace('[ERROR]', '').trim() ?? null;
}
