import { RegistryType, encodeHive, encodeText, type HiveKey, type HiveValue } from '../../../guest';
import { BOOT_DRIVERS } from '../boot-drivers';

/** What a test wants different from the registry of a sound stick. */
export interface HiveChanges {
  /** `Select\Current`. */
  current?: number;
  sanPolicy?: number;
  portable?: number;
  /** `Start` by service; null for a service that is missing. */
  start?: Record<string, number | null>;
}

const EARLY = ['partmgr', 'volmgr', 'disk'];

/** A SYSTEM hive with what the check looks at, and a long value that it has to leave alone. */
export function testSystemHive(changes: HiveChanges = {}): Buffer {
  const { current = 1, sanPolicy = 4, portable = 1, start = {} } = changes;
  const services = BOOT_DRIVERS.flatMap(({ service }) => {
    const found = start[service] ?? (EARLY.includes(service) ? 0 : 3);
    if (start[service] === null) return [];
    const path = `System32\\drivers\\${service}.sys`;
    const isRooted = service === 'disk';
    const image = text('ImagePath', isRooted ? `\\SystemRoot\\${path}` : path);
    const below =
      service === 'partmgr' ? [key('Parameters', [dword('SanPolicy', sanPolicy)], [])] : [];
    // Services often name no file, as the drivers' usual place is meant then.
    return [
      key(service, [dword('Start', found), ...(service === 'USBSTOR' ? [] : [image])], below),
    ];
  });
  const control = key(
    'Control',
    [dword('PortableOperatingSystem', portable)],
    [
      key(
        'Other',
        [{ name: 'Blob', type: RegistryType.binary, data: Buffer.alloc(16_000, 7) }],
        [],
      ),
    ],
  );
  return encodeHive(
    key(
      'ROOT',
      [],
      [
        key('ControlSet001', [], [control, key('Services', [], services)]),
        key('Select', [dword('Current', current)], []),
      ],
    ),
  );
}

/** The other files that Windows' start is looked at by: the smallest hives, and drivers with something in them. */
export const HIVE_FILES: Record<string, Buffer> = {
  ...Object.fromEntries(
    ['SOFTWARE', 'SAM', 'SECURITY', 'DEFAULT'].map((name) => [
      `/Windows/System32/config/${name}`,
      encodeHive(key('ROOT', [], [])),
    ]),
  ),
  ...Object.fromEntries(
    BOOT_DRIVERS.map(({ service }) => [
      `/Windows/System32/drivers/${service}.sys`,
      Buffer.from('a driver'),
    ]),
  ),
};

function key(name: string, values: HiveValue[], subkeys: HiveKey[]): HiveKey {
  return { name, values, subkeys };
}

function dword(name: string, value: number): HiveValue {
  const data = Buffer.alloc(4);
  data.writeUInt32LE(value);
  return { name, type: RegistryType.dword, data };
}

function text(name: string, value: string): HiveValue {
  return { name, type: RegistryType.string, data: encodeText(value) };
}
