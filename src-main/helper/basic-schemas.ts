import { z } from 'zod';

export const BytesSchema = z.number().int().nonnegative();

/** Of Windows' device names only that of a whole disk: others are pipes, consoles and the like. */
const ABSOLUTE_PATH =
  /^(?:\/|[A-Za-z]:\\|\\\\(?![.?]\\)[^\\])[^\0]*$|^\\\\\.\\PhysicalDrive\d{1,4}$/s;

/** An absolute path of Linux or of Windows: a helper is only ever given those of the system it runs on. */
export const AbsolutePathSchema = z.string().max(4096).regex(ABSOLUTE_PATH, 'not an absolute path');
