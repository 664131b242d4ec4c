import type { SpeedChoices } from '../../../src-shared/windows-choices';
import type { RegistryEdit } from '../edits';
import { dword } from './values';

const CONTROL = 'CurrentControlSet\\Control';
const PREFETCH = `${CONTROL}\\Session Manager\\Memory Management\\PrefetchParameters`;
/** `Start` of a service that is never started (Microsoft, Changes a service's configuration: SERVICE_DISABLED). */
const DISABLED = 4;
/** From this build on `NtfsDisableLastAccessUpdate` says who decides, too (Windows 10 version 1803). */
const LAST_ACCESS_WITH_OWNER = 17134;

/** What spares a slow stick reading and writing that nobody asked for. `build` is null when it isn't known. */
export function speedEdits(choices: SpeedChoices, build: number | null): RegistryEdit[] {
  return [
    ...(choices.searchIndexing ? [] : [serviceOff('WSearch')]),
    ...(choices.prefetch ? [] : prefetchOff),
    lastAccess(choices.lastAccessTimes, build),
  ];
}

/** SysMain reads ahead, the two values stop the prefetcher in the kernel (Microsoft, EnablePrefetcher). */
const prefetchOff = [
  serviceOff('SysMain'),
  dword('SYSTEM', PREFETCH, 'EnablePrefetcher', 0),
  dword('SYSTEM', PREFETCH, 'EnableSuperfetch', 0),
];

function serviceOff(name: string): RegistryEdit {
  return dword('SYSTEM', `CurrentControlSet\\Services\\${name}`, 'Start', DISABLED);
}

/**
 * The lowest bit turns the times off. In newer builds the highest bit says that the second one counts, and that
 * one leaves the decision to Windows, which keeps them on volumes up to 128 GiB (Microsoft, fsutil behavior,
 * disablelastaccess). Either way the person has decided.
 */
function lastAccess(kept: boolean, build: number | null): RegistryEdit {
  const decidedByUser = build !== null && build < LAST_ACCESS_WITH_OWNER ? 0 : 0x80000000;
  const value = decidedByUser + (kept ? 0 : 1);
  return dword('SYSTEM', `${CONTROL}\\FileSystem`, 'NtfsDisableLastAccessUpdate', value);
}
