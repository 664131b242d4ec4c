import { z } from 'zod';

/** The languages of the window, by their BCP 47 tags. */
export const LanguageSchema = z.enum(['en', 'de', 'es', 'fr', 'ja', 'zh-CN']);
export type Language = z.infer<typeof LanguageSchema>;
export const languages = LanguageSchema.options;

/** What those who speak it call it. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  'zh-CN': '简体中文',
};

/** Like the system, or one of ours. */
export const LanguageSettingSchema = z.enum(['system', ...languages]);
export type LanguageSetting = z.infer<typeof LanguageSettingSchema>;

/**
 * The language to speak, from the tags of the system in the order a person prefers them; English when none of ours is
 * among them. One in the script that is asked for comes before all that are only the same language.
 */
export function languageFor(setting: LanguageSetting, preferred: readonly string[]): Language {
  if (setting !== 'system') return setting;
  const wanted = preferred.flatMap(localesOf);
  for (const isMeant of [sameScript, sameLanguage]) {
    for (const locale of wanted) {
      const found = languages.find((own) => isMeant(locale, new Intl.Locale(own).maximize()));
      if (found !== undefined) return found;
    }
  }
  return 'en';
}

function sameLanguage(one: Intl.Locale, other: Intl.Locale): boolean {
  return one.language === other.language;
}

function sameScript(one: Intl.Locale, other: Intl.Locale): boolean {
  return sameLanguage(one, other) && one.script === other.script;
}

/** None for what is no language tag: a system may be set to `C`. */
function localesOf(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag).maximize()];
  } catch (thrown) {
    if (thrown instanceof RangeError) return [];
    throw thrown;
  }
}
