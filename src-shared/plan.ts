import { z } from 'zod';
import { DriveIdentitySchema } from './drive';
import { stickError } from './errors';
import { planProblems, problemText, type PlanProblem } from './plan-problems';
import { PLAN_VERSION } from './plan-version';
import { VentoyRecipeSchema, ventoyRecipeFields, refuseVentoyConflicts } from './ventoy-recipe';
import { PlanSecretsSchema, defaultWindowsChoices, noSecrets } from './windows-choices';
import {
  WindowsRecipeSchema,
  recipeDefaults,
  refuseWindowsConflicts,
  windowsRecipeFields,
} from './windows-recipe';

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

/** The plan without the drive: what helpdesk staff keep in a file. Contains no secrets. */
export const RecipeSchema = z.discriminatedUnion('kind', [WindowsRecipeSchema, VentoyRecipeSchema]);
export type Recipe = z.infer<typeof RecipeSchema>;

const targetsField = z.array(TargetSchema).min(1);
const secretsField = PlanSecretsSchema.default(noSecrets);

const WindowsPlanSchema = z
  .strictObject({
    ...windowsRecipeFields,
    targets: targetsField,
    /**
     * `staged`: Windows is unpacked into the work folder and written in order. `direct`: it is unpacked
     * straight onto the one drive, slowly, and what it holds can't be read back against anything.
     */
    way: z.enum(['staged', 'direct']).default('staged'),
    secrets: secretsField,
  })
  .superRefine(refuseWindowsConflicts);
export type WindowsPlan = z.infer<typeof WindowsPlanSchema>;

const VentoyPlanSchema = z
  .strictObject({
    ...ventoyRecipeFields,
    targets: targetsField,
    /** Of the Windows in a virtual disk, where there is one. */
    secrets: secretsField,
  })
  .superRefine(refuseVentoyConflicts);
export type VentoyPlan = z.infer<typeof VentoyPlanSchema>;

/** Everything that decides which bytes end up on which stick. */
export const StickPlanSchema = z.discriminatedUnion('kind', [WindowsPlanSchema, VentoyPlanSchema]);
export type StickPlan = z.infer<typeof StickPlanSchema>;

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
