import { z } from 'zod';
import { DriveTestResultSchema, DriveTestStepSchema } from '../../src-shared/drive-test';
import { StickErrorDataSchema, StickStateSchema } from '../../src-shared/errors';
import { FreeSpaceSchema, PhaseSchema } from '../../src-shared/job';
import { TargetSchema } from '../../src-shared/plan';
import { BitLockerCipherSchema } from '../../src-shared/protect';
import { Sha256Schema } from '../../src-shared/sha256';
import { MiB } from '../../src-shared/units';
import { AbsolutePathSchema, BytesSchema } from './basic-schemas';
import { fileSystemNames } from './file-system-names';
import { ContainerSeedSchema } from './container-seed-message';
import { VentoyCommandSchema } from './ventoy-command';
import {
  ImageFoldersSchema,
  WindowsContentsRequestSchema,
  WindowsVolumeSchema,
} from './windows-volume-message';

/**
 * What the program and its helper say to each other: one JSON value a line, some followed by raw
 * bytes, over a Unix socket in a folder that only the user can enter, or a named pipe on Windows. The helper dials. Each side shows
 * the other a token of its own before anything else is said; both lie in a file in that folder, never in
 * argv or the environment.
 */

/** Names inside the private folder. */
export const SOCKET_NAME = 'helper.sock';
export const TOKEN_NAME = 'tokens';
/** On Windows, where a socket has no place in a folder: a file with the name of the pipe that stands for it. */
export const PIPE_NAME_FILE = 'pipe';
export const PIPE_NAME_PATTERN = /^\\\\\.\\pipe\\sticksmith-[0-9a-f]{32}$/;

/** The program says something at least this often, in milliseconds … */
export const PING_EVERY_MS = 1000;
/** … and the helper ends after this many seconds of silence. */
export const SILENCE_LIMIT_SECONDS = 10;

/** Bytes in one `read`, so that no message grows without bound. */
export const READ_LIMIT = MiB;
/** Chunks in one `chunks` message, and in all of them. */
export const CHUNKS_PER_MESSAGE = 8192;
export const CHUNK_LIMIT = 1024 * 1024;
/** Block maps that a helper knows at the same time, and how many of them one stick is made of. */
export const MAP_LIMIT = 256;
export const MAPS_PER_STICK = 16;
/** Targets that one helper holds at the same time. */
export const SLOT_LIMIT = 64;
/** Requests for one target that may wait for their answer. */
export const PENDING_LIMIT = 16;

const TokenSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Two tokens of 256 bits: which one the helper shows and which one the program shows. */
export const TokensSchema = z.strictObject({ helper: TokenSchema, program: TokenSchema });
export type Tokens = z.infer<typeof TokensSchema>;

const IdSchema = z.number().int().nonnegative();

/** First message of each side. */
export const HelloSchema = z.strictObject({ say: z.literal('hello'), token: TokenSchema });

/** A target that the helper holds, by a number that the program chose when it had it opened. */
const SlotSchema = z
  .number()
  .int()
  .min(0)
  .max(SLOT_LIMIT - 1);
/** A block map, by a number that the program chose when it sent it. */
const MapSchema = z
  .number()
  .int()
  .min(0)
  .max(MAP_LIMIT - 1);

/** Source offset, target offset and length in bytes; the hash in hexadecimal digits. */
const PackedChunkSchema = z.tuple([
  BytesSchema,
  BytesSchema,
  BytesSchema,
  z.string().regex(/^[0-9a-f]{16}$/),
]);
export type PackedChunk = z.infer<typeof PackedChunkSchema>;

const OpenSchema = z.strictObject({
  say: z.literal('open'),
  id: IdSchema,
  slot: SlotSchema,
  target: TargetSchema,
  guards: z.strictObject({
    neededBytes: BytesSchema,
    protectedPaths: z.array(AbsolutePathSchema).max(64),
    readOnly: z.boolean(),
  }),
  /** The helper makes a loop device of the image file; see TargetRequest. */
  asDisk: z.enum(['new', 'existing']).optional(),
  /** An image file is changed as it is, and not made anew; see TargetRequest. */
  inPlace: z.boolean().optional(),
  /** A loop device may be written to. Says nothing about any other drive. */
  allowLoop: z.boolean(),
});
export type OpenRequest = z.infer<typeof OpenSchema>;

const SourceSchema = z.strictObject({ path: AbsolutePathSchema, sizeBytes: BytesSchema });

/** As VolumeEncryption. The key is not part of any message: it follows as raw bytes, which can be erased. */
const EncryptionSchema = z.strictObject({
  startByte: BytesSchema,
  bytes: BytesSchema,
  cipher: BitLockerCipherSchema,
  /** Those of the write's maps that are encrypted. */
  maps: z.array(MapSchema).max(MAPS_PER_STICK),
  freeSpace: z.enum(['clear', 'keep']),
});
export type EncryptionMessage = z.infer<typeof EncryptionSchema>;

const WriteSchema = z.strictObject({
  say: z.literal('write'),
  id: IdSchema,
  slot: SlotSchema,
  maps: z.array(MapSchema).max(MAPS_PER_STICK),
  /** The bytes that follow: those of the head, of the tail, and of the key where something is encrypted. */
  bytes: BytesSchema,
  headBytes: BytesSchema,
  tailBytes: BytesSchema,
  resume: z.boolean(),
  encryption: EncryptionSchema.optional(),
});
export type WriteMessage = z.infer<typeof WriteSchema>;

/** What the program asks of the helper, after `hello`. */
export const RequestSchema = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('ping') }),
  OpenSchema,
  z.strictObject({
    say: z.literal('read'),
    id: IdSchema,
    slot: SlotSchema,
    offset: BytesSchema,
    length: z.number().int().min(1).max(READ_LIMIT),
  }),
  /** A block map for the `write`s that follow, and how many chunks of it are to come in `chunks`. */
  z.strictObject({
    say: z.literal('map'),
    map: MapSchema,
    source: SourceSchema,
    chunks: z.number().int().min(0).max(CHUNK_LIMIT),
  }),
  z.strictObject({
    say: z.literal('chunks'),
    map: MapSchema,
    list: z.array(PackedChunkSchema).max(CHUNKS_PER_MESSAGE),
  }),
  /** No target that is open is written from it any more. Its number is free then. */
  z.strictObject({ say: z.literal('forget-map'), map: MapSchema }),
  /** Before `write`: makes a file part of the target without copying it. */
  z.strictObject({
    say: z.literal('adopt'),
    id: IdSchema,
    slot: SlotSchema,
    source: SourceSchema,
    offset: BytesSchema,
  }),
  WriteSchema,
  /** Writes into the parts of the target that only start it; see OpenTarget. */
  z.strictObject({
    say: z.literal('rewrite'),
    id: IdSchema,
    slot: SlotSchema,
    maps: z.array(MapSchema).min(1).max(MAPS_PER_STICK),
  }),
  /** Makes a block device of a part of a drive, for the program's user. */
  z.strictObject({
    say: z.literal('lend'),
    id: IdSchema,
    slot: SlotSchema,
    offset: BytesSchema,
    length: BytesSchema,
  }),
  /**
   * On Windows, after `write`: finds a volume that was written and gives it protectors. The password, as UTF-8, and the
   * recovery password follow as raw bytes, which can be erased.
   */
  z.strictObject({
    say: z.literal('protect-volume'),
    id: IdSchema,
    slot: SlotSchema,
    offset: BytesSchema,
    length: BytesSchema,
    /** The bytes that follow, and those of the password. */
    bytes: BytesSchema,
    passwordBytes: BytesSchema,
  }),
  /** Encrypts it. Progress is a share, not bytes. */
  z.strictObject({
    say: z.literal('encrypt-volume'),
    id: IdSchema,
    slot: SlotSchema,
    cipher: BitLockerCipherSchema,
    usedSpaceOnly: z.boolean(),
  }),
  /** Ends what `lend` or `protect-volume` began. */
  z.strictObject({ say: z.literal('give-back'), id: IdSchema, slot: SlotSchema }),
  z.strictObject({ say: z.literal('test'), id: IdSchema, slot: SlotSchema }),
  /** Runs the program of a Ventoy release on the disk. */
  z.strictObject({
    say: z.literal('run-ventoy'),
    id: IdSchema,
    slot: SlotSchema,
    package: z.strictObject({ path: AbsolutePathSchema, sha256: Sha256Schema }),
    command: VentoyCommandSchema,
  }),
  /** Mounts the file system in a part of the disk, for the program's user. */
  z.strictObject({
    say: z.literal('mount'),
    id: IdSchema,
    slot: SlotSchema,
    offset: BytesSchema,
    length: BytesSchema,
    readOnly: z.boolean(),
  }),
  z.strictObject({ say: z.literal('unmount'), id: IdSchema, slot: SlotSchema }),
  /** On Windows: unpacks an edition, for which a slot is taken in which nothing is open. */
  z.strictObject({
    say: z.literal('build-windows'),
    id: IdSchema,
    slot: SlotSchema,
    volume: WindowsVolumeSchema,
    /** The bytes that follow: those of registry values and files. */
    bytes: BytesSchema,
  }),
  /** Lists what lies in folders of an edition, where that takes the helper's rights. */
  z.strictObject({
    say: z.literal('list-image'),
    id: IdSchema,
    slot: SlotSchema,
    image: ImageFoldersSchema,
  }),
  /** On Windows: makes the small volume of which one with a large file is grown. */
  z.strictObject({
    say: z.literal('make-container-seed'),
    id: IdSchema,
    slot: SlotSchema,
    seed: ContainerSeedSchema,
  }),
  /** Lists the apps and features of an edition, where that takes the helper's rights. */
  z.strictObject({
    say: z.literal('read-contents'),
    id: IdSchema,
    slot: SlotSchema,
    image: WindowsContentsRequestSchema,
  }),
  /** Ends the request of this id, which then answers with `cancelled`. */
  z.strictObject({ say: z.literal('cancel'), request: IdSchema }),
  /** Ends what is under way for a target and releases it. Its number is free then. */
  z.strictObject({ say: z.literal('close'), id: IdSchema, slot: SlotSchema }),
]);
export type HelperRequest = z.infer<typeof RequestSchema>;

export const OpenedSchema = z.strictObject({ sizeBytes: BytesSchema });
export const AdoptedSchema = z.boolean();
export const WrittenSchema = z.strictObject({
  writtenBytes: BytesSchema,
  resumedBytes: BytesSchema,
  verifiedBytes: BytesSchema,
  freeSpace: FreeSpaceSchema.nullable(),
});
export const RewrittenSchema = z.strictObject({
  writtenBytes: BytesSchema,
  verifiedBytes: BytesSchema,
});
export const ProtectedSchema = z.strictObject({ recoveryKeyId: z.guid() });
export const LentSchema = z.strictObject({ path: AbsolutePathSchema });
export const MountedSchema = z.strictObject({
  path: AbsolutePathSchema,
  fileSystem: z.enum(fileSystemNames),
  driver: z.enum(['kernel', 'fuse']),
  unclean: z.boolean(),
});
export const VentoyRunResultSchema = z.strictObject({
  exitCode: z.number().int().nullable(),
  output: z.string(),
  log: z.string(),
  writtenBytes: BytesSchema,
});
/** Paths in an image. */
export const ListedSchema = z.array(z.string());
export const TestedSchema = DriveTestResultSchema.omit({ target: true });

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
    /** The request that this is about. */
    id: IdSchema,
    phase: PhaseSchema,
    doneBytes: BytesSchema,
    totalBytes: BytesSchema,
  }),
  z.strictObject({
    say: z.literal('test-progress'),
    id: IdSchema,
    step: DriveTestStepSchema,
    overall: z.number().min(0).max(1),
  }),
  /** A line that a foreign program printed. */
  z.strictObject({ say: z.literal('line'), id: IdSchema, line: z.string() }),
  /** Something was done to a Windows that isn't running, or was refused. */
  z.strictObject({
    say: z.literal('serviced'),
    id: IdSchema,
    title: z.string(),
    refusal: z.string().nullable(),
  }),
  /** Bytes that a foreign program has written to the target so far. */
  z.strictObject({ say: z.literal('written'), id: IdSchema, writtenBytes: BytesSchema }),
  /** What is true of the stick from now on, for the case that this is the helper's last word. */
  z.strictObject({ say: z.literal('stick'), slot: SlotSchema, state: StickStateSchema }),
]);
export type HelperReply = z.infer<typeof ReplySchema>;
