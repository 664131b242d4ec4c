import { z } from 'zod';
import { PLAN_VERSION } from './plan-version';
import { Sha256Schema } from './sha256';
import { MiB } from './units';
import { ventoyConflicts } from './ventoy-conflicts';
import { ExfatLabelSchema } from './volume-label';
import { WindowsChoicesSchema } from './windows-choices';

/** A release archive of Ventoy on this computer. */
const VentoyPackageChoiceSchema = z.strictObject({
  path: z.string().min(1),
  /** The hash the archive must have. Null: what a `sha256.txt` beside it says, if there is one. */
  sha256: Sha256Schema.nullable(),
});

/** How Ventoy comes to be on the stick. */
const VentoyInstallSchema = z.discriminatedUnion('way', [
  /** Erases the disk. */
  z.strictObject({
    way: z.literal('erase'),
    package: VentoyPackageChoiceSchema,
    scheme: z.enum(['mbr', 'gpt']),
    secureBoot: z.boolean(),
    /** Bytes left free behind Ventoy's partitions; whole MiB. */
    reserveBytes: z.number().int().nonnegative().multipleOf(MiB),
    /** Of the partition that holds the images. NTFS is what Windows in a virtual disk needs. */
    fileSystem: z.enum(['exfat', 'ntfs']),
    label: ExfatLabelSchema,
  }),
  /** Puts Ventoy behind a first partition that keeps its files. */
  z.strictObject({
    way: z.literal('beside'),
    package: VentoyPackageChoiceSchema,
    secureBoot: z.boolean(),
  }),
  /** Renews a Ventoy that is there; the images stay. */
  z.strictObject({
    way: z.literal('update'),
    package: VentoyPackageChoiceSchema,
    /** Null: as it is on the stick. */
    secureBoot: z.boolean().nullable(),
  }),
  /** Only the files change. */
  z.strictObject({ way: z.literal('none') }),
]);
export type VentoyInstall = z.infer<typeof VentoyInstallSchema>;

/** A path on the partition with the images, from its root folder, such as `linux/debian.iso`. */
export const StickPathSchema = z
  .string()
  .min(1)
  .max(1024)
  .refine(
    (path) => path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
    'a path on the stick names its folders from the root, without a leading /',
  )
  .refine((path) => !path.includes('\\'), 'folders on the stick are separated by /');

/** Windows in a virtual disk of fixed size that Ventoy starts. */
const VentoyWindowsSchema = z.strictObject({
  image: z.strictObject({ path: z.string().min(1), sha256: Sha256Schema.nullable() }),
  edition: z.strictObject({
    /** Image index in the WIM, from 1. */
    index: z.number().int().positive(),
  }),
  windows: WindowsChoicesSchema,
  /** Of the virtual disk, in the root folder; ends in `.vhdx`. */
  name: StickPathSchema.regex(
    /^[^/]+\.vhdx$/i,
    'the virtual disk lies in the root folder and ends in .vhdx',
  ),
  /** Bytes of the virtual disk; null for all that is left. */
  bytes: z.number().int().positive().multipleOf(MiB).nullable(),
  /** `ventoy_vhdboot.img`, which starts virtual disks; it comes from the Ventoy project, apart from its releases. */
  vhdBoot: z.string().min(1),
});
export type VentoyWindows = z.infer<typeof VentoyWindowsSchema>;

export const ventoyRecipeFields = {
  version: z.literal(PLAN_VERSION),
  kind: z.literal('ventoy'),
  install: VentoyInstallSchema,
  /** Files to be deleted before anything is copied. */
  remove: z.array(StickPathSchema),
  /** Also delete what live systems among them keep, in files that no other image uses. Nothing brings that back. */
  removePersistence: z.boolean(),
  rename: z.array(z.strictObject({ from: StickPathSchema, to: StickPathSchema })),
  /** Files to be copied: images, and whatever `ventoy.json` names. */
  files: z.array(
    z.strictObject({
      source: z.string().min(1),
      name: StickPathSchema,
      /** The hash the file must have. */
      sha256: Sha256Schema.nullable(),
    }),
  ),
  /** Keep a `.sha256` file beside each copied file. */
  checksums: z.boolean(),
  /** What an image of a live Linux may keep, by its path on the stick. One that is there grows. */
  persistence: z.array(
    z.strictObject({ image: StickPathSchema, bytes: z.number().int().positive().multipleOf(MiB) }),
  ),
  windows: VentoyWindowsSchema.nullable(),
  /** What is to be in `/ventoy/ventoy.json`. */
  config: z.record(z.string(), z.json()),
  /** `config` is all that shall be in that file. Otherwise the rest of a file that is there stays. */
  configReplaces: z.boolean(),
};
export type VentoyRecipe = z.infer<z.ZodObject<typeof ventoyRecipeFields>>;

export const VentoyRecipeSchema = z
  .strictObject(ventoyRecipeFields)
  .superRefine(refuseVentoyConflicts);

export function refuseVentoyConflicts(recipe: VentoyRecipe, context: z.RefinementCtx): void {
  for (const { field, message } of ventoyConflicts(recipe)) {
    context.addIssue({ code: 'custom', path: field, message });
  }
}

export const ventoyDefaults = {
  version: PLAN_VERSION,
  kind: 'ventoy',
  remove: [],
  removePersistence: false,
  rename: [],
  files: [],
  checksums: false,
  persistence: [],
  windows: null,
  config: {},
  configReplaces: false,
} as const satisfies Partial<VentoyRecipe>;

/** A fresh Ventoy, but for its package. */
export const ventoyEraseDefaults = {
  way: 'erase',
  scheme: 'mbr',
  secureBoot: true,
  reserveBytes: 0,
  fileSystem: 'exfat',
  label: 'Ventoy',
} as const satisfies Partial<VentoyInstall>;
