import { posix } from 'node:path';
import { listed, sentence, type Sentence } from '../../../src-shared/findings';
import {
  ElementId,
  ObjectType,
  STORE_PATH,
  WellKnown,
  findObject,
  valueOfElement,
  type BcdObject,
  type BcdStore,
  type BcdValue,
} from '../../guest';
import {
  braced,
  describeDevice,
  deviceUses,
  eightDigits,
  findOn,
  isOpen,
  resolveDevice,
  type DeviceUse,
} from './bcd-devices';
import { fail, pass, warn, type Check, type Finding } from './finding';
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
    next: 'next.bcd.setup',
    run: (stick) => onStore(forUefi.of(stick), hasFirmwareManager),
  },
  {
    id: 'bcd.system-store',
    next: 'next.bcd.setup',
    run: (stick) =>
      onStore(forUefi.of(stick), ({ isSystemStore }) =>
        isSystemStore ? pass('bcd.system-store.marked') : warn('bcd.system-store.not-marked'),
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
      next: 'next.repair',
      run(stick) {
        const store = of(stick);
        if (!store) return null;
        return store.ok
          ? pass('bcd.store.there', { path, count: store.value.objects.length })
          : fail('bcd.store.missing', { path, problem: store.problem });
      },
    },
    {
      id: `${subject}.elements`,
      next: 'next.repair',
      run: (stick) => onStore(of(stick), soundElements),
    },
    {
      id: `${subject}.default-loader`,
      next: 'next.repair',
      run: (stick) => onStore(of(stick), hasDefaultLoader),
    },
    {
      id: `${subject}.references`,
      next: 'next.repair',
      run: (stick) => onStore(of(stick), referencesResolve),
    },
  ];
}

function endOf(subject: string, { path, of }: StorePlace): Check[] {
  return [
    {
      id: `${subject}.device`,
      next: 'next.bcd.device',
      run: (stick) => onStore(of(stick), (store) => devicesResolve(stick, store)),
    },
    {
      id: `${subject}.path`,
      next: 'next.repair',
      run: (stick) => onStore(of(stick), (store) => pathsExist(stick, store)),
    },
    {
      id: `${subject}.locale`,
      next: 'next.bcd.locale',
      run: (stick) => onStore(of(stick), (store) => hasTexts(stick, store, posix.dirname(path))),
    },
    {
      id: `${subject}.recovery`,
      next: 'next.bcd.recovery',
      run: (stick) => onStore(of(stick), recoveryIsOff),
    },
  ];
}

function soundElements({ objects }: BcdStore): Finding {
  const broken = objects.flatMap(({ guid, elements }) =>
    elements
      .filter(({ value }) => value.format === 'malformed')
      .map(({ id }) => elementOf(guid, id)),
  );
  return broken.length === 0
    ? pass('bcd.elements.sound')
    : fail('bcd.elements.broken', { elements: listed('comma', broken) });
}

function hasDefaultLoader(store: BcdStore): Finding {
  if (!findObject(store, WellKnown.bootManager)) return fail('bcd.default-loader.no-manager');
  const loader = defaultLoader(store);
  if (!loader) return fail('bcd.default-loader.none');
  if (loader.type !== ObjectType.osLoader) {
    return fail('bcd.default-loader.no-system', { object: braced(loader.guid) });
  }
  const description = valueOfElement(loader, ElementId.description);
  const name = description?.format === 'string' ? description.text : loader.guid;
  return pass('bcd.default-loader.right', { name });
}

/** What the boot manager offers must be there; what only settings are inherited from, or a later start needs, may be missing. */
function referencesResolve(store: BcdStore): Finding {
  const dangling = store.objects.flatMap((object) =>
    object.elements.flatMap(({ id, value }) =>
      guidsIn(value)
        .filter((guid) => !findObject(store, guid))
        .map((guid) => ({
          words: sentence('bcd.references.one-missing', {
            ...{ element: elementOf(object.guid, id), object: braced(guid) },
          }),
          offered: object.guid === WellKnown.bootManager && OFFERED.includes(id),
        })),
    ),
  );
  const total = store.objects
    .flatMap(({ elements }) => elements)
    .flatMap(({ value }) => guidsIn(value));
  if (dangling.length === 0) return pass('bcd.references.right', { count: total.length });
  const judge = dangling.some(({ offered }) => offered) ? fail : warn;
  const references = dangling.map(({ words }) => words);
  return judge('bcd.references.missing', { references: listed('semicolon', references) });
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
    ? pass('bcd.locale.there', { language })
    : warn('bcd.locale.missing', { language, folder });
}

function recoveryIsOff(store: BcdStore): Finding | null {
  const loader = defaultLoader(store);
  if (!loader) return null;
  const enabled = valueOfElement(loader, ElementId.recoveryEnabled);
  const sequence = valueOfElement(loader, ElementId.recoverySequence);
  const isOn = enabled?.format === 'boolean' ? enabled.value : sequence !== undefined;
  return isOn ? warn('bcd.recovery.on') : pass('bcd.recovery.off');
}

function hasFirmwareManager(store: BcdStore): Finding {
  const manager = findObject(store, WellKnown.firmwareBootManager);
  const order = manager && valueOfElement(manager, ElementId.displayOrder);
  return order?.format === 'objects' && order.guids.includes(WellKnown.bootManager)
    ? pass('bcd.firmware-manager.there')
    : warn('bcd.firmware-manager.missing');
}

async function devicesResolve(stick: Stick, store: BcdStore): Promise<Finding> {
  const uses = deviceUses(store);
  const broken: Sentence[] = [];
  for (const use of uses) {
    const resolved = await resolveDevice(stick, use);
    if ('problem' in resolved) {
      const element = elementOf(use.object.guid, use.id);
      const device = describeDevice(use.device);
      broken.push(sentence('bcd.device.wrong', { element, device, problem: resolved.problem }));
    }
  }
  if (broken.length > 0) return { status: 'fail', evidence: listed('semicolon', broken) };
  return uses.length > 0
    ? pass('bcd.device.right', { count: uses.length })
    : fail('bcd.device.none');
}

async function pathsExist(stick: Stick, store: BcdStore): Promise<Finding | null> {
  const missing: Sentence[] = [];
  let found = 0;
  for (const { use, path, kind } of pathUses(store)) {
    const resolved = await resolveDevice(stick, use);
    // A device that leads nowhere and a volume that can't be opened are findings of other checks.
    if ('problem' in resolved || !isOpen(stick, resolved.on)) continue;
    const entry = await findOn(stick, resolved.on, path);
    if (entry?.isDirectory === (kind === 'folder')) found += 1;
    else missing.push(sentence(`bcd.path.missing-on-${resolved.on}`, { path }));
  }
  if (missing.length > 0) return fail('file.several-missing', { paths: listed('comma', missing) });
  return found > 0 ? pass('bcd.path.right', { count: found }) : null;
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

function elementOf(guid: string, id: number): Sentence {
  return sentence('bcd.element', { element: eightDigits(id), object: braced(guid) });
}
