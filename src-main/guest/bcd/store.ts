import type { BcdDevice, UnknownDevice } from './device';

/** A boot configuration store: the objects below `Objects`, in the order of their GUIDs. */
export interface BcdStore {
  objects: BcdObject[];
}

export interface BcdObject {
  /** Lower case, without braces. */
  guid: string;
  type: number;
  elements: BcdElement[];
}

/** An element's id is 0xCFNNNNNN; F, its format, decides which kind of value it has. */
export interface BcdElement {
  id: number;
  value: BcdValue;
}

export type BcdValue =
  | { format: 'device'; device: BcdDevice | UnknownDevice }
  | { format: 'string'; text: string }
  | { format: 'object'; guid: string }
  | { format: 'objects'; guids: string[] }
  | { format: 'integer'; value: bigint }
  | { format: 'boolean'; value: boolean }
  | { format: 'integers'; values: bigint[] }
  /** Not what the element's id promises. */
  | { format: 'malformed'; type: number; data: Buffer };

export const ElementId = {
  device: 0x11000001,
  path: 0x12000002,
  description: 0x12000004,
  locale: 0x12000005,
  inherit: 0x14000006,
  recoverySequence: 0x14000008,
  debuggerType: 0x15000011,
  recoveryEnabled: 0x16000009,
  allowBadMemory: 0x1600000b,
  emsEnabled: 0x16000020,
  isolatedContext: 0x16000060,
  allowedInMemorySettings: 0x17000077,
  osDevice: 0x21000001,
  /** Of an OS loader; the same id is the hibernation file of a resume loader. */
  systemRoot: 0x22000002,
  hibernationFile: 0x22000002,
  /** Of the boot manager; the same id is the resume loader of an OS loader. */
  defaultObject: 0x23000003,
  associatedResume: 0x23000003,
  resumeObject: 0x23000006,
  displayOrder: 0x24000001,
  toolsDisplayOrder: 0x24000010,
  timeout: 0x25000004,
  resumeBootMenuPolicy: 0x25000008,
  nx: 0x25000020,
  bootMenuPolicy: 0x250000c2,
  hypervisorDebuggerType: 0x250000f3,
  hypervisorDebuggerPort: 0x250000f4,
  hypervisorBaudRate: 0x250000f5,
  debugOptionEnabled: 0x26000006,
} as const;

export const ObjectType = {
  firmwareBootManager: 0x10100001,
  bootManager: 0x10100002,
  osLoader: 0x10200003,
  resumeLoader: 0x10200004,
  memoryTester: 0x10200005,
  inheritable: 0x20100000,
  osLoaderSettings: 0x20200003,
  resumeLoaderSettings: 0x20200004,
} as const;

/** Objects whose GUID is the same in every store. */
export const WellKnown = {
  bootManager: '9dea862c-5cdd-4e70-acc1-f32b344d4795',
  firmwareBootManager: 'a5a30fa2-3d06-4e9f-b5f4-a01df9d1fcba',
  memoryTester: 'b2721d73-1db4-4c62-bf78-c548a880142d',
  emsSettings: '0ce4991b-e6b3-4b16-b23c-5e0d9250e5d9',
  debuggerSettings: '4636856e-540f-4170-a130-a84776f4c654',
  badMemory: '5189b25c-5558-4bf2-bca4-289b11bd29e2',
  globalSettings: '7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e',
  bootLoaderSettings: '6efb52bf-1766-41db-a6b3-0ee5eff72bd7',
  resumeLoaderSettings: '1afa9c49-16ab-4a5c-901b-212802da9460',
  hypervisorSettings: '7ff607e0-4395-11db-b0de-0800200c9a66',
} as const;

export function findObject(store: BcdStore, guid: string): BcdObject | undefined {
  return store.objects.find((object) => object.guid === guid.toLowerCase());
}

export function valueOfElement(object: BcdObject, id: number): BcdValue | undefined {
  return object.elements.find((element) => element.id === id)?.value;
}
