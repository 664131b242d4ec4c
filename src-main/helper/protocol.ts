import { z } from 'zod';
import { StickErrorDataSchema, StickStateSchema } from '../../src-shared/errors';
import { PhaseSchema } from '../../src-shared/job';
import { TargetSchema } from '../../src-shared/plan';
import { MiB } from '../../src-shared/units';

/**
 * What the program and its helper say to each other: one JSON value a line, some followed by raw
 * bytes, over a Unix socket in a folder that only the user can enter. The helper dials. Each side shows the other a token of its own
 * before anything else is said; both lie in a file in that folder, never in argv or the environment.
 */

/** Names inside the private folder. */
export const SOCKET_NAME = 'helper.sock';
export const TOKEN_NAME = 'tokens';

/** The program says something at least this often, in milliseconds … */
export const PING_EVERY_MS = 1000;
/** … and the helper ends after this many seconds of silence. */
export const SILENCE_LIMIT_SECONDS = 10;

/** Bytes in one `read`, so that no message grows without bound. */
export const READ_LIMIT = MiB;
/** Extents in one `extents` message, and in all of them. */
export const EXTENTS_PER_MESSAGE = 8192;
export const EXTENT_LIMIT = 1024 * 1024;
/** Requests that may wait for their answer. */
export const PENDING_LIMIT = 16;

const TokenSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Two tokens of 256 bits: which one the helper shows and which one the program shows. */
export const TokensSchema = z.strictObject({ helper: TokenSchema, program: TokenSchema });
export type Tokens = z.infer<typeof TokensSchema>;

const IdSchema = z.number().int().nonnegative();
const BytesSchema = z.number().int().nonnegative();
const AbsolutePathSchema = z
  .string()
  .max(4096)
  .regex(/^\/[^\0]*$/s, 'not an absolute path');

/** First message of each side. */
export const HelloSchema = z.strictObject({ say: z.literal('hello'), token: TokenSchema });

/** Source, source offset, target offset, length; the last three in bytes. */
const PackedExtentSchema = z.tuple([IdSchema, BytesSchema, BytesSchema, BytesSchema]);
export type PackedExtent = z.infer<typeof PackedExtentSchema>;

const OpenSchema = z.strictObject({
  say: z.literal('open'),
  id: IdSchema,
  target: TargetSchema,
  guards: z.strictObject({
    neededBytes: BytesSchema,
    protectedPaths: z.array(AbsolutePathSchema).max(64),
    readOnly: z.boolean(),
  }),
  /** A loop device may be written to. Says nothing about any other drive. */
  allowLoop: z.boolean(),
});
export type OpenRequest = z.infer<typeof OpenSchema>;

const SourceSchema = z.strictObject({ path: AbsolutePathSchema, sizeBytes: BytesSchema });

const WriteSchema = z.strictObject({
  say: z.literal('write'),
  id: IdSchema,
  sources: z.array(SourceSchema).max(16),
  /** How many extents were sent before. */
  extents: BytesSchema,
  /** The bytes that follow: first those of the head, then those of the tail. */
  bytes: BytesSchema,
  headBytes: BytesSchema,
});
export type WriteMessage = z.infer<typeof WriteSchema>;

/** What the program asks of the helper, after `hello`. */
export const RequestSchema = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('ping') }),
  OpenSchema,
  z.strictObject({
    say: z.literal('read'),
    id: IdSchema,
    offset: BytesSchema,
    length: z.number().int().min(1).max(READ_LIMIT),
  }),
  /** More of the block map for the `write` that follows. */
  z.strictObject({
    say: z.literal('extents'),
    list: z.array(PackedExtentSchema).max(EXTENTS_PER_MESSAGE),
  }),
  /** Before `write`: makes a file part of the target without copying it. */
  z.strictObject({
    say: z.literal('adopt'),
    id: IdSchema,
    source: SourceSchema,
    offset: BytesSchema,
  }),
  WriteSchema,
  /** Ends the `open`, `adopt` or `write` under way, which then answers with `cancelled`. */
  z.strictObject({ say: z.literal('cancel') }),
  z.strictObject({ say: z.literal('close'), id: IdSchema }),
]);
export type HelperRequest = z.infer<typeof RequestSchema>;

export const OpenedSchema = z.strictObject({ sizeBytes: BytesSchema });
export const AdoptedSchema = z.boolean();
export const WrittenSchema = z.strictObject({
  writtenBytes: BytesSchema,
  verifiedBytes: BytesSchema,
});

/** What the helper says, after `hello`. */
export const ReplySchema = z.discriminatedUnion('say', [
  z.strictObject({
    say: z.literal('done'),
    id: IdSchema,
    value: z.unknown(),
    /** The bytes that follow: what was read. */
    bytes: BytesSchema,
  }),
  z.strictObject({ say: z.literal('failed'), id: IdSchema, error: StickErrorDataSchema }),
  z.strictObject({
    say: z.literal('progress'),
    phase: PhaseSchema,
    doneBytes: BytesSchema,
    totalBytes: BytesSchema,
  }),
  /** What is true of the stick from now on, for the case that this is the helper's last word. */
  z.strictObject({ say: z.literal('stick'), state: StickStateSchema }),
]);
export type HelperReply = z.infer<typeof ReplySchema>;
