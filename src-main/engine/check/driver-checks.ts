import { listed, sentence, type SentenceList } from '../../../src-shared/findings';
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

/** The drivers that Windows needs to go on reading the stick that it is started from. */
export const driverChecks: Check[] = [
  {
    id: 'drivers.services',
    next: 'next.drivers',
    run: (stick) => onControlSet(stick, (system) => services(system)),
  },
  {
    id: 'drivers.files',
    next: 'next.drivers',
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
    ...(off.length > 0 ? [sentence('drivers.services.off', { drivers: namesOf(off) })] : []),
    ...(missing.length > 0
      ? [sentence('drivers.services.missing', { drivers: namesOf(missing) })]
      : []),
  ];
  if (found.length === 0) {
    const services = BOOT_DRIVERS.map(({ service }) => service).join(', ');
    return pass('drivers.services.right', { services });
  }
  const status = off.some(({ needed }) => needed) ? 'fail' : 'warn';
  return { status, evidence: listed('semicolon', found) };
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
    const judge = isNeeded ? fail : warn;
    return judge('file.several-missing', { paths: missing.join(', ') });
  }
  return found > 0 ? pass('drivers.files.right', { count: found }) : null;
}

function startOf(system: HiveKey, service: string): number | null {
  const key = keyInForce(system, 'Services', service);
  return key ? numberOf(key, 'Start') : null;
}

function namesOf(drivers: readonly BootDriver[]): SentenceList {
  return listed(
    'comma',
    drivers.map(({ service }) =>
      sentence('driver.named', { service, what: sentence(`driver.for-${service}`) }),
    ),
  );
}
