import { z } from 'zod';
import { PLAN_VERSION } from './plan-version';
import { recipeAboutFields } from './recipe-about';
import { Sha256Schema } from './sha256';
import { MiB } from './units';
import { ventoyConflicts } from './ventoy-conflicts';
import { ExfatLabelSchema } from './volume-label';
import { WindowsChoicesSchema } from './windows-choices';

/** A release archive of Ventoy on this computer. */
const VentoyPackageChoiceSchema = z.strictObject({
  path: z.string().min(1).describe('The archive as Ventoy’s publisher gives it out.'),
  sha256: Sha256Schema.nullable().describe(
    'The SHA-256 that the archive must have; null: what a sha256.txt beside it says, if there is one.',
  ),
});

const packageField = VentoyPackageChoiceSchema.describe('The release of Ventoy.');
const secureBootField = z.boolean().describe('Ventoy starts with Secure Boot, too.');

/** How Ventoy comes to be on the stick. */
const VentoyInstallSchema = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.literal('erase').describe('The disk is erased.'),
    package: packageField,
    scheme: z.enum(['mbr', 'gpt']).describe('How the stick is partitioned.'),
    secureBoot: secureBootField,
    reserveBytes: z
      .number()
      .int()
      .nonnegative()
      .multipleOf(MiB)
      .describe('Bytes left free behind the partitions of Ventoy; whole MiB.'),
    fileSystem: z
      .enum(['exfat', 'ntfs'])
      .describe(
        'Of the partition that holds the images; ntfs is what Windows in a virtual disk needs.',
      ),
    label: ExfatLabelSchema.describe('Name of the partition that holds the images.'),
  }),
  z.strictObject({
    way: z
      .literal('beside')
      .describe('Ventoy is put behind a first partition that keeps its files.'),
    package: packageField,
    secureBoot: secureBootField,
  }),
  z.strictObject({
    way: z.literal('update').describe('A Ventoy that is there is renewed; the images stay.'),
    package: packageField,
    secureBoot: z
      .boolean()
      .nullable()
      .describe('Ventoy starts with Secure Boot, too; null: as it is on the stick.'),
  }),
  z.strictObject({ way: z.literal('none').describe('Only the files change.') }),
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
  image: z
    .strictObject({
      path: z.string().min(1).describe('An ISO, WIM, ESD or SWM file.'),
      sha256: Sha256Schema.nullable().describe(
        'The SHA-256 that the image must have; null compares with nothing.',
      ),
    })
    .describe('The image with Windows.'),
  edition: z
    .strictObject({
      index: z.number().int().positive().describe('Index of the image in the WIM, from 1.'),
    })
    .describe('Which Windows of the image, as “sticksmith inspect” numbers them.'),
  windows: WindowsChoicesSchema.describe('What goes into this Windows.'),
  name: StickPathSchema.regex(
    /^[^/]+\.vhdx$/i,
    'the virtual disk lies in the root folder and ends in .vhdx',
  ).describe('Of the virtual disk, in the root folder; ends in .vhdx.'),
  bytes: z
    .number()
    .int()
    .positive()
    .multipleOf(MiB)
    .nullable()
    .describe('Bytes of the virtual disk; null for all that is left.'),
  vhdBoot: z
    .string()
    .min(1)
    .describe(
      'ventoy_vhdboot.img, which starts virtual disks; it comes from the Ventoy project, apart from its releases.',
    ),
});
export type VentoyWindows = z.infer<typeof VentoyWindowsSchema>;

export const ventoyRecipeFields = {
  version: z.literal(PLAN_VERSION).describe('The version of this format.'),
  kind: z.literal('ventoy').describe('A stick that starts images.'),
  ...recipeAboutFields,
  install: VentoyInstallSchema.describe('How Ventoy comes to be on the stick.'),
  remove: z
    .array(StickPathSchema)
    .describe('Files on the stick to be deleted before anything is copied.'),
  removePersistence: z
    .boolean()
    .describe(
      'Also delete what live systems among them keep, in files that no other image uses. Nothing brings that back.',
    ),
  rename: z
    .array(
      z.strictObject({
        from: StickPathSchema.describe('Its path on the stick now.'),
        to: StickPathSchema.describe('Its path on the stick afterwards.'),
      }),
    )
    .describe('Files on the stick that get another name.'),
  files: z
    .array(
      z.strictObject({
        source: z.string().min(1).describe('The file on this computer.'),
        name: StickPathSchema.describe('Its path on the stick.'),
        sha256: Sha256Schema.nullable().describe(
          'The SHA-256 that the file must have; null compares with nothing.',
        ),
      }),
    )
    .describe('Files to be copied: images, and whatever ventoy.json names.'),
  checksums: z.boolean().describe('Keep a .sha256 file beside each copied file.'),
  persistence: z
    .array(
      z.strictObject({
        image: StickPathSchema.describe('The image, by its path on the stick.'),
        bytes: z
          .number()
          .int()
          .positive()
          .multipleOf(MiB)
          .describe('Bytes it may keep; what is there already grows.'),
      }),
    )
    .describe('What images of a live Linux may keep.'),
  windows: VentoyWindowsSchema.nullable().describe(
    'A Windows in a virtual disk that Ventoy starts; null for none.',
  ),
  config: z.record(z.string(), z.json()).describe('What is to be in /ventoy/ventoy.json.'),
  configReplaces: z
    .boolean()
    .describe(
      'config is all that shall be in that file; otherwise the rest of a file that is there stays.',
    ),
};
export type VentoyRecipe = z.infer<z.ZodObject<typeof ventoyRecipeFields>>;

export const VentoyRecipeSchema = z
  .strictObject(ventoyRecipeFields)
  .superRefine(refuseVentoyConflicts)
  .meta({ title: 'A Ventoy stick' });

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
