import { PLAN_VERSION } from './plan-version';
import { GiB } from './units';
import type { VentoyRecipe } from './ventoy-recipe';
import { defaultWindowsChoices } from './windows-choices';
import { type WindowsRecipe } from './windows-recipe';

/**
 * A recipe in which every field says something, to be copied and changed. Paths are relative to the recipe's folder.
 */
export const exampleRecipe: WindowsRecipe = {
  version: PLAN_VERSION,
  kind: 'windows-to-go',
  name: 'Loaner sticks',
  description: 'Windows 11 for a week on any computer, encrypted, with a place for files.',
  image: { path: 'Win11_English_x64.iso', sha256: null },
  edition: { index: 6 },
  layout: { scheme: 'gpt', container: 'none' },
  space: { windowsBytes: 48 * GiB, sharedBytes: 'rest', sharedLabel: 'SHARED' },
  protect: {
    kind: 'now',
    cipher: 'xts-aes-256',
    escrow: 'active-directory',
    recoveryFolder: 'recovery-keys',
    clearFreeSpace: false,
  },
  windows: {
    portable: {
      internalDisks: 'offline',
      hibernation: false,
      recovery: false,
      deviceEncryption: false,
      pageFile: { kind: 'fixed', bytes: 2 * GiB },
      compact: true,
    },
    answers: {
      account: { name: 'Loaner', administrator: false, askPassword: true },
      computerName: { pattern: 'LOANER-##', firstNumber: 1 },
      timeZone: 'W. Europe Standard Time',
      region: 'de-DE',
      keyboard: '0407:00000407',
      language: 'en-US',
      skipPages: true,
      onlineAccount: 'local',
      answerFile: 'unattend.xml',
    },
    drivers: { folder: 'drivers' },
    lean: {
      preset: 'light',
      removeApps: ['Microsoft.BingNews'],
      keepApps: ['Microsoft.WindowsCalculator'],
      disableFeatures: ['WindowsMediaPlayer'],
      enableFeatures: ['NetFx3'],
      cleanUp: true,
    },
    speed: {
      powerPlan: 'balanced',
      writeCache: false,
      scheduledDefragmentation: false,
      searchIndexing: false,
      prefetch: false,
      lastAccessTimes: false,
    },
    roaming: {
      wifi: [
        { kind: 'network', ssid: 'Office', security: 'wpa2', hidden: false },
        { kind: 'file', path: 'Wi-Fi-Guests.xml' },
      ],
      profilePath: '\\\\server\\profiles\\%USERNAME%',
      redirect: { path: '\\\\server\\home\\%USERNAME%', folders: ['documents', 'pictures'] },
      domainJoinFile: null,
    },
  },
};

/**
 * A recipe for a fresh Ventoy stick. Only `remove` and `rename` are empty: they are for sticks that keep their files. Paths
 * are relative to the recipe's folder.
 */
export const exampleVentoyRecipe: VentoyRecipe = {
  version: PLAN_VERSION,
  kind: 'ventoy',
  name: 'Rescue stick',
  description: 'Live systems, and a Windows that repairs others.',
  install: {
    way: 'erase',
    package: { path: 'ventoy-linux.tar.gz', sha256: null },
    scheme: 'gpt',
    secureBoot: true,
    reserveBytes: GiB,
    fileSystem: 'ntfs',
    label: 'IMAGES',
  },
  remove: [],
  removePersistence: true,
  rename: [],
  files: [
    { source: 'debian-live.iso', name: 'linux/debian-live.iso', sha256: null },
    { source: 'unattend.xml', name: 'answers/unattend.xml', sha256: null },
    { source: 'Win11_English_x64.iso', name: 'Win11_English_x64.iso', sha256: null },
  ],
  checksums: true,
  persistence: [{ image: 'linux/debian-live.iso', bytes: 4 * GiB }],
  windows: {
    image: { path: 'Win11_English_x64.iso', sha256: null },
    edition: { index: 6 },
    windows: {
      ...defaultWindowsChoices,
      answers: {
        ...defaultWindowsChoices.answers,
        account: { name: 'Loaner', administrator: false, askPassword: true },
      },
    },
    name: 'Windows.vhdx',
    bytes: 64 * GiB,
    vhdBoot: 'ventoy_vhdboot.img',
  },
  config: {
    control: [{ VTOY_MENU_TIMEOUT: '10' }, { VTOY_DEFAULT_IMAGE: '/linux/debian-live.iso' }],
    menu_alias: [{ image: '/linux/debian-live.iso', alias: 'Debian to try things out' }],
    auto_install: [{ image: '/Win11_English_x64.iso', template: ['/answers/unattend.xml'] }],
  },
  configReplaces: false,
};
