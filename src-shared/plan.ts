import { z } from 'zod';
import { DriveIdentitySchema } from './drive';
import { stickError } from './errors';
import { recipeConflicts } from './plan-conflicts';
import { planProblems, problemText, type PlanProblem } from './plan-problems';
import {
  PlanSecretsSchema,
  WindowsChoicesSchema,
  defaultWindowsChoices,
  noSecrets,
} from './windows-choices';

/** Version 1 had no `layout`, no size for Windows, and one choice about Windows. */
export const PLAN_VERSION = 2;

export const Sha256Schema = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, 'a SHA-256 has 64 hexadecimal digits')
  .transform((hex) => hex.toLowerCase());

/** Where a stick goes. A file is a target like any other, but needs no rights and erases no drive. */
export const TargetSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    /** Absolute path, ending in `.img` for the bare disk or in `.vhdx` for a virtual one of fixed size. */
    path: z.string().min(1),
    /** Size of the disk in the file, in bytes; a multiple of 512, in a `.vhdx` of `VHDX_STEP_BYTES`. */
    sizeBytes: z.number().int().positive().multipleOf(512),
  }),
  z.object({
    kind: z.literal('drive'),
    /** The drive exactly as it was when the person confirmed it. */
    identity: DriveIdentitySchema,
    /** Mounted file systems on it may be unmounted. */
    unmount: z.boolean(),
  }),
]);
export type Target = z.infer<typeof TargetSchema>;

export function targetName(target: Target): string {
  return target.kind === 'file' ? target.path : target.identity.path;
}

export function targetBytes(target: Target): number {
  return target.kind === 'file' ? target.sizeBytes : target.identity.sizeBytes;
}

const recipeFields = {
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
    sharedLabel: z
      .string()
      // UTF-16 units (exFAT specification, section 7.3), which zod's own limit does not count.
      .refine((label) => label.length <= 11, 'the label has more than 11 characters')
      // The forbidden characters of a file name: exFAT specification, section 7.7.3. Half of a pair
      // of UTF-16 units is no character.
      .regex(
        /^[^\u0000-\u001f"*/:<>?\\|]*$/,
        'the label contains a character that exFAT does not allow',
      )
      .refine((label) => !/\p{Surrogate}/u.test(label), 'the label contains half a character'),
  }),
  protect: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('none') })]),
  windows: WindowsChoicesSchema,
};

/** The plan without the drive: what helpdesk staff keep in a file. Contains no secrets. */
export const RecipeSchema = z.strictObject(recipeFields).superRefine(refuseConflicts);
export type Recipe = z.infer<z.ZodObject<typeof recipeFields>>;

function refuseConflicts(recipe: Recipe, context: z.RefinementCtx): void {
  for (const { field, message } of recipeConflicts(recipe)) {
    context.addIssue({ code: 'custom', path: field, message });
  }
}

/** Everything that decides which bytes end up on which stick. */
export const StickPlanSchema = z
  .strictObject({
    ...recipeFields,
    targets: z.array(TargetSchema).min(1),
    /**
     * `staged`: Windows is unpacked into the work folder and written in order. `direct`: it is unpacked
     * straight onto the one drive, slowly, and what it holds can't be read back against anything.
     */
    way: z.enum(['staged', 'direct']).default('staged'),
    secrets: PlanSecretsSchema.default(noSecrets),
  })
  .superRefine(refuseConflicts);
export type StickPlan = z.infer<typeof StickPlanSchema>;

export const recipeDefaults = {
  version: PLAN_VERSION,
  kind: 'windows-to-go',
  layout: { scheme: 'gpt', container: 'none' },
  space: { windowsBytes: null, sharedBytes: 0, sharedLabel: 'SHARED' },
  protect: { kind: 'none' },
  windows: defaultWindowsChoices,
} as const satisfies Partial<Recipe>;

/**
 * Reads a recipe from parsed JSON; one of version 1 means the same as it did. Throws `plan/version` or
 * `plan/invalid`, naming the field.
 */
export function parseRecipe(json: unknown): Recipe {
  return parseWith(RecipeSchema, fromVersion1(json));
}

/** All that is wrong with parsed JSON as a recipe, or nothing. Throws `plan/version`. */
export function recipeProblems(json: unknown): PlanProblem[] {
  const current = fromVersion1(json);
  requireVersion(current);
  const parsed = RecipeSchema.safeParse(current);
  return parsed.success ? [] : planProblems(parsed.error);
}

/** Whether parsed JSON would be read as what it means in this version. */
export function isOldRecipe(json: unknown): boolean {
  return Version1Schema.safeParse(json).success;
}

/** Reads a plan from parsed JSON. Throws `plan/version` or `plan/invalid`, naming the field. */
export function parsePlan(json: unknown): StickPlan {
  return parseWith(StickPlanSchema, json);
}

const Version1Schema = z.looseObject({
  version: z.literal(1),
  space: z.looseObject({ sharedBytes: z.number(), sharedLabel: z.string() }),
  windows: z.strictObject({ hideInternalDisks: z.boolean() }),
});

function fromVersion1(json: unknown): unknown {
  const old = Version1Schema.safeParse(json);
  if (!old.success) return json;
  const { space, windows, ...rest } = old.data;
  const { portable } = defaultWindowsChoices;
  const internalDisks = windows.hideInternalDisks ? 'offline' : 'online';
  return {
    ...rest,
    version: PLAN_VERSION,
    layout: recipeDefaults.layout,
    space: { windowsBytes: null, ...space },
    windows: { ...defaultWindowsChoices, portable: { ...portable, internalDisks } },
  };
}

function parseWith<T>(schema: z.ZodType<T>, json: unknown): T {
  requireVersion(json);
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [problem] = planProblems(parsed.error);
  throw stickError('plan/invalid', {
    message: problem ? problemText(problem) : 'unknown problem',
  });
}

function requireVersion(json: unknown): void {
  const version = z.object({ version: z.number() }).safeParse(json);
  if (version.success && version.data.version !== PLAN_VERSION) {
    throw stickError('plan/version', { found: version.data.version, known: PLAN_VERSION });
  }
}
