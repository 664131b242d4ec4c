import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en, loadTexts, type Language } from '../../src-shared/languages';
import { withEveryPlural } from './plurals';
import { remember } from './spoken';

/** The last language that was asked for. */
let wanted = 'en' as string;

/** Makes the window speak English, which is at hand at once; `speak` changes the language. */
export function startI18n(): void {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    document.documentElement.dir = i18next.dir(language);
  });
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en.window } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

/** Loads a language and changes every sentence on screen. When another one was asked for meanwhile, that one stays. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const texts = await loadTexts(language);
  if (wanted !== language) return;
  remember(language, texts);
  i18next.addResourceBundle(language, 'translation', withEveryPlural(texts.window));
  await i18next.changeLanguage(language);
}
