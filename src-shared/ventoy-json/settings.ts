import { type Complaint, complaint } from './problem-texts';

/*
 * The settings of the plugin `control`: environment variables of Ventoy's boot loader (`ventoy_cmd.c`, `grub.cfg`). The
 * built-in value is what holds when a setting is not in the file.
 */

export type SettingValues =
  | { kind: 'switch' }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'number'; unit: 'seconds' | 'folders deep' }
  | { kind: 'image' }
  | { kind: 'folder' }
  | { kind: 'language' };

export interface VentoySetting {
  name: string;
  values: SettingValues;
  /** As it would stand in the file; null where there is none. */
  builtIn: string | null;
}

const KEYBOARDS = [
  'QWERTY_USA',
  'AZERTY',
  'CZECH_QWERTY',
  'CZECH_QWERTZ',
  'DANISH',
  'DVORAK_USA',
  'FRENCH',
  'GERMAN',
  'ITALIANO',
  'JAPAN_106',
  'LATIN_USA',
  'PORTU_BRAZIL',
  'QWERTY_UK',
  'QWERTZ',
  'QWERTZ_HUN',
  'QWERTZ_SLOV_CROAT',
  'SPANISH',
  'SWEDISH',
  'TURKISH_Q',
  'VIETNAMESE',
] as const;

const SWITCH = { kind: 'switch' } as const;
const SECONDS = { kind: 'number', unit: 'seconds' } as const;

export const VENTOY_SETTINGS = [
  // 0 one list of all images, 1 the folders as they are on the stick.
  { name: 'VTOY_DEFAULT_MENU_MODE', values: { kind: 'choice', choices: ['0', '1'] }, builtIn: '0' },
  // The image that is marked when the menu appears.
  { name: 'VTOY_DEFAULT_IMAGE', values: { kind: 'image' }, builtIn: null },
  // Until what is marked starts by itself: 0 at once, without it never.
  { name: 'VTOY_MENU_TIMEOUT', values: SECONDS, builtIn: null },
  // A second menu with normal, GRUB2, WIMBOOT and memory disk modes.
  { name: 'VTOY_SECONDARY_BOOT_MENU', values: SWITCH, builtIn: '1' },
  { name: 'VTOY_SECONDARY_TIMEOUT', values: SECONDS, builtIn: null },
  { name: 'VTOY_MENU_LANGUAGE', values: { kind: 'language' }, builtIn: 'en_US' },
  {
    name: 'VTOY_DEFAULT_KBD_LAYOUT',
    values: { kind: 'choice', choices: KEYBOARDS },
    builtIn: 'QWERTY_USA',
  },
  // Leaves out the column of sizes when the menu shows folders.
  { name: 'VTOY_TREE_VIEW_MENU_STYLE', values: SWITCH, builtIn: '0' },
  { name: 'VTOY_SHOW_PASSWORD_ASTERISK', values: SWITCH, builtIn: '1' },
  // Only this folder and those below it are searched for images.
  { name: 'VTOY_DEFAULT_SEARCH_ROOT', values: { kind: 'folder' }, builtIn: null },
  // 0 looks at no folder below the one where the search begins; without it every folder is searched.
  {
    name: 'VTOY_MAX_SEARCH_LEVEL',
    values: { kind: 'number', unit: 'folders deep' },
    builtIn: null,
  },
  { name: 'VTOY_SORT_CASE_SENSITIVE', values: SWITCH, builtIn: '0' },
  // Hides files that begin with ._, which macOS leaves beside those that it copies.
  { name: 'VTOY_FILT_DOT_UNDERSCORE_FILE', values: SWITCH, builtIn: '0' },
  // Hides the trash folders of Windows, macOS and Linux.
  { name: 'VTOY_FILT_TRASH_DIR', values: SWITCH, builtIn: '1' },
  // Each leaves files of one type out of the menu.
  { name: 'VTOY_FILE_FLT_ISO', values: SWITCH, builtIn: '0' },
  { name: 'VTOY_FILE_FLT_WIM', values: SWITCH, builtIn: '0' },
  { name: 'VTOY_FILE_FLT_EFI', values: SWITCH, builtIn: '0' },
  { name: 'VTOY_FILE_FLT_IMG', values: SWITCH, builtIn: '0' },
  { name: 'VTOY_FILE_FLT_VHD', values: SWITCH, builtIn: '0' },
  { name: 'VTOY_FILE_FLT_VTOY', values: SWITCH, builtIn: '0' },
  // Setup doesn't ask for a TPM, Secure Boot, memory and processor.
  { name: 'VTOY_WIN11_BYPASS_CHECK', values: SWITCH, builtIn: '1' },
  // Setup goes on without a network, and so with a local account.
  { name: 'VTOY_WIN11_BYPASS_NRO', values: SWITCH, builtIn: '1' },
  // Keeps "Press any key to boot from CD or DVD".
  { name: 'VTOY_WINDOWS_CD_PROMPT', values: SWITCH, builtIn: '0' },
  // Size of the screen while Windows starts by UEFI: 0 as Windows decides, 1 the largest, 2 1024x768, 3 at least that.
  {
    name: 'VTOY_WIN_UEFI_RES_LOCK',
    values: { kind: 'choice', choices: ['0', '1', '2', '3'] },
    builtIn: '3',
  },
  // On another file system than NTFS Ventoy warns and waits for a key; 1 leaves that out.
  { name: 'VTOY_VHD_NO_WARNING', values: SWITCH, builtIn: '0' },
  // The partition with the images can be mounted by a Linux started from it.
  { name: 'VTOY_LINUX_REMOUNT', values: SWITCH, builtIn: '0' },
  // 0 starts everything, 1 only what is signed.
  {
    name: 'VTOY_SECURE_BOOT_POLICY',
    values: { kind: 'choice', choices: ['0', '1'] },
    builtIn: '0',
  },
] as const satisfies readonly VentoySetting[];

export type VentoySettingName = (typeof VENTOY_SETTINGS)[number]['name'];

export function ventoySetting(name: string): VentoySetting | undefined {
  return VENTOY_SETTINGS.find((setting) => setting.name === name);
}

/** What is wrong with a value; null if nothing is. */
export function settingProblem({ name, values }: VentoySetting, value: string): Complaint | null {
  switch (values.kind) {
    case 'switch':
      return value === '0' || value === '1' ? null : complaint('setting-switch', { name, value });
    case 'choice': {
      if (values.choices.includes(value)) return null;
      const choices = values.choices.map((choice) => `"${choice}"`).join(', ');
      return complaint('setting-choice', { name, value, choices });
    }
    case 'number':
      if (/^\d{1,9}$/.test(value)) return null;
      // Ventoy's own editor writes it so; whatever is no number means no limit.
      if (values.unit === 'folders deep' && value === 'max') return null;
      return complaint(values.unit === 'seconds' ? 'setting-seconds' : 'setting-folders', {
        name,
        value,
      });
    case 'image':
      if (value === 'VTOY_EXIT' || /^F[2-9]>/.test(value) || value.startsWith('/')) return null;
      return complaint('setting-image', { name, value });
    case 'folder':
      return value.startsWith('/') ? null : complaint('setting-folder', { name, value });
    case 'language':
      // One of Ventoy's own, sl_si, has small letters.
      return /^[a-z]{2,3}_[A-Za-z]{2}$/.test(value)
        ? null
        : complaint('setting-language', { name, value });
  }
}
