import { leanPreset } from '../../../src-shared/lean-presets';
import type { LeanPreset } from '../../../src-shared/windows-choices';
import type { RegistryEdit } from '../edits';
import { dword } from './values';

/** What a preset sets in the registry. Policies hold for everyone; the rest for accounts that are yet to be made. */
export function leanPolicyEdits(preset: LeanPreset): RegistryEdit[] {
  return leanPreset(preset).policies.map(({ hive, key, name, value }) =>
    dword(hive, key, name, value),
  );
}
