import { z } from 'zod';
import { stickError } from './errors';
import keptApps from './lean-presets/kept-apps.json';
import light from './lean-presets/light.json';
import minimal from './lean-presets/minimal.json';
import type { LeanChoices, LeanPreset } from './windows-choices';
import type { WindowsContents } from './windows-contents';

/** The name of an app, such as `Microsoft.BingNews`; a `*` at its end stands for anything. */
const AppPatternSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*\*?$/);
const NameSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);

/** A DWORD below `Policies`, or in the profile that new accounts start from. */
const LeanPolicySchema = z.strictObject({
  hive: z.enum(['SOFTWARE', 'DEFAULT_USER']),
  /** Below the hive's root, with `\`. */
  key: z.string().min(1),
  name: z.string().min(1),
  value: z.number().int().min(0).max(0xffffffff),
  /** What it does for the person. */
  why: z.string().min(1),
  /** Where it is documented. */
  source: z.string().min(1),
});
export type LeanPolicy = z.infer<typeof LeanPolicySchema>;

const LeanPresetFileSchema = z.strictObject({
  /** The preset that this one adds to. */
  basedOn: z.enum(['light']).nullable(),
  apps: z.array(AppPatternSchema),
  disableFeatures: z.array(NameSchema),
  /** Names without the version that follows the first `~`. */
  capabilities: z.array(NameSchema),
  policies: z.array(LeanPolicySchema),
});

/** What a preset comes to, with what it is based on. */
export type LeanPresetContent = Omit<z.infer<typeof LeanPresetFileSchema>, 'basedOn'>;

const files = {
  light: LeanPresetFileSchema.parse(light),
  minimal: LeanPresetFileSchema.parse(minimal),
};

/**
 * Apps that are left alone: `always` those without which Windows or other apps don't work, `byPresets` besides
 * those that a person can name but doesn't expect to miss.
 */
export const leanKeptApps = z
  .strictObject({ always: z.array(AppPatternSchema), byPresets: z.array(AppPatternSchema) })
  .parse(keptApps);

export function leanPreset(preset: LeanPreset): LeanPresetContent {
  if (preset === 'none') return { apps: [], disableFeatures: [], capabilities: [], policies: [] };
  const { basedOn, ...own } = files[preset];
  if (basedOn === null) return own;
  const base = leanPreset(basedOn);
  return {
    apps: [...base.apps, ...own.apps],
    disableFeatures: [...base.disableFeatures, ...own.disableFeatures],
    capabilities: [...base.capabilities, ...own.capabilities],
    policies: [...base.policies, ...own.policies],
  };
}

/** Whether an app of this name is never removed, whoever asks. */
export function isProtectedApp(name: string): boolean {
  return leanKeptApps.always.some((pattern) => matchesAppPattern(name, pattern));
}

/** Whether patterns of a preset mean an app of this name: never one that Windows can't do without. */
export function isMeantByPreset(name: string, patterns: readonly string[]): boolean {
  return !isProtectedApp(name) && patterns.some((pattern) => matchesAppPattern(name, pattern));
}

/** As Windows compares names: without regard to case. */
export function matchesAppPattern(name: string, pattern: string): boolean {
  const [have, want] = [name.toLowerCase(), pattern.toLowerCase()];
  return want.endsWith('*') ? have.startsWith(want.slice(0, -1)) : have === want;
}

/** What is to be done to the Windows of one stick. No name occurs twice in a list. */
export interface ResolvedLean {
  /** Names of apps to remove; a `*` at the end stands for anything. */
  apps: string[];
  /** Names, also with a `*`, of apps that stay although one of `apps` with a `*` means them. */
  keepApps: string[];
  disableFeatures: string[];
  enableFeatures: string[];
  /** Names without version. */
  capabilities: string[];
  policies: LeanPolicy[];
}

/**
 * What the choices come to. With the edition's own lists, what a preset names and the edition hasn't got is left
 * out; what the person named stays, so that they hear of it. Throws `plan/invalid` for an app that Windows
 * can't do without, and for a feature that is to be both on and off.
 */
export function resolveLean(choices: LeanChoices, contents: WindowsContents | null): ResolvedLean {
  refuseProtected(choices.removeApps);
  refuseContradiction(choices);
  const preset = leanPreset(choices.preset);
  const apps = withoutRepeats([...presetApps(preset.apps, contents), ...choices.removeApps]);
  const removed = apps.filter((app) => app.endsWith('*') || !isAny(choices.keepApps, app));
  const disabled = [
    ...presetFeatures(preset.disableFeatures, contents),
    ...choices.disableFeatures,
  ];
  return {
    apps: removed,
    keepApps: removed.some((app) => app.endsWith('*'))
      ? withoutRepeats([...choices.keepApps, ...leanKeptApps.always])
      : [],
    disableFeatures: withoutRepeats(disabled).filter(
      (feature) => !isAny(choices.enableFeatures, feature),
    ),
    enableFeatures: withoutRepeats(choices.enableFeatures),
    capabilities: withoutRepeats(preset.capabilities),
    policies: preset.policies,
  };
}

function refuseProtected(removeApps: readonly string[]): void {
  const needed = removeApps.find(isProtectedApp);
  if (needed === undefined) return;
  const message = `windows.lean.removeApps: Windows can’t do without ${needed}`;
  throw stickError('plan/invalid', { message });
}

function refuseContradiction({ disableFeatures, enableFeatures }: LeanChoices): void {
  const both = disableFeatures.find((feature) => isAny(enableFeatures, feature));
  if (both === undefined) return;
  const message = `windows.lean: the feature ${both} is to be switched both on and off`;
  throw stickError('plan/invalid', { message });
}

/** Names instead of patterns where the edition's apps are known, and only those that it has. */
function presetApps(patterns: readonly string[], contents: WindowsContents | null): string[] {
  // An edition without any app is more likely one whose list could not be read.
  if (contents === null || contents.apps.length === 0) return [...patterns];
  return contents.apps.map(({ name }) => name).filter((name) => isMeantByPreset(name, patterns));
}

function presetFeatures(features: readonly string[], contents: WindowsContents | null): string[] {
  if (contents === null || contents.features.length === 0) return [...features];
  const on = contents.features.filter(({ enabled }) => enabled !== false).map(({ name }) => name);
  return features.filter((feature) => isAny(on, feature));
}

function withoutRepeats(names: readonly string[]): string[] {
  const seen = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...seen.values()];
}

function isAny(names: readonly string[], name: string): boolean {
  return names.some((other) => other.toLowerCase() === name.toLowerCase());
}
