import {
  ElementId,
  ObjectType,
  STORE_PATH,
  WellKnown,
  describeDevice,
  findObject,
  valueOfElement,
  type BcdObject,
  type BcdStore,
} from '../../guest';
import {
  PLACE_NAME,
  deviceUses,
  findOn,
  isOpen,
  resolveDevice,
  type DeviceUse,
} from './bcd-devices';
import { AGAIN, fail, pass, warn, type Check, type Finding } from './finding';
import { defaultLoader, type Attempt, type Stick } from './stick';

/** One of the stores of a stick. */
interface StorePlace {
  path: string;
  /** Null when there is no volume to look for it on, or the stick is made without it. */
  of: (stick: Stick) => Attempt<BcdStore> | null;
}

const forUefi: StorePlace = { path: STORE_PATH.uefi, of: ({ store }) => store };
const forBios: StorePlace = { path: STORE_PATH.bios, of: ({ biosStore }) => biosStore };

export const bcdChecks: Check[] = [
  ...beginningOf('bcd', forUefi),
  {
    id: 'bcd.firmware-manager',
    next: 'Windows starts, but its first-time setup may refuse this store. Make the stick again.',
    run: (stick) => onStore(forUefi.of(stick), hasFirmwareManager),
  },
  ...endOf('bcd', forUefi),
];

/** The same of the store that a BIOS's boot manager reads. */
export const biosBcdChecks: Check[] = [
  ...beginningOf('bios-bcd', forBios),
  ...endOf('bios-bcd', forBios),
];

function beginningOf(subject: string, { path, of }: StorePlace): Check[] {
  return [
    {
      id: `${subject}.store`,
      next: AGAIN,
      run(stick) {
        const store = of(stick);
        if (!store) return null;
        return store.ok
          ? pass(`${path} is a boot store with ${String(store.value.objects.length)} objects`)
          : fail(`${path} is no boot store: ${store.problem}`);
      },
    },
    {
      id: `${subject}.elements`,
      next: AGAIN,
      run: (stick) => onStore(of(stick), soundElements),
    },
    {
      id: `${subject}.default-loader`,
      next: AGAIN,
      run: (stick) => onStore(of(stick), hasDefaultLoader),
    },
  ];
}

function endOf(subject: string, { of }: StorePlace): Check[] {
  return [
    {
      id: `${subject}.device`,
      next: 'The boot store names partitions of another drive. Make the stick again instead of copying one.',
      run: (stick) => onStore(of(stick), (store) => devicesResolve(stick, store)),
    },
    {
      id: `${subject}.path`,
      next: AGAIN,
      run: (stick) => onStore(of(stick), (store) => pathsExist(stick, store)),
    },
  ];
}

function soundElements({ objects }: BcdStore): Finding {
  const broken = objects.flatMap(({ guid, elements }) =>
    elements
      .filter(({ value }) => value.format === 'malformed')
      .map(({ id }) => `${hex(id)} of {${guid}}`),
  );
  return broken.length === 0
    ? pass('Every element has a value of its kind')
    : fail(`Elements with an impossible value: ${broken.join(', ')}`);
}

function hasDefaultLoader(store: BcdStore): Finding {
  if (!findObject(store, WellKnown.bootManager)) return fail('There is no boot manager object');
  const loader = defaultLoader(store);
  if (!loader) return fail('The boot manager names no loader that exists');
  if (loader.type !== ObjectType.osLoader) {
    return fail(`The default entry {${loader.guid}} does not load an operating system`);
  }
  const name = valueOfElement(loader, ElementId.description);
  return pass(`The boot manager starts ${name?.format === 'string' ? name.text : loader.guid}`);
}

function hasFirmwareManager(store: BcdStore): Finding {
  const manager = findObject(store, WellKnown.firmwareBootManager);
  const order = manager && valueOfElement(manager, ElementId.displayOrder);
  return order?.format === 'objects' && order.guids.includes(WellKnown.bootManager)
    ? pass('The store describes the firmware’s boot entries')
    : warn('The store does not describe the firmware’s boot entries');
}

async function devicesResolve(stick: Stick, store: BcdStore): Promise<Finding> {
  const uses = deviceUses(store);
  const broken: string[] = [];
  for (const use of uses) {
    const resolved = await resolveDevice(stick, use);
    if ('problem' in resolved) {
      const element = `${hex(use.id)} of {${use.object.guid}}`;
      broken.push(`${element} is ${describeDevice(use.device)}, ${resolved.problem}`);
    }
  }
  if (broken.length > 0) return fail(broken.join('; '));
  return uses.length > 0
    ? pass(`${String(uses.length)} devices name partitions of this stick`)
    : fail('The store names no partition');
}

async function pathsExist(stick: Stick, store: BcdStore): Promise<Finding | null> {
  const missing: string[] = [];
  let found = 0;
  for (const { use, path, kind } of pathUses(store)) {
    const resolved = await resolveDevice(stick, use);
    // A device that leads nowhere and a volume that can't be opened are findings of other checks.
    if ('problem' in resolved || !isOpen(stick, resolved.on)) continue;
    const entry = await findOn(stick, resolved.on, path);
    if (entry?.isDirectory === (kind === 'folder')) found += 1;
    else missing.push(`${path} on the ${PLACE_NAME[resolved.on]}`);
  }
  if (missing.length > 0) return fail(`Not there: ${missing.join(', ')}`);
  return found > 0 ? pass(`${String(found)} paths lead to what they name`) : null;
}

interface PathUse {
  use: DeviceUse;
  path: string;
  kind: 'file' | 'folder';
}

/**
 * The paths that must exist: each object's program, and the folder of each Windows. The hibernation
 * file of a resume loader is made by Windows when it needs one.
 */
function pathUses({ objects }: BcdStore): PathUse[] {
  return objects.flatMap((object) => [
    ...pathUse(object, ElementId.device, ElementId.path, 'file'),
    ...(object.type === ObjectType.osLoader
      ? pathUse(object, ElementId.osDevice, ElementId.systemRoot, 'folder')
      : []),
  ]);
}

function pathUse(
  object: BcdObject,
  deviceId: number,
  pathId: number,
  kind: PathUse['kind'],
): PathUse[] {
  const device = valueOfElement(object, deviceId);
  const path = valueOfElement(object, pathId);
  if (device?.format !== 'device' || path?.format !== 'string') return [];
  return [{ use: { object, id: deviceId, device: device.device }, path: path.text, kind }];
}

function onStore<T>(store: Attempt<BcdStore> | null, look: (store: BcdStore) => T): T | null {
  return store?.ok ? look(store.value) : null;
}

function hex(id: number): string {
  return id.toString(16).padStart(8, '0');
}
