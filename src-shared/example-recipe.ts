import { PLAN_VERSION } from './plan-version';
import { type WindowsRecipe } from './windows-recipe';
import { GiB } from './units';

/**
 * A recipe in which every field says something, to be copied and changed. Paths are relative to the recipe's folder.
 */
export const exampleRecipe: WindowsRecipe = {
  version: PLAN_VERSION,
  kind: 'windows-to-go',
  image: { path: 'Win11_English_x64.iso', sha256: null },
  edition: { index: 6 },
  layout: { scheme: 'gpt', container: 'none' },
  space: { windowsBytes: 48 * GiB, sharedBytes: 'rest', sharedLabel: 'SHARED' },
  protect: { kind: 'none' },
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
