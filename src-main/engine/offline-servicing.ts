import { resolveLean } from '../../src-shared/lean-presets';
import type { WindowsPlan } from '../../src-shared/plan';
import { FIRST_START_DRIVERS } from '../guest';
import type { OfflineServicing, Serviced } from '../host';
import type { GuestContent } from './guest-content';
import type { JobLog } from './job-log';

/**
 * What of the first start's work can be done before, to a Windows that isn't running; null for nothing. What is to be switched
 * on needs files from Windows Update, and a capability's name is known in a running Windows only: both wait.
 */
export function offlineServicing(
  { windows: { lean } }: WindowsPlan,
  { drivers }: Pick<GuestContent, 'drivers'>,
): OfflineServicing | null {
  const { apps, keepApps, disableFeatures } = resolveLean(lean, null);
  const { cleanUp } = lean;
  const lists = apps.length + disableFeatures.length;
  if (drivers === null && lists === 0 && !cleanUp) return null;
  return {
    drivers: drivers === null ? null : FIRST_START_DRIVERS,
    ...{ apps, keepApps, disableFeatures, cleanUp },
  };
}

/** Says what was done, and what the first start is left with. */
export function logServiced(log: Pick<JobLog, 'info' | 'warn'>): (serviced: Serviced) => void {
  return ({ title, refusal }) => {
    if (refusal === null) log.info(`Done before the first start: ${title}`);
    else log.warn(`Left to the first start, because DISM refused it: ${title}. ${refusal}`);
  };
}
