/** The settings that the window asks for, with what holds when a setting is not in `ventoy.json`. */
export const menuSwitches = {
  VTOY_WIN11_BYPASS_CHECK: true,
  VTOY_WIN11_BYPASS_NRO: true,
  VTOY_WINDOWS_CD_PROMPT: false,
  VTOY_SECONDARY_BOOT_MENU: true,
  VTOY_LINUX_REMOUNT: false,
  VTOY_VHD_NO_WARNING: false,
} as const satisfies Record<string, boolean>;
export type MenuSwitch = keyof typeof menuSwitches;

export const MENU_MODE = 'VTOY_DEFAULT_MENU_MODE';
export const MENU_TIMEOUT = 'VTOY_MENU_TIMEOUT';

/** Whether a switch is on. */
export function isOn(settings: Readonly<Record<string, string>>, name: MenuSwitch): boolean {
  const value = settings[name];
  return value === undefined ? menuSwitches[name] : value === '1';
}

/** How many of the settings are not as Ventoy has them. */
export function changedSwitches(settings: Readonly<Record<string, string>>): MenuSwitch[] {
  const names = Object.keys(menuSwitches) as MenuSwitch[];
  return names.filter((name) => isOn(settings, name) !== menuSwitches[name]);
}
