import { win32 } from 'node:path';
import { matchesAppPattern } from '../../../../src-shared/lean-presets';
import type { OfflineServicing, WindowsVolumeRequest } from '../../index';
import type { Operation } from '../operation';
import {
  addDrivers,
  cleanUpComponents,
  disableFeature,
  getFeatures,
  getProvisionedApps,
  removeProvisionedApp,
  type DismFolders,
} from './dism';
import { readFeatures, readProvisionedApps } from './dism-output';

/** Servicing of an unpacked Windows. DISM may refuse it: then its first start does it. */
export interface ServiceStep {
  kind: 'service';
  operation: Operation;
  /** What its output lists; null for one that changes something. */
  lists: 'apps' | 'features' | null;
}

/** What an unpacked Windows has of what can be taken out. */
export interface InstalledParts {
  apps: readonly { name: string; packageName: string }[];
  /** Names of the features that are switched on. */
  features: readonly string[];
}

/** What nothing is known of: nothing is taken out. */
export const nothingInstalled: InstalledParts = { apps: [], features: [] };

interface ServicingPlaces extends DismFolders {
  mountFolder: string;
}

/** Asks the unpacked Windows for what `servicingSteps` has to know. */
export function listingSteps(
  { servicing }: WindowsVolumeRequest,
  places: ServicingPlaces,
): ServiceStep[] {
  if (!servicing) return [];
  const { mountFolder } = places;
  return [
    ...(servicing.apps.length > 0 ? [step(getProvisionedApps(mountFolder, places), 'apps')] : []),
    ...(servicing.disableFeatures.length > 0
      ? [step(getFeatures(mountFolder, places), 'features')]
      : []),
  ];
}

/** What is known with the output of a step that lists something, besides what was before. */
export function withListed(
  known: InstalledParts,
  lists: 'apps' | 'features',
  stdout: string,
): InstalledParts {
  if (lists === 'apps') return { ...known, apps: readProvisionedApps(stdout) };
  const features = readFeatures(stdout).flatMap(({ name, state }) =>
    isSwitchedOn(state) === true ? [name] : [],
  );
  return { ...known, features };
}

/**
 * Of a feature's state as DISM words it: `Enabled`, `Enable Pending`, `Disabled`, `Disable Pending`, `Disabled with Payload
 * Removed`; null for any other.
 */
export function isSwitchedOn(state: string): boolean | null {
  if (/^enable/i.test(state)) return true;
  return /^disable/i.test(state) ? false : null;
}

/**
 * What DISM does in the unpacked Windows. `installed`: what there is; null for showing beforehand, as if all that is asked for
 * were there. The component store of a drive is left to the first start, where nobody waits for the hour that it may take.
 */
export function servicingSteps(
  { servicing, place }: WindowsVolumeRequest,
  places: ServicingPlaces,
  installed: InstalledParts | null,
): ServiceStep[] {
  if (!servicing) return [];
  const { mountFolder: windows } = places;
  const { drivers } = servicing;
  const operations = [
    ...(drivers === null
      ? []
      : [addDrivers(windows, win32.join(windows, ...drivers.split('/')), places)]),
    ...packagesOf(servicing, installed).map((name) => removeProvisionedApp(windows, name, places)),
    ...featuresOf(servicing, installed).map((name) => disableFeature(windows, name, places)),
    ...(servicing.cleanUp && place === 'new-file' ? [cleanUpComponents(windows, places)] : []),
  ];
  return operations.map((operation) => step(operation, null));
}

/** Full names of packages. That of one that isn't known yet ends with `…` after the first `_`. */
function packagesOf(
  { apps, keepApps }: OfflineServicing,
  installed: InstalledParts | null,
): string[] {
  const isIn = (name: string, patterns: readonly string[]): boolean =>
    patterns.some((pattern) => matchesAppPattern(name, pattern));
  if (installed === null) {
    return apps.filter((name) => !isIn(name, keepApps)).map((name) => `${name}_…`);
  }
  return installed.apps.flatMap(({ name, packageName }) =>
    isIn(name, apps) && !isIn(name, keepApps) ? [packageName] : [],
  );
}

function featuresOf(
  { disableFeatures }: OfflineServicing,
  installed: InstalledParts | null,
): string[] {
  if (installed === null) return [...disableFeatures];
  const wanted = new Set(disableFeatures.map((name) => name.toLowerCase()));
  return installed.features.filter((name) => wanted.has(name.toLowerCase()));
}

function step(operation: Operation, lists: ServiceStep['lists']): ServiceStep {
  return { kind: 'service', operation, lists };
}
