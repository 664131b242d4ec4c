import { type Complaint, complaint } from './problem-texts';

/*
 * The settings of the plugin `control`: environment variables of Ventoy's boot loader (`ventoy_cmd.c`, `grub.cfg`). The
 * built-in value is what holds when a setting is not in the file.
 */

export type SettingValues =
  | { kind: 'switch' }
  | { kind: 'choice'; choices: readonly { value: string; label: string }[] }
  | { kind: 'number'; unit: 'seconds' | 'folders deep' }
  | { kind: 'image' }
  | { kind: 'folder' }
  | { kind: 'language' };

export interface VentoySetting {
  name: string;
  group: 'menu' | 'files' | 'windows' | 'vhd' | 'linux' | 'secure-boot';
  label: string;
  /** What it does, and costs. */
  help: string;
  values: SettingValues;
  /** As it would stand in the file; null where there is none. */
  builtIn: string | null;
}

const hides = <T extends string>(type: T, files: string) =>
  ({
    name: `VTOY_FILE_FLT_${type}`,
    group: 'files',
    label: `Hide ${files}`,
    help: `Leaves ${files} out of the menu.`,
    values: { kind: 'switch' },
    builtIn: '0',
  }) as const;

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

export const VENTOY_SETTINGS = [
  {
    name: 'VTOY_DEFAULT_MENU_MODE',
    group: 'menu',
    label: 'Menu',
    help: 'One list of all images, or the folders as they are on the stick. F3 changes between them.',
    values: {
      kind: 'choice',
      choices: [
        { value: '0', label: 'List' },
        { value: '1', label: 'Folders' },
      ],
    },
    builtIn: '0',
  },
  {
    name: 'VTOY_DEFAULT_IMAGE',
    group: 'menu',
    label: 'Chosen at the start',
    help: 'The image that is marked when the menu appears, and started when the time is up.',
    values: { kind: 'image' },
    builtIn: null,
  },
  {
    name: 'VTOY_MENU_TIMEOUT',
    group: 'menu',
    label: 'Start by itself after',
    help: 'Without it the menu waits until somebody chooses. 0 starts at once.',
    values: { kind: 'number', unit: 'seconds' },
    builtIn: null,
  },
  {
    name: 'VTOY_SECONDARY_BOOT_MENU',
    group: 'menu',
    label: 'Ask how to start an image',
    help: 'A second menu with normal, GRUB2, WIMBOOT and memory disk modes.',
    values: { kind: 'switch' },
    builtIn: '1',
  },
  {
    name: 'VTOY_SECONDARY_TIMEOUT',
    group: 'menu',
    label: 'Go on from the second menu after',
    help: 'Without it the second menu waits until somebody chooses.',
    values: { kind: 'number', unit: 'seconds' },
    builtIn: null,
  },
  {
    name: 'VTOY_MENU_LANGUAGE',
    group: 'menu',
    label: 'Language of the menu',
    help: 'A language that Ventoy has, such as de_DE.',
    values: { kind: 'language' },
    builtIn: 'en_US',
  },
  {
    name: 'VTOY_DEFAULT_KBD_LAYOUT',
    group: 'menu',
    label: 'Keyboard in the menu',
    help: 'Matters for passwords that are typed there.',
    values: {
      kind: 'choice',
      choices: KEYBOARDS.map((value) => ({ value, label: value })),
    },
    builtIn: 'QWERTY_USA',
  },
  {
    name: 'VTOY_TREE_VIEW_MENU_STYLE',
    group: 'menu',
    label: 'Folders without sizes',
    help: 'Leaves out the column of sizes when the menu shows folders.',
    values: { kind: 'switch' },
    builtIn: '0',
  },
  {
    name: 'VTOY_SHOW_PASSWORD_ASTERISK',
    group: 'menu',
    label: 'Show asterisks for a password',
    help: 'One for each character that is typed.',
    values: { kind: 'switch' },
    builtIn: '1',
  },
  {
    name: 'VTOY_DEFAULT_SEARCH_ROOT',
    group: 'files',
    label: 'Look for images in',
    help: 'Only this folder and those below it are searched, which makes the menu appear sooner.',
    values: { kind: 'folder' },
    builtIn: null,
  },
  {
    name: 'VTOY_MAX_SEARCH_LEVEL',
    group: 'files',
    label: 'Look into folders',
    help: '0 looks at no folder below the one where the search begins; without it every folder is searched.',
    values: { kind: 'number', unit: 'folders deep' },
    builtIn: null,
  },
  {
    name: 'VTOY_SORT_CASE_SENSITIVE',
    group: 'files',
    label: 'Capitals before small letters',
    help: 'Sorts A to Z before a to z.',
    values: { kind: 'switch' },
    builtIn: '0',
  },
  {
    name: 'VTOY_FILT_DOT_UNDERSCORE_FILE',
    group: 'files',
    label: 'Hide files that begin with ._',
    help: 'macOS leaves such files beside those that it copies.',
    values: { kind: 'switch' },
    builtIn: '0',
  },
  {
    name: 'VTOY_FILT_TRASH_DIR',
    group: 'files',
    label: 'Hide what is in the trash',
    help: 'The trash folders of Windows, macOS and Linux.',
    values: { kind: 'switch' },
    builtIn: '1',
  },
  hides('ISO', '.iso files'),
  hides('WIM', '.wim files'),
  hides('EFI', '.efi files'),
  hides('IMG', '.img files'),
  hides('VHD', '.vhd and .vhdx files'),
  hides('VTOY', '.vtoy files'),
  {
    name: 'VTOY_WIN11_BYPASS_CHECK',
    group: 'windows',
    label: 'Skip the requirements of Windows 11',
    help: 'Its setup then doesn’t ask for a TPM, Secure Boot, memory and processor. Microsoft doesn’t support such computers.',
    values: { kind: 'switch' },
    builtIn: '1',
  },
  {
    name: 'VTOY_WIN11_BYPASS_NRO',
    group: 'windows',
    label: 'Let Windows 11 be set up without a network',
    help: 'And so with a local account.',
    values: { kind: 'switch' },
    builtIn: '1',
  },
  {
    name: 'VTOY_WINDOWS_CD_PROMPT',
    group: 'windows',
    label: 'Ask for a key before Windows starts',
    help: 'Keeps “Press any key to boot from CD or DVD”.',
    values: { kind: 'switch' },
    builtIn: '0',
  },
  {
    name: 'VTOY_WIN_UEFI_RES_LOCK',
    group: 'windows',
    label: 'Screen size while Windows starts by UEFI',
    help: 'Some screens stay dark at the size that Windows takes by itself.',
    values: {
      kind: 'choice',
      choices: [
        { value: '0', label: 'As Windows decides' },
        { value: '1', label: 'The largest' },
        { value: '2', label: '1024 × 768' },
        { value: '3', label: 'At least 1024 × 768' },
      ],
    },
    builtIn: '3',
  },
  {
    name: 'VTOY_VHD_NO_WARNING',
    group: 'vhd',
    label: 'No warning before a virtual disk starts',
    help: 'On another file system than NTFS Ventoy warns and waits for a key; 1 leaves that out.',
    values: { kind: 'switch' },
    builtIn: '0',
  },
  {
    name: 'VTOY_LINUX_REMOUNT',
    group: 'linux',
    label: 'Let a started Linux use the stick',
    help: 'The partition with the images can be mounted then. It works with few distributions.',
    values: { kind: 'switch' },
    builtIn: '0',
  },
  {
    name: 'VTOY_SECURE_BOOT_POLICY',
    group: 'secure-boot',
    label: 'Secure Boot',
    help: 'Whether Ventoy starts what Secure Boot would refuse.',
    values: {
      kind: 'choice',
      choices: [
        { value: '0', label: 'Start everything' },
        { value: '1', label: 'Start only what is signed' },
      ],
    },
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
      if (values.choices.some((choice) => choice.value === value)) return null;
      const choices = values.choices.map((choice) => `"${choice.value}"`).join(', ');
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
