export { en } from './en';
export {
  languageFor,
  languageNames,
  languages,
  LanguageSchema,
  LanguageSettingSchema,
  type Language,
  type LanguageSetting,
} from './language';
export { loadTexts } from './load';
export type { ErrorTexts, ErrorWords, Texts } from './texts';
