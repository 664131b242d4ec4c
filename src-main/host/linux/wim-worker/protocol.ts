import { z } from 'zod';
import { StickErrorDataSchema } from '../../../../src-shared/errors';

/** What crosses the border between this program and its WIM worker. Both sides check it. */

const RegistryDataSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('dword'), value: z.number().int().min(0).max(0xffffffff) }),
  z.object({ type: z.enum(['string', 'expandable-string']), value: z.string() }),
  z.object({ type: z.literal('strings'), value: z.array(z.string()) }),
  z.object({
    type: z.literal('binary'),
    value: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
]);

export const HiveEditSchema = z.object({
  /** Below the hive's root, with `\`. A first part `CurrentControlSet` is resolved. */
  key: z.string(),
  name: z.string(),
  data: RegistryDataSchema,
});
export type HiveEdit = z.infer<typeof HiveEditSchema>;

/** A path in the image, with `/`, spelled as the image spells it. */
export const FoundPathSchema = z.object({ path: z.string(), directory: z.boolean() });
export type FoundPath = z.infer<typeof FoundPathSchema>;

/** A key of a hive with those of its values that are texts or numbers (DWORD), by name in lower case. */
export const ListedKeySchema = z.object({
  name: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ListedKey = z.infer<typeof ListedKeySchema>;

export const WorkSchema = z.discriminatedUnion('do', [
  /** Opens the image and its parts. `errorFile` receives what libwim has to say. */
  z.object({
    do: z.literal('open'),
    parts: z.array(z.string()).min(1),
    index: z.number().int(),
    errorFile: z.string(),
  }),
  /** Looks paths up, whatever their case. Answers with one entry for each, null when it isn't there. */
  z.object({ do: z.literal('find'), paths: z.array(z.string()) }),
  /** Lists what lies in a folder of the image itself; nothing when it isn't there. */
  z.object({ do: z.literal('list'), path: z.string() }),
  /** Lists the keys right below one of a hive that lies as a file on this computer; none when it isn't there. */
  z.object({ do: z.literal('list-keys'), path: z.string(), key: z.string() }),
  /** Unpacks files and folders, which must exist, below a folder. */
  z.object({ do: z.literal('extract'), paths: z.array(z.string()), into: z.string() }),
  /** Changes a hive that lies as a file on this computer. */
  z.object({ do: z.literal('edit-hive'), path: z.string(), edits: z.array(HiveEditSchema) }),
  /** Puts files of this computer into the image in memory, in place of what is there, with the folders they need. */
  z.object({
    do: z.literal('add'),
    files: z.array(z.object({ source: z.string(), target: z.string() })),
  }),
  /** Leaves files and folders out of the image in memory. */
  z.object({ do: z.literal('remove'), paths: z.array(z.string()) }),
  /** Unpacks the whole image into an empty NTFS volume in a file. */
  z.object({ do: z.literal('apply'), volume: z.string() }),
  /** Gives files and folders of the volume a security descriptor. */
  z.object({ do: z.literal('protect'), volume: z.string(), paths: z.array(FoundPathSchema) }),
  /** Gives files and folders of the volume to the system alone, and hides them. */
  z.object({
    do: z.literal('give-to-system'),
    volume: z.string(),
    paths: z.array(FoundPathSchema),
  }),
]);
export type Work = z.infer<typeof WorkSchema>;

export const OrderSchema = z.union([WorkSchema, z.object({ do: z.literal('cancel') })]);
export type Order = z.infer<typeof OrderSchema>;

/** What a piece of work found; empty for those that look for nothing. */
export const FoundSchema = z.object({
  paths: z.array(FoundPathSchema.nullable()),
  keys: z.array(ListedKeySchema),
});
export type Found = z.infer<typeof FoundSchema>;

export const AnswerSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('progress'),
    doneBytes: z.number().nonnegative(),
    totalBytes: z.number().nonnegative(),
  }),
  z.object({ is: z.literal('done'), found: FoundSchema }),
  z.object({ is: z.literal('failed'), error: StickErrorDataSchema }),
]);
export type Answer = z.infer<typeof AnswerSchema>;
