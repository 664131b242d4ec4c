import { en } from './en';
import type { Language } from './language';
import type { Texts } from './texts';

const loaders: Record<Language, () => Promise<Texts>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./de')).de,
  es: async () => (await import('./es')).es,
  fr: async () => (await import('./fr')).fr,
  ja: async () => (await import('./ja')).ja,
  'zh-CN': async () => (await import('./zh-CN')).zhCN,
};

/** The texts of a language. Those but English are read only when they are asked for. */
export function loadTexts(language: Language): Promise<Texts> {
  return loaders[language]();
}
