import { ventoySetting } from '../../../src-shared/ventoy-json';

/** The settings that the window asks for by a switch. */
export type MenuSwitch =
  | 'VTOY_WIN11_BYPASS_CHECK'
  | 'VTOY_WIN11_BYPASS_NRO'
  | 'VTOY_WINDOWS_CD_PROMPT'
  | 'VTOY_SECONDARY_BOOT_MENU'
  | 'VTOY_LINUX_REMOUNT'
  | 'VTOY_VHD_NO_WARNING';

export const MENU_MODE = 'VTOY_DEFAULT_MENU_MODE';
export const MENU_TIMEOUT = 'VTOY_MENU_TIMEOUT';

/** Whether a switch is on; as Ventoy has it where the settings don't say. */
export function isOn(settings: Readonly<Record<string, string>>, name: MenuSwitch): boolean {
  return (settings[name] ?? ventoySetting(name)?.builtIn) === '1';
}
