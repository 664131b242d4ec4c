import { isMeantByPreset, leanPreset } from '../../src-shared/lean-presets';
import type { LeanChoices, LeanPreset } from '../../src-shared/windows-choices';
import type { WindowsContents } from '../../src-shared/windows-contents';

type Feature = WindowsContents['features'][number];

/** Tells the lists of one edition from those of others. */
export function contentsKey(path: string, index: number): string {
  return JSON.stringify([path, index]);
}

/** What a preset does by itself: which apps it leaves out, which features it switches off. */
export interface PresetRules {
  removesApp(name: string): boolean;
  disablesFeature(name: string): boolean;
}

export function presetRules(preset: LeanPreset): PresetRules {
  const { apps, disableFeatures } = leanPreset(preset);
  return {
    removesApp: (name) => isMeantByPreset(name, apps),
    disablesFeature: (name) =>
      disableFeatures.some((feature) => feature.toLowerCase() === name.toLowerCase()),
  };
}

export function appStays(lean: LeanChoices, name: string, rules: PresetRules): boolean {
  if (lean.removeApps.includes(name)) return false;
  return lean.keepApps.includes(name) || !rules.removesApp(name);
}

/** The lists with one app staying or going; they hold only what differs from the preset. */
export function withApp(
  lean: LeanChoices,
  name: string,
  stays: boolean,
  rules: PresetRules,
): Pick<LeanChoices, 'removeApps' | 'keepApps'> {
  const removed = rules.removesApp(name);
  return {
    removeApps: listWith(lean.removeApps, name, !stays && !removed),
    keepApps: listWith(lean.keepApps, name, stays && removed),
  };
}

export function featureOn(lean: LeanChoices, feature: Feature, rules: PresetRules): boolean {
  if (lean.disableFeatures.includes(feature.name)) return false;
  if (lean.enableFeatures.includes(feature.name)) return true;
  return feature.enabled !== false && !rules.disablesFeature(feature.name);
}

export function withFeature(
  lean: LeanChoices,
  feature: Feature,
  on: boolean,
  rules: PresetRules,
): Pick<LeanChoices, 'disableFeatures' | 'enableFeatures'> {
  const usual = feature.enabled !== false && !rules.disablesFeature(feature.name);
  return {
    disableFeatures: listWith(lean.disableFeatures, feature.name, !on && usual),
    enableFeatures: listWith(lean.enableFeatures, feature.name, on && !usual),
  };
}

/** Whether something is found by what was typed: in its name or in what it is called. */
export function isFound(
  { name, displayName }: { name: string; displayName: string | null },
  search: string,
): boolean {
  const words = search.trim().toLocaleLowerCase().split(/\s+/);
  const text = `${displayName ?? ''} ${name}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

function listWith(list: readonly string[], name: string, wanted: boolean): string[] {
  const others = list.filter((other) => other !== name);
  return wanted ? [...others, name] : others;
}
