import type { VentoySettingName } from '../../../src-shared/ventoy-json';

/** The settings that the window asks for by a switch. */
export type MenuSwitch = Extract<
  VentoySettingName,
  | 'VTOY_WIN11_BYPASS_CHECK'
  | 'VTOY_WIN11_BYPASS_NRO'
  | 'VTOY_WINDOWS_CD_PROMPT'
  | 'VTOY_SECONDARY_BOOT_MENU'
  | 'VTOY_LINUX_REMOUNT'
  | 'VTOY_VHD_NO_WARNING'
>;

export const DEFAULT_IMAGE = 'VTOY_DEFAULT_IMAGE';
export const MENU_MODE = 'VTOY_DEFAULT_MENU_MODE';
export const MENU_TIMEOUT = 'VTOY_MENU_TIMEOUT';
