export { MAX_CONFIG_BYTES, type VentoyConfig, VentoyConfigSchema, sameConfig } from './config';
export {
  type ClassTarget,
  type FileChoice,
  type ImageOrFolder,
  type ImageOrParent,
  type PasswordTarget,
  type Replacement,
  type Tip,
  withAlias,
  withAutoInstall,
  withControlSetting,
  withInjection,
  withMenuClass,
  withPassword,
  withPersistence,
  withReplacement,
  withTip,
  withWindows11Bypass,
} from './edit';
export type { JsonObject, JsonValue } from './json';
export {
  type HiddenFile,
  type HiddenReason,
  type ImageType,
  type SizedFile,
  IMAGE_TYPES,
  VHDBOOT_PATH,
  WIMBOOT_PATH,
  imageTypeOf,
} from './listing';
export {
  type MenuChoice,
  type MenuDefault,
  type MenuEntry,
  type MenuFolder,
  type MenuImage,
  type MenuPreview,
  bootMenu,
} from './menu';
export { ConfigInForce } from './lookup';
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
export { pathFormProblem } from './path-problems';
export {
  type ModeVariant,
  aliasOf,
  autoInstallOf,
  injectionOf,
  modeVariants,
  passwordOf,
  persistenceOf,
  replacementsOf,
  saysOnly,
  settingOf,
} from './read';
export { removeFromConfig, withFileNames } from './references';
export { type Complaint, problemWords } from './problem-texts';
export type { VentoyProblem } from './report';
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
