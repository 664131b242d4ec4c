export { keepLog, logFolder, logNames } from './keep-log';
export { SettingsStore } from './settings';
export { gatherSupport, type LastJob, type SupportFacts } from './support';
export { supportText } from './support-text';
