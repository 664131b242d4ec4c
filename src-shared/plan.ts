import { z } from 'zod';
import { DriveIdentitySchema } from './drive';
import { stickError } from './errors';

export const PLAN_VERSION = 1;

export const Sha256Schema = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, 'a SHA-256 has 64 hexadecimal digits')
  .transform((hex) => hex.toLowerCase());

/** Where a stick goes. A file is a target like any other, but needs no rights and erases no drive. */
export const TargetSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    /** Absolute path, ending in `.img`. */
    path: z.string().min(1),
    /** Size of the disk in the file, in bytes; a multiple of 512. */
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
  space: z.strictObject({
    /** Bytes kept as an exFAT partition for files shared with other computers; 0 for none. */
    sharedBytes: z.number().int().nonnegative(),
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
  windows: z.strictObject({
    /** SanPolicy 4: disks inside the computer stay offline. */
    hideInternalDisks: z.boolean(),
  }),
};

/** The plan without the drive: what helpdesk staff keep in a file. Contains no secrets. */
export const RecipeSchema = z.strictObject(recipeFields);
export type Recipe = z.infer<typeof RecipeSchema>;

/** Everything that decides which bytes end up on which stick. */
export const StickPlanSchema = z.strictObject({
  ...recipeFields,
  targets: z.array(TargetSchema).min(1),
  /**
   * `staged`: Windows is unpacked into the work folder and written in order. `direct`: it is unpacked
   * straight onto the one drive, slowly, and what it holds can't be read back against anything.
   */
  way: z.enum(['staged', 'direct']).default('staged'),
});
export type StickPlan = z.infer<typeof StickPlanSchema>;

export const recipeDefaults = {
  version: PLAN_VERSION,
  kind: 'windows-to-go',
  space: { sharedBytes: 0, sharedLabel: 'SHARED' },
  protect: { kind: 'none' },
  windows: { hideInternalDisks: true },
} as const satisfies Partial<Recipe>;

/** Reads a recipe from parsed JSON. Throws `plan/version` or `plan/invalid`, naming the field. */
export function parseRecipe(json: unknown): Recipe {
  return parseWith(RecipeSchema, json);
}

/** Reads a plan from parsed JSON. Throws `plan/version` or `plan/invalid`, naming the field. */
export function parsePlan(json: unknown): StickPlan {
  return parseWith(StickPlanSchema, json);
}

function parseWith<T>(schema: z.ZodType<T>, json: unknown): T {
  const version = z.object({ version: z.number() }).safeParse(json);
  if (version.success && version.data.version !== PLAN_VERSION) {
    throw stickError('plan/version', { found: version.data.version, known: PLAN_VERSION });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : '';
  throw stickError('plan/invalid', { message: `${where}${issue?.message ?? 'unknown problem'}` });
}
