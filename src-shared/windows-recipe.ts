import { z } from 'zod';
import { recipeConflicts } from './plan-conflicts';
import { PLAN_VERSION } from './plan-version';
import { recipeAboutFields } from './recipe-about';
import { ProtectSchema } from './protect';
import { Sha256Schema } from './sha256';
import { ExfatLabelSchema } from './volume-label';
import { WindowsChoicesSchema, defaultWindowsChoices } from './windows-choices';

export const windowsRecipeFields = {
  version: z.literal(PLAN_VERSION).describe('The version of this format.'),
  kind: z.literal('windows-to-go').describe('A portable Windows.'),
  ...recipeAboutFields,
  image: z
    .strictObject({
      path: z.string().min(1).describe('An ISO, WIM, ESD or SWM file.'),
      sha256: Sha256Schema.nullable().describe(
        'The SHA-256 that the image must have; null compares with nothing, deliberately.',
      ),
    })
    .describe('The image with Windows.'),
  edition: z
    .strictObject({
      index: z.number().int().positive().describe('Index of the image in the WIM, from 1.'),
    })
    .describe('Which Windows of the image, as “sticksmith inspect” numbers them.'),
  layout: z
    .strictObject({
      scheme: z
        .enum(['gpt', 'mbr'])
        .describe('gpt starts computers with UEFI, mbr those with a BIOS too.'),
      container: z
        .enum(['none', 'vhdx'])
        .describe(
          'none: Windows lies in its partition; vhdx: in a virtual disk of fixed size, a file on an NTFS partition.',
        ),
    })
    .describe('How the stick is partitioned.'),
  space: z
    .strictObject({
      windowsBytes: z
        .number()
        .int()
        .positive()
        .nullable()
        .describe('Bytes of the Windows volume; null for all that is left.'),
      sharedBytes: z
        .union([z.number().int().nonnegative(), z.literal('rest')])
        .describe(
          'Bytes of an exFAT partition for files shared with other computers; 0 for none, "rest" for what Windows leaves.',
        ),
      sharedLabel: ExfatLabelSchema.describe('Name of that partition.'),
    })
    .describe('How the space is divided.'),
  protect: ProtectSchema.describe('Whether and how the Windows volume is encrypted.'),
  windows: WindowsChoicesSchema.describe('What goes into the Windows on the stick.'),
};

export type WindowsRecipe = z.infer<z.ZodObject<typeof windowsRecipeFields>>;

export const WindowsRecipeSchema = z
  .strictObject(windowsRecipeFields)
  .superRefine(refuseWindowsConflicts)
  .meta({ title: 'A portable Windows' });

export function refuseWindowsConflicts(recipe: WindowsRecipe, context: z.RefinementCtx): void {
  for (const { field, message } of recipeConflicts(recipe)) {
    context.addIssue({ code: 'custom', path: field, message });
  }
}

export const recipeDefaults = {
  version: PLAN_VERSION,
  kind: 'windows-to-go',
  layout: { scheme: 'gpt', container: 'none' },
  space: { windowsBytes: null, sharedBytes: 0, sharedLabel: 'SHARED' },
  protect: { kind: 'none' },
  windows: defaultWindowsChoices,
} as const satisfies Partial<WindowsRecipe>;
