import { z } from 'zod';
import { stickError } from '../../src-shared/errors';
import { Sha256Schema } from '../../src-shared/sha256';
import type { OfflineServicing, WindowsVolumeRequest } from '../host';
import { AbsolutePathSchema, BytesSchema } from './basic-schemas';

/** More than any plan asks for: they keep a message from growing without bound. */
const MOST_PARTS = 256;
const MOST_ENTRIES = 20_000;
/** Characters of a path in an image, of a registry key or of a value in one. */
const LONGEST_PATH = 4096;
const LONGEST_TEXT = 64 * 1024;

const GuestPathSchema = z.string().min(1).max(LONGEST_PATH);
const TextSchema = z.string().max(LONGEST_TEXT);
const NamesSchema = z.array(z.string().min(1).max(LONGEST_PATH)).max(MOST_ENTRIES);
const GuestPathsSchema = z.array(GuestPathSchema).max(MOST_ENTRIES);

const RegistryDataSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('dword'), value: z.number().int().min(0).max(0xffff_ffff) }),
  z.strictObject({ type: z.literal('string'), value: TextSchema }),
  z.strictObject({ type: z.literal('expandable-string'), value: TextSchema }),
  z.strictObject({ type: z.literal('strings'), value: z.array(TextSchema).max(MOST_ENTRIES) }),
  z.strictObject({ type: z.literal('binary'), bytes: BytesSchema }),
]);

const FileContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bytes'), bytes: BytesSchema }),
  z.strictObject({
    kind: z.literal('file'),
    source: AbsolutePathSchema,
    sizeBytes: BytesSchema,
    sha256: Sha256Schema,
  }),
]);

/**
 * As WindowsVolumeRequest. Bytes of files and of registry values are not part of the message, in which only their counts stand:
 * they follow raw, one after the other, the registry's first.
 */
export const WindowsVolumeSchema = z.strictObject({
  wimParts: z.array(AbsolutePathSchema).min(1).max(MOST_PARTS),
  index: z.number().int().min(1).max(10_000),
  place: z.enum(['new-file', 'device']),
  volumePath: AbsolutePathSchema,
  volumeBytes: z.number().int().positive().multipleOf(4096),
  fenceBytes: BytesSchema.nullable(),
  startLba: z.number().int().nonnegative(),
  label: z.string().max(32),
  edits: z.strictObject({
    registry: z
      .array(
        z.strictObject({
          hive: z.enum(['SYSTEM', 'SOFTWARE', 'DEFAULT_USER']),
          key: GuestPathSchema,
          name: TextSchema,
          data: RegistryDataSchema,
        }),
      )
      .max(MOST_ENTRIES),
    files: z
      .array(z.strictObject({ path: GuestPathSchema, content: FileContentSchema }))
      .max(MOST_ENTRIES),
    removals: GuestPathsSchema,
  }),
  servicing: z
    .strictObject({
      drivers: GuestPathSchema.nullable(),
      apps: NamesSchema,
      keepApps: NamesSchema,
      disableFeatures: NamesSchema,
      cleanUp: z.boolean(),
    })
    .optional(),
  bitLockerAreas: z.boolean().optional(),
  extractPaths: GuestPathsSchema,
  extractTo: AbsolutePathSchema,
});
export type WindowsVolumeMessage = z.infer<typeof WindowsVolumeSchema>;

/** As ImageFoldersRequest. */
export const ImageFoldersSchema = z.strictObject({
  ...WindowsVolumeSchema.pick({ wimParts: true, index: true }).shape,
  folders: GuestPathsSchema,
});

/** As WindowsContentsRequest. */
export const WindowsContentsRequestSchema = z.strictObject({
  ...WindowsVolumeSchema.pick({ wimParts: true, index: true }).shape,
  folder: AbsolutePathSchema,
});

/** What is said and what follows it. The bytes are a copy, which may hold secrets: erase it when it was sent. */
export function packWindowsVolume(request: WindowsVolumeRequest): {
  volume: WindowsVolumeMessage;
  bytes: Buffer;
} {
  const { edits, servicing, bitLockerAreas, ...rest } = request;
  const parts: Buffer[] = [];
  const counted = (bytes: Buffer): number => {
    parts.push(bytes);
    return bytes.length;
  };
  const registry = edits.registry.map(({ data, ...edit }) => ({
    ...edit,
    data: data.type === 'binary' ? { type: data.type, bytes: counted(data.value) } : data,
  }));
  const files = edits.files.map(({ path, content }) => ({
    path,
    content:
      content.kind === 'bytes' ? { kind: content.kind, bytes: counted(content.bytes) } : content,
  }));
  const volume: WindowsVolumeMessage = {
    ...rest,
    edits: { registry, files, removals: edits.removals },
    ...(servicing && { servicing: copyOf(servicing) }),
    ...(bitLockerAreas === undefined ? {} : { bitLockerAreas }),
  };
  return { volume, bytes: Buffer.concat(parts) };
}

/** The request again; its bytes are parts of those that are given. Throws `helper/protocol` unless they are as many as were said. */
export function unpackWindowsVolume(
  { edits, servicing, bitLockerAreas, ...rest }: WindowsVolumeMessage,
  bytes: Buffer,
): WindowsVolumeRequest {
  let next = 0;
  const take = (count: number): Buffer => {
    next += count;
    return bytes.subarray(next - count, next);
  };
  const registry = edits.registry.map(({ data, ...edit }) => ({
    ...edit,
    data: data.type === 'binary' ? { type: data.type, value: take(data.bytes) } : data,
  }));
  const files = edits.files.map(({ path, content }) => ({
    path,
    content:
      content.kind === 'bytes' ? { kind: content.kind, bytes: take(content.bytes) } : content,
  }));
  if (next !== bytes.length) {
    throw stickError('helper/protocol', { message: 'not as many bytes came as were said' });
  }
  return {
    ...rest,
    edits: { registry, files, removals: edits.removals },
    ...(servicing && { servicing }),
    ...(bitLockerAreas === undefined ? {} : { bitLockerAreas }),
  };
}

/** Lists of a message are its own. */
function copyOf({ drivers, apps, keepApps, disableFeatures, cleanUp }: OfflineServicing) {
  return {
    ...{ drivers, cleanUp, apps: [...apps] },
    ...{ keepApps: [...keepApps], disableFeatures: [...disableFeatures] },
  };
}
