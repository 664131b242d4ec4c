export { MAX_CONFIG_BYTES, type VentoyConfig, VentoyConfigSchema } from './config';
export type { JsonObject, JsonValue } from './json';
export { mergeVentoyConfig } from './merge';
export {
  PASSWORD_KINDS,
  type PasswordKind,
  passwordForm,
  passwordProblem,
  storedPassword,
} from './password';
export { BOOT_MODES, type BootMode, PLUGIN_NAMES, type PluginName } from './plugins';
export { ventoyProblems } from './problems';
export type { ProblemCode, ProblemPath, VentoyProblem } from './report';
export {
  type SettingValues,
  VENTOY_SETTINGS,
  type VentoySetting,
  type VentoySettingName,
  settingProblem,
  ventoySetting,
} from './settings';
export {
  type TextNote,
  formatVentoyConfig,
  parseVentoyJson,
  readVentoyJson,
  ventoyJsonText,
} from './text';
