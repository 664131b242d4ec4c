export { MAX_CONFIG_BYTES, type VentoyConfig, VentoyConfigSchema, sameConfig } from './config';
export {
  type FileChoice,
  type ImageOrFolder,
  type PasswordTarget,
  type Replacement,
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
export { type ConfigNote, ConfigNoteSchema, configNoteText } from './config-note';
export type { JsonObject, JsonValue } from './json';
export { type SizedFile, IMAGE_TYPES, VHDBOOT_PATH, WIMBOOT_PATH } from './listing';
export { type MenuEntry, type MenuImage, type MenuPreview, bootMenu } from './menu';
export { ConfigInForce } from './lookup';
export { mergeVentoyConfig } from './merge';
export { PASSWORD_KINDS, passwordForm, passwordProblem, storedPassword } from './password';
export type { BootMode } from './plugins';
export { ventoyProblems } from './problems';
export { pathFormProblem } from './path-problems';
export {
  aliasOf,
  autoInstallOf,
  injectionOf,
  modeVariants,
  passwordOf,
  persistenceOf,
  replacementsOf,
  saysOnly,
  settingOf,
  wellShaped,
} from './read';
export { removeFromConfig, withFileNames } from './references';
export { problemWords } from './problem-texts';
export type { VentoyProblem } from './report';
export { type VentoySettingName, settingProblem, ventoySetting } from './settings';
export {
  type TextNote,
  formatVentoyConfig,
  parseVentoyJson,
  readVentoyJson,
  ventoyJsonText,
} from './text';
