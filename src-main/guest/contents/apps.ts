import type { WindowsContents } from '../../../src-shared/windows-contents';

type App = WindowsContents['apps'][number];

/**
 * The apps that Windows sets up for every new account, from the full names of their packages: the keys below
 * `SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications`. What lies in `InboxApplications`
 * beside it are parts of Windows itself, which can't be taken off that list. Of each name the newest version is told.
 *
 * Microsoft describes the form of the names (“An overview of package identity”), not the key; that the lists of DISM
 * come from it is what public scripts for offline images rely on.
 */
export function provisionedApps(fullNames: readonly string[]): App[] {
  const apps = new Map<string, App>();
  for (const fullName of fullNames) {
    const app = appOf(fullName);
    if (app === null) continue;
    const known = apps.get(app.name.toLowerCase());
    if (!known || isNewer(app, known)) apps.set(app.name.toLowerCase(), app);
  }
  return [...apps.values()].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}

/** `Name_Version_Architecture_ResourceId_PublisherId`; null for anything else. */
function appOf(fullName: string): App | null {
  const match = /^([A-Za-z0-9.-]{3,50})_(\d+(?:\.\d+){3})_[a-z0-9]+_[^_]*_[a-z0-9]{13}$/.exec(
    fullName,
  );
  if (!match) return null;
  const [, name = '', version = ''] = match;
  return { name, displayName: titleOf(name), version };
}

function isNewer(a: App, b: App): boolean {
  const numbers = (b.version ?? '').split('.').map(Number);
  const newer = (a.version ?? '').split('.').map(Number);
  const at = newer.findIndex((number, index) => number !== numbers[index]);
  return at >= 0 && (newer[at] ?? 0) > (numbers[at] ?? 0);
}

/** Names that say nothing, or something else than Windows shows. */
const TITLES: Record<string, string> = {
  'microsoft.549981c3f5f10': 'Cortana',
  'microsoft.bingnews': 'News',
  'microsoft.bingweather': 'Weather',
  'microsoft.desktopappinstaller': 'App Installer',
  'microsoft.gamingapp': 'Xbox',
  'microsoft.getstarted': 'Tips',
  'microsoft.microsoftofficehub': 'Microsoft 365 (Office)',
  'microsoft.microsoftstickynotes': 'Sticky Notes',
  'microsoft.windowscommunicationsapps': 'Mail and Calendar',
  'microsoft.windowsstore': 'Microsoft Store',
  'microsoft.xboxgamingoverlay': 'Game Bar',
  'microsoft.yourphone': 'Phone Link',
  'microsoft.zunemusic': 'Media Player',
  'microsoft.zunevideo': 'Films & TV',
  'microsoftwindows.client.webexperience': 'Widgets',
};

/** `Microsoft.WindowsCalculator` → `Windows Calculator`. */
function titleOf(name: string): string {
  const known = TITLES[name.toLowerCase()];
  if (known !== undefined) return known;
  const [publisher = '', ...own] = name.split('.');
  return (own.length === 0 ? [publisher] : own)
    .join(' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
}
