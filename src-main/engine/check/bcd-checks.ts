import { posix } from 'node:path';
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
  type BcdValue,
} from '../../guest';
import {
  PLACE_NAME,
  deviceUses,
  findOn,
  isOpen,
  resolveDevice,
  type DeviceUse,
} from './bcd-devices';
import { REPAIR, fail, pass, warn, type Check, type Finding } from './finding';
import { defaultLoader, type Attempt, type FoundStore, type Stick } from './stick';

/** One of the stores of a stick. */
interface StorePlace {
  path: string;
  /** Null when there is no volume to look for it on, or the stick is made without it. */
  of: (stick: Stick) => Attempt<FoundStore> | null;
}

const forUefi: StorePlace = { path: STORE_PATH.uefi, of: ({ store }) => store };
const forBios: StorePlace = { path: STORE_PATH.bios, of: ({ biosStore }) => biosStore };

export const bcdChecks: Check[] = [
  ...beginningOf('bcd', forUefi),
  {
    id: 'bcd.firmware-manager',
    next: 'Windows starts, but its first-time setup may refuse this store. Repair the stick.',
    run: (stick) => onStore(forUefi.of(stick), hasFirmwareManager),
  },
  {
    id: 'bcd.system-store',
    next: 'Windows starts, but its first-time setup may refuse this store. Repair the stick.',
    run: (stick) =>
      onStore(forUefi.of(stick), ({ isSystemStore }) =>
        isSystemStore
          ? pass('The store is marked as the system’s own')
          : warn('The store is not marked as the system’s own'),
      ),
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
      next: REPAIR,
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
      next: REPAIR,
      run: (stick) => onStore(of(stick), soundElements),
    },
    {
      id: `${subject}.default-loader`,
      next: REPAIR,
      run: (stick) => onStore(of(stick), hasDefaultLoader),
    },
    {
      id: `${subject}.references`,
      next: REPAIR,
      run: (stick) => onStore(of(stick), referencesResolve),
    },
  ];
}

function endOf(subject: string, { path, of }: StorePlace): Check[] {
  return [
    {
      id: `${subject}.device`,
      next: 'The boot store names partitions of another drive, as after copying a stick. Repair the stick.',
      run: (stick) => onStore(of(stick), (store) => devicesResolve(stick, store)),
    },
    {
      id: `${subject}.path`,
      next: REPAIR,
      run: (stick) => onStore(of(stick), (store) => pathsExist(stick, store)),
    },
    {
      id: `${subject}.locale`,
      next: 'The stick starts; the boot manager speaks English then.',
      run: (stick) => onStore(of(stick), (store) => hasTexts(stick, store, posix.dirname(path))),
    },
    {
      id: `${subject}.recovery`,
      next: 'After failed starts Windows looks for a recovery environment, which a stick has not: make the stick again, or turn it off with reagentc /disable.',
      run: (stick) => onStore(of(stick), recoveryIsOff),
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

/** What the boot manager offers must be there; what only settings are inherited from, or a later start needs, may be missing. */
function referencesResolve(store: BcdStore): Finding {
  const dangling = store.objects.flatMap((object) =>
    object.elements.flatMap(({ id, value }) =>
      guidsIn(value)
        .filter((guid) => !findObject(store, guid))
        .map((guid) => ({
          text: `${hex(id)} of {${object.guid}} names {${guid}}`,
          offered: object.guid === WellKnown.bootManager && OFFERED.includes(id),
        })),
    ),
  );
  const total = store.objects
    .flatMap(({ elements }) => elements)
    .flatMap(({ value }) => guidsIn(value));
  if (dangling.length === 0)
    return pass(`${String(total.length)} references lead to objects of the store`);
  const found = `Not in the store: ${dangling.map(({ text }) => text).join('; ')}`;
  return dangling.some(({ offered }) => offered) ? fail(found) : warn(found);
}

/** Elements of the boot manager that name what it shows in its menu. */
const OFFERED: readonly number[] = [ElementId.displayOrder, ElementId.toolsDisplayOrder];

function guidsIn(value: BcdValue): string[] {
  if (value.format === 'object') return [value.guid];
  return value.format === 'objects' ? value.guids : [];
}

/** Null for a store that names no language. */
async function hasTexts({ efi }: Stick, store: BcdStore, folder: string): Promise<Finding | null> {
  const manager = findObject(store, WellKnown.bootManager);
  const locale = manager && valueOfElement(manager, ElementId.locale);
  if (!efi?.volume.ok || locale?.format !== 'string') return null;
  const { text: language } = locale;
  const path = `${folder}/${language}`;
  const isName = /^[A-Za-z0-9-]+$/.test(language);
  const there = isName ? await efi.volume.value.find(path) : null;
  const files = there?.isDirectory ? await efi.volume.value.list(path) : [];
  return files.some(({ name, size }) => size > 0 && /\.mui$/i.test(name))
    ? pass(`There are texts of the boot manager in ${language}`)
    : warn(`The store asks for the language ${language}, of which there are no texts in ${folder}`);
}

function recoveryIsOff(store: BcdStore): Finding | null {
  const loader = defaultLoader(store);
  if (!loader) return null;
  const enabled = valueOfElement(loader, ElementId.recoveryEnabled);
  const sequence = valueOfElement(loader, ElementId.recoverySequence);
  const isOn = enabled?.format === 'boolean' ? enabled.value : sequence !== undefined;
  return isOn
    ? warn('After failed starts Windows is to start its recovery environment')
    : pass('Windows is not to look for a recovery environment');
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

function onStore<T>(store: Attempt<FoundStore> | null, look: (store: FoundStore) => T): T | null {
  return store?.ok ? look(store.value) : null;
}

function hex(id: number): string {
  return id.toString(16).padStart(8, '0');
}
