import { z } from 'zod';
import { RecordListSchema, RecordQuerySchema } from './find';
import { StickLabelSchema } from './label';
import { RecordIdSchema, StickRecordSchema } from './record';

const nothing = z.null();
const pathOrNothing = z.string().nullable();

/** What the window asks about records. */
export const recordRequests = {
  /** Those from the `offset`-th on that match, at most `limit` of them. */
  'records:list': {
    request: RecordQuerySchema.extend({
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1000),
    }),
    response: RecordListSchema,
  },
  /** Fails with `records/not-found`. */
  'records:read': { request: RecordIdSchema, response: StickRecordSchema },
  /** Saves those that match as a table (.csv, .html) or whole (.json); null when the dialog was closed. */
  'records:export': { request: RecordQuerySchema, response: pathOrNothing },
  /** What its label shows. Fails with `records/no-label` for a drive that is an ordinary one again. */
  'records:label': { request: RecordIdSchema, response: StickLabelSchema },
  /** Saves the label of a stick as a page; null when the dialog was closed. */
  'records:save-label': { request: RecordIdSchema, response: pathOrNothing },
  /** Opens the system's dialog for printing it. */
  'records:print-label': { request: RecordIdSchema, response: nothing },
  'records:remove': { request: RecordIdSchema, response: nothing },
  /** Keeps a record that was removed once more. */
  'records:restore': { request: StickRecordSchema, response: nothing },
  /** Moves damaged files into a folder of their own. */
  'records:set-aside': {
    request: nothing,
    response: z.strictObject({ folder: z.string(), files: z.number().int().nonnegative() }),
  },
  /** Removes all of them, and everything else that was derived of them; answers how many there were. */
  'records:wipe': { request: nothing, response: z.number().int().nonnegative() },
  /** Lines that wait for the file they are to be appended to, and why the last attempt failed. */
  'records:unsent': {
    request: nothing,
    response: z.strictObject({
      lines: z.number().int().nonnegative(),
      problem: z.string().nullable(),
    }),
  },
  /** Names the file that gets a line for each record, for `Settings.recordLineFile`; lines are appended to one that is there. */
  'choose:record-line-file': { request: nothing, response: pathOrNothing },
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType }>;
