import type { RoamingChoices } from '../../../src-shared/windows-choices';
import type { RegistryEdit } from '../edits';
import { expandable } from './values';

const USER_SHELL_FOLDERS =
  'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';

type Redirect = NonNullable<RoamingChoices['redirect']>;
type RedirectedFolder = Redirect['folders'][number];

/**
 * The value of each folder in `User Shell Folders` and the name of the folder on the server (Microsoft,
 * KNOWNFOLDERID: Downloads has a value named by its GUID).
 */
const FOLDERS: Record<RedirectedFolder, { value: string; folder: string }> = {
  desktop: { value: 'Desktop', folder: 'Desktop' },
  documents: { value: 'Personal', folder: 'Documents' },
  downloads: { value: '{374DE290-123F-4565-9164-39C4925E467B}', folder: 'Downloads' },
  music: { value: 'My Music', folder: 'Music' },
  pictures: { value: 'My Pictures', folder: 'Pictures' },
  videos: { value: 'My Video', folder: 'Videos' },
};

/** Profiles and folders on a server. Folders are set where new accounts start from, so for all that are yet to come. */
export function roamingEdits({ profilePath, redirect }: RoamingChoices): RegistryEdit[] {
  return [
    ...(profilePath === null ? [] : [profileEdit(profilePath)]),
    ...(redirect === null ? [] : redirectEdits(redirect)),
  ];
}

/** Microsoft, “Set roaming profile path for all users logging onto this computer”. Windows adds `.V6` itself. */
function profileEdit(path: string): RegistryEdit {
  const key = 'Policies\\Microsoft\\Windows\\System';
  return expandable('SOFTWARE', key, 'MachineProfilePath', everyoneTheirOwn(path));
}

function redirectEdits({ path, folders }: Redirect): RegistryEdit[] {
  return [...new Set(folders)].map((name) => {
    const { value, folder } = FOLDERS[name];
    const place = `${everyoneTheirOwn(path)}\\${folder}`;
    return expandable('DEFAULT_USER', USER_SHELL_FOLDERS, value, place);
  });
}

/** Without the account's name in the path, all people would write into the same folder. */
function everyoneTheirOwn(path: string): string {
  return /%username%/i.test(path) ? path : `${path}\\%USERNAME%`;
}
