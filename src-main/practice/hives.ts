import { RegistryType, encodeHive, encodeText, type HiveKey, type HiveValue } from '../guest';
import type { PracticeEdition } from './editions';
import { BUILD, DISPLAY_VERSION, SERVICE_BUILD } from './editions';
import { NOTICE } from './notice';
import { practiceApps, practiceFeatures } from './windows-contents';

/** REG_EXPAND_SZ: text with environment variables in it. */
const EXPANDABLE_STRING = 2;

/** Drivers between the processor and a disk: the services that Windows has for them, each with a file of that name. */
export const DRIVERS = [
  ...['partmgr', 'volmgr', 'disk', 'storahci'],
  ...['USBXHCI', 'USBHUB3', 'USBSTOR', 'UASPStor', 'usbehci', 'usbhub'],
];

/** The SYSTEM hive: one control set, in use, with values that an edit must leave alone. */
export function systemHive(): Buffer {
  return encodeHive(
    key(
      'ROOT',
      [text('Notice', NOTICE)],
      [
        key('Select', [
          dword('Current', 1),
          dword('Default', 1),
          dword('Failed', 0),
          dword('LastKnownGood', 1),
        ]),
        key(
          'ControlSet001',
          [],
          [
            key(
              'Control',
              [dword('BootDriverFlags', 0)],
              [
                key('ComputerName', [], [key('ComputerName', [text('ComputerName', 'PRACTICE')])]),
                sessionManager(),
                key('FileSystem', [
                  dword('LongPathsEnabled', 0),
                  dword('NtfsDisableLastAccessUpdate', 0x80000002),
                ]),
                key('Power', [
                  dword('HibernateEnabledDefault', 1),
                  dword('PlatformAoAcOverride', 0),
                ]),
              ],
            ),
            key(
              'Services',
              [],
              [
                driver('partmgr', [
                  key('Parameters', [
                    dword('SanPolicy', 1),
                    text('PracticeText', 'Übung 练习'),
                    binary('PracticeBytes', Buffer.from('000102fffe', 'hex')),
                  ]),
                ]),
                ...DRIVERS.filter((name) => name !== 'partmgr').map((name) => driver(name, [])),
                service('SysMain'),
                service('WSearch'),
              ],
            ),
          ],
        ),
        key('MountedDevices', []),
        key('Setup', [dword('SystemSetupInProgress', 0), text('CmdLine', '')]),
      ],
    ),
  );
}

/** The SOFTWARE hive: what names the edition. */
export function softwareHive(edition: PracticeEdition): Buffer {
  return encodeHive(
    key(
      'ROOT',
      [text('Notice', NOTICE)],
      [
        key(
          'Microsoft',
          [],
          [
            key('Windows', [], [key('CurrentVersion', [], [appStore(), servicing()])]),
            key(
              'Windows NT',
              [],
              [
                key('CurrentVersion', [
                  text('ProductName', edition.name),
                  text('EditionID', edition.editionId),
                  text('CurrentBuild', String(BUILD)),
                  text('CurrentBuildNumber', String(BUILD)),
                  dword('UBR', SERVICE_BUILD),
                  text('DisplayVersion', DISPLAY_VERSION),
                ]),
              ],
            ),
          ],
        ),
        key('Policies', []),
      ],
    ),
  );
}

/** Where Windows keeps the packages that every new account gets. */
function appStore(): HiveKey {
  const path = '%ProgramFiles%\\WindowsApps\\practice\\AppxBundleManifest.xml';
  const value = { name: 'Path', type: EXPANDABLE_STRING, data: encodeText(path) };
  const apps = practiceApps.map((name) => key(name, [value]));
  const system = key('Practice.SystemPart_1.0.0.0_neutral_neutral_8wekyb3d8bbwe', [value]);
  return key(
    'Appx',
    [],
    [
      key(
        'AppxAllUserStore',
        [],
        [key('Applications', [], apps), key('InboxApplications', [], [system])],
      ),
    ],
  );
}

function servicing(): HiveKey {
  const features = practiceFeatures.map(({ name, enabled }) =>
    key(name, [dword('Selection', enabled ? 1 : 0)]),
  );
  return key(
    'Component Based Servicing',
    [],
    [key('Notifications', [], [key('OptionalFeatures', [], features)])],
  );
}

/** The profile that new users start from: where their folders lie, by the names that Windows has for them. */
export function defaultUserHive(): Buffer {
  const folders = [
    ['Desktop', 'Desktop'],
    ['Personal', 'Documents'],
    ['{374DE290-123F-4565-9164-39C4925E467B}', 'Downloads'],
    ['My Music', 'Music'],
    ['My Pictures', 'Pictures'],
    ['My Video', 'Videos'],
  ] as const;
  const shellFolders = key(
    'User Shell Folders',
    folders.map(([name, folder]) => expandable(name, `%USERPROFILE%\\${folder}`)),
  );
  const path = ['Software', 'Microsoft', 'Windows', 'CurrentVersion', 'Explorer'];
  const software = path.reduceRight((inner, name) => key(name, [], [inner]), shellFolders);
  return encodeHive(key('ROOT', [text('Notice', NOTICE)], [software]));
}

/** A hive with nothing but the notice, for the places where Windows keeps one more. */
export function emptyHive(): Buffer {
  return encodeHive(key('ROOT', [text('Notice', NOTICE)]));
}

function sessionManager(): HiveKey {
  // Texts end with a zero each, and so does the list.
  const pagingFiles = encodeText('?:\\pagefile.sys\0');
  return key(
    'Session Manager',
    [dword('ProtectionMode', 1)],
    [
      key(
        'Memory Management',
        [
          dword('ClearPageFileAtShutdown', 0),
          { name: 'PagingFiles', type: RegistryType.multiString, data: pagingFiles },
        ],
        [key('PrefetchParameters', [dword('EnablePrefetcher', 3), dword('EnableSuperfetch', 3)])],
      ),
      key('Power', [dword('HiberbootEnabled', 1)]),
    ],
  );
}

/** A service in a process of its own that starts with Windows. */
function service(name: string): HiveKey {
  return key(name, [
    dword('ErrorControl', 1),
    dword('Start', 2),
    dword('Type', 0x10),
    expandable('ImagePath', `%systemroot%\\system32\\${name}.exe`),
  ]);
}

function driver(name: string, subkeys: HiveKey[]): HiveKey {
  return key(
    name,
    [
      dword('ErrorControl', 3),
      dword('Start', 0),
      dword('Type', 1),
      expandable('ImagePath', `\\SystemRoot\\System32\\drivers\\${name}.sys`),
    ],
    subkeys,
  );
}

function key(name: string, values: HiveValue[], subkeys: HiveKey[] = []): HiveKey {
  return { name, values, subkeys };
}

function text(name: string, value: string): HiveValue {
  return { name, type: RegistryType.string, data: encodeText(value) };
}

function expandable(name: string, value: string): HiveValue {
  return { name, type: EXPANDABLE_STRING, data: encodeText(value) };
}

function binary(name: string, data: Buffer): HiveValue {
  return { name, type: RegistryType.binary, data };
}

function dword(name: string, value: number): HiveValue {
  const data = Buffer.alloc(4);
  data.writeUInt32LE(value);
  return { name, type: RegistryType.dword, data };
}
