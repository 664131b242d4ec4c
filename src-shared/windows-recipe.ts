import { z } from 'zod';
import { recipeConflicts } from './plan-conflicts';
import { PLAN_VERSION } from './plan-version';
import { ProtectSchema } from './protect';
import { Sha256Schema } from './sha256';
import { ExfatLabelSchema } from './volume-label';
import { WindowsChoicesSchema, defaultWindowsChoices } from './windows-choices';

export const windowsRecipeFields = {
  version: z.literal(PLAN_VERSION),
  kind: z.literal('windows-to-go'),
  image: z.strictObject({
    path: z.string().min(1),
    /** The hash the image must have. Null: the person went on without one, deliberately. */
    sha256: Sha256Schema.nullable(),
  }),
  edition: z.strictObject({
    /** Image index in the WIM, from 1. */
    index: z.number().int().positive(),
  }),
  layout: z.strictObject({
    /** `gpt` starts computers with UEFI; `mbr` those with a BIOS too. */
    scheme: z.enum(['gpt', 'mbr']),
    /** Windows lies in its partition, or in a virtual disk of fixed size, a file on an NTFS partition. */
    container: z.enum(['none', 'vhdx']),
  }),
  space: z.strictObject({
    /** Bytes of the Windows volume; null for all that is left. */
    windowsBytes: z.number().int().positive().nullable(),
    /** Bytes kept as an exFAT partition for files shared with other computers; 0 for none, or what Windows leaves. */
    sharedBytes: z.union([z.number().int().nonnegative(), z.literal('rest')]),
    sharedLabel: ExfatLabelSchema,
  }),
  protect: ProtectSchema,
  windows: WindowsChoicesSchema,
};

export type WindowsRecipe = z.infer<z.ZodObject<typeof windowsRecipeFields>>;

export const WindowsRecipeSchema = z
  .strictObject(windowsRecipeFields)
  .superRefine(refuseWindowsConflicts);

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
