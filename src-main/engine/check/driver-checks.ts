import type { HiveKey } from '../../guest';
import {
  BOOT_DRIVERS,
  START_BOOT,
  START_DISABLED,
  driverPath,
  type BootDriver,
} from './boot-drivers';
import { fail, pass, warn, type Check, type Finding } from './finding';
import { onControlSet } from './hive-checks';
import { keyInForce, numberOf, textOf } from './hives';
import type { Stick } from './stick';

const NEXT =
  'Windows would stop with INACCESSIBLE_BOOT_DEVICE where that driver is needed. Make the stick from an image with all of Windows’ own drivers.';

/** The drivers that Windows needs to go on reading the stick that it is started from. */
export const driverChecks: Check[] = [
  {
    id: 'drivers.services',
    next: NEXT,
    run: (stick) => onControlSet(stick, (system) => services(system)),
  },
  {
    id: 'drivers.files',
    next: NEXT,
    run: (stick) => onControlSet(stick, (system) => files(stick, system)),
  },
];

/** A driver that is turned off is one that somebody turned off; images may do without a service until it is needed. */
function services(system: HiveKey): Finding {
  const off: BootDriver[] = [];
  const missing: BootDriver[] = [];
  for (const driver of BOOT_DRIVERS) {
    const start = startOf(system, driver.service);
    if (start === null) missing.push(driver);
    else if (start === START_DISABLED) off.push(driver);
  }
  const found = [
    ...(off.length > 0 ? [`Turned off: ${namesOf(off)}`] : []),
    ...(missing.length > 0 ? [`Without a service: ${namesOf(missing)}`] : []),
  ].join('; ');
  if (off.some(({ needed }) => needed)) return fail(found);
  return found === ''
    ? pass(`${BOOT_DRIVERS.map(({ service }) => service).join(', ')} are there`)
    : warn(found);
}

async function files({ windows }: Stick, system: HiveKey): Promise<Finding | null> {
  if (!windows?.volume.ok) return null;
  const missing: string[] = [];
  let isNeeded = false;
  let found = 0;
  for (const { service } of BOOT_DRIVERS) {
    const key = keyInForce(system, 'Services', service);
    const start = startOf(system, service);
    const path = key ? driverPath(service, textOf(key, 'ImagePath')) : null;
    if (path === null || start === START_DISABLED) continue;
    const file = await windows.volume.value.find(path);
    if (file && !file.isDirectory && file.size > 0) found += 1;
    else {
      missing.push(path);
      // The loader reads it whatever the computer is.
      isNeeded ||= start === START_BOOT;
    }
  }
  if (missing.length > 0) {
    const text = `Not there: ${missing.join(', ')}`;
    return isNeeded ? fail(text) : warn(text);
  }
  return found > 0 ? pass(`${String(found)} drivers have their files`) : null;
}

function startOf(system: HiveKey, service: string): number | null {
  const key = keyInForce(system, 'Services', service);
  return key ? numberOf(key, 'Start') : null;
}

function namesOf(drivers: readonly BootDriver[]): string {
  return drivers.map(({ service, what }) => `${service} (${what})`).join(', ');
}
