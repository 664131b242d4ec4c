import type { BcdDevice } from './device';
import { encodeStore } from './encode';
import {
  ElementId as Id,
  ObjectType,
  WellKnown,
  type BcdElement,
  type BcdObject,
  type BcdStore,
} from './store';

/** Which boot manager reads the store. */
export type BootPlatform = 'uefi' | 'bios';

/** Everything that decides the store of one Windows. GUIDs are text; the same request gives the same bytes. */
export interface BcdRequest {
  platform: BootPlatform;
  /** Holds the boot manager. */
  system: BcdDevice;
  windows: {
    /** Where the loader is looked for. */
    device: BcdDevice;
    /** Where Windows is looked for. Differs from `device` in the kind of reference only. */
    osDevice: BcdDevice;
  };
  /** BCP 47 tag such as `en-US`. */
  locale: string;
  /** Name of the Windows in the boot menu. */
  description: string;
  /** GUIDs of this store's own two objects. */
  loaderGuid: string;
  resumeGuid: string;
  /** Whether the platform's memory tester lies beside the boot manager. */
  hasMemtest: boolean;
}

/** Where a store has its place on the system partition, with `/`. */
export const STORE_PATH: Readonly<Record<BootPlatform, string>> = {
  uefi: '/EFI/Microsoft/Boot/BCD',
  bios: '/Boot/BCD',
};

/** Where a platform's memory tester lies on the system partition, with `/`, in lower case. */
export const MEMORY_TESTER: Readonly<Record<BootPlatform, string>> = {
  uefi: '/efi/microsoft/boot/memtest.efi',
  bios: '/boot/memtest.exe',
};

const PROGRAMS = {
  uefi: {
    loader: '\\Windows\\system32\\winload.efi',
    resume: '\\Windows\\system32\\winresume.efi',
    memoryTester: '\\EFI\\Microsoft\\Boot\\memtest.efi',
  },
  bios: {
    loader: '\\Windows\\system32\\winload.exe',
    resume: '\\Windows\\system32\\winresume.exe',
    memoryTester: '\\boot\\memtest.exe',
  },
} as const;

/**
 * The boot configuration of one portable Windows, without recovery (there is no recovery partition).
 * Objects and elements are those of stores that Windows wrote for the same case; `{fwbootmgr}` is
 * among those for UEFI because Windows Setup refuses such a store without it.
 */
export function buildBcd(request: BcdRequest): Buffer {
  return encodeStore(windowsStore(request));
}

function windowsStore(request: BcdRequest): BcdStore {
  return {
    objects: [
      ...(request.platform === 'uefi' ? [firmwareBootManager()] : []),
      bootManager(request),
      osLoader(request),
      resumeLoader(request),
      ...(request.hasMemtest ? [memoryTester(request)] : []),
      ...inheritedSettings(),
    ],
  };
}

function firmwareBootManager(): BcdObject {
  return object(WellKnown.firmwareBootManager, ObjectType.firmwareBootManager, [
    objects(Id.displayOrder, [WellKnown.bootManager]),
    integer(Id.timeout, 0n),
  ]);
}

function bootManager(request: BcdRequest): BcdObject {
  return object(WellKnown.bootManager, ObjectType.bootManager, [
    device(Id.device, request.system),
    // A BIOS's boot manager is where the boot sector found it.
    ...(request.platform === 'uefi'
      ? [string(Id.path, '\\EFI\\Microsoft\\Boot\\bootmgfw.efi')]
      : []),
    string(Id.description, 'Windows Boot Manager'),
    string(Id.locale, request.locale),
    objects(Id.inherit, [WellKnown.globalSettings]),
    reference(Id.defaultObject, request.loaderGuid),
    reference(Id.resumeObject, request.resumeGuid),
    objects(Id.displayOrder, [request.loaderGuid]),
    ...(request.hasMemtest ? [objects(Id.toolsDisplayOrder, [WellKnown.memoryTester])] : []),
    integer(Id.timeout, 30n),
  ]);
}

function osLoader(request: BcdRequest): BcdObject {
  const { platform, windows } = request;
  return object(request.loaderGuid, ObjectType.osLoader, [
    device(Id.device, windows.device),
    string(Id.path, PROGRAMS[platform].loader),
    string(Id.description, request.description),
    string(Id.locale, request.locale),
    objects(Id.inherit, [WellKnown.bootLoaderSettings]),
    boolean(Id.recoveryEnabled, false),
    ...isolation(platform),
    integers(Id.allowedInMemorySettings, [0x15000075n]),
    device(Id.osDevice, windows.osDevice),
    string(Id.systemRoot, '\\Windows'),
    reference(Id.associatedResume, request.resumeGuid),
    integer(Id.nx, 0n),
    integer(Id.bootMenuPolicy, 1n),
  ]);
}

function resumeLoader(request: BcdRequest): BcdObject {
  const { platform, windows } = request;
  return object(request.resumeGuid, ObjectType.resumeLoader, [
    device(Id.device, windows.device),
    string(Id.path, PROGRAMS[platform].resume),
    string(Id.description, 'Windows Resume Application'),
    string(Id.locale, request.locale),
    objects(Id.inherit, [WellKnown.resumeLoaderSettings]),
    ...isolation(platform),
    integers(Id.allowedInMemorySettings, [0x15000075n]),
    device(Id.osDevice, windows.osDevice),
    string(Id.hibernationFile, '\\hiberfil.sys'),
    integer(Id.resumeBootMenuPolicy, 1n),
    boolean(Id.debugOptionEnabled, false),
  ]);
}

/** Stores for a BIOS don't have it. */
function isolation(platform: BootPlatform): BcdElement[] {
  return platform === 'uefi' ? [boolean(Id.isolatedContext, true)] : [];
}

function memoryTester(request: BcdRequest): BcdObject {
  return object(WellKnown.memoryTester, ObjectType.memoryTester, [
    device(Id.device, request.system),
    string(Id.path, PROGRAMS[request.platform].memoryTester),
    string(Id.description, 'Windows Memory Diagnostic'),
    string(Id.locale, request.locale),
    objects(Id.inherit, [WellKnown.globalSettings]),
    boolean(Id.allowBadMemory, true),
  ]);
}

/** Settings that the other objects inherit. They are the same in every store. */
function inheritedSettings(): BcdObject[] {
  const { inheritable, osLoaderSettings, resumeLoaderSettings } = ObjectType;
  return [
    object(WellKnown.emsSettings, inheritable, [boolean(Id.emsEnabled, false)]),
    object(WellKnown.debuggerSettings, inheritable, [integer(Id.debuggerType, 4n)]),
    object(WellKnown.badMemory, inheritable, []),
    object(WellKnown.globalSettings, inheritable, [
      objects(Id.inherit, [WellKnown.debuggerSettings, WellKnown.emsSettings, WellKnown.badMemory]),
    ]),
    object(WellKnown.bootLoaderSettings, osLoaderSettings, [
      objects(Id.inherit, [WellKnown.globalSettings, WellKnown.hypervisorSettings]),
    ]),
    object(WellKnown.resumeLoaderSettings, resumeLoaderSettings, [
      objects(Id.inherit, [WellKnown.globalSettings]),
    ]),
    object(WellKnown.hypervisorSettings, osLoaderSettings, [
      integer(Id.hypervisorDebuggerType, 0n),
      integer(Id.hypervisorDebuggerPort, 1n),
      integer(Id.hypervisorBaudRate, 115_200n),
    ]),
  ];
}

function object(guid: string, type: number, elements: BcdElement[]): BcdObject {
  return { guid: guid.toLowerCase(), type, elements };
}

function device(id: number, named: BcdDevice): BcdElement {
  return { id, value: { format: 'device', device: named } };
}

function string(id: number, text: string): BcdElement {
  return { id, value: { format: 'string', text } };
}

function reference(id: number, guid: string): BcdElement {
  return { id, value: { format: 'object', guid: guid.toLowerCase() } };
}

function objects(id: number, guids: string[]): BcdElement {
  return { id, value: { format: 'objects', guids: guids.map((guid) => guid.toLowerCase()) } };
}

function integer(id: number, value: bigint): BcdElement {
  return { id, value: { format: 'integer', value } };
}

function integers(id: number, values: bigint[]): BcdElement {
  return { id, value: { format: 'integers', values } };
}

function boolean(id: number, value: boolean): BcdElement {
  return { id, value: { format: 'boolean', value } };
}
