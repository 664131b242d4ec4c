import { BUILD } from './editions';
import { NOTICE } from './notice';

/*
 * Apps and features that the practice Windows says it has. The apps have the names of real ones, so that choices
 * made with a practice image mean the same with Windows; there is nothing behind them.
 */

const PUBLISHER = '8wekyb3d8bbwe';

/** Full names of packages, as Windows keeps them. */
export const practiceApps: readonly string[] = [
  'Clipchamp.Clipchamp_2.2.8.0_neutral_~_yxz26nhyzhsrt',
  ...[
    'Microsoft.BingNews_4.1.24002.0',
    'Microsoft.BingWeather_4.53.33420.0',
    'Microsoft.GetHelp_10.2302.10601.0',
    'Microsoft.MicrosoftSolitaireCollection_4.12.3171.0',
    'Microsoft.MicrosoftStickyNotes_4.2.2.0',
    'Microsoft.Paint_11.2302.20.0',
    'Microsoft.People_2020.901.1724.0',
    'Microsoft.WindowsCalculator_2020.2103.8.0',
    'Microsoft.WindowsNotepad_11.2112.32.0',
    'Microsoft.WindowsStore_22204.1400.4.0',
    'Microsoft.XboxGamingOverlay_2.622.3232.0',
    'Microsoft.ZuneMusic_11.2202.46.0',
  ].map((name) => `${name}_neutral_~_${PUBLISHER}`),
];

export interface PracticeFeature {
  name: string;
  title: string;
  enabled: boolean;
}

export const practiceFeatures: readonly PracticeFeature[] = [
  { name: 'Practice-Hypervisor', title: 'Practice hypervisor', enabled: false },
  { name: 'Practice-Media', title: 'Practice media features', enabled: true },
  { name: 'Practice-Print-To-File', title: 'Practice printing to a file', enabled: true },
  { name: 'Practice-Remote-Copy', title: 'Practice remote copying', enabled: false },
  { name: 'Practice-Subsystem', title: 'Practice subsystem', enabled: false },
];

/** The manifest of the package that offers the features. */
export function foundationManifest(): string {
  const updates = practiceFeatures.map(
    ({ name, title }) =>
      `<update name="${name}" displayName="${title}"><selectable disposition="staged"/></update>`,
  );
  // A part that can't be switched by itself is no feature.
  return manifest('Practice-Windows-Foundation-Package', [...updates, '<update name="base"/>']);
}

/** The manifest of a package without features. */
export function plainManifest(): string {
  return manifest('Practice-Windows-Fonts-Package', ['<update name="fonts"/>']);
}

function manifest(name: string, updates: readonly string[]): string {
  const version = `10.0.${String(BUILD)}.1`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<!-- ${NOTICE} -->`,
    '<assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0">',
    `  <assemblyIdentity name="${name}" version="${version}" processorArchitecture="amd64" language="neutral"/>`,
    `  <package identifier="${name}">`,
    ...updates.map((update) => `    ${update}`),
    '  </package>',
    '</assembly>',
    '',
  ].join('\n');
}
