export interface Keyboard {
  /** Language and layout as Windows takes them in `InputLocale`: `0407:00000407`. */
  id: string;
  /** BCP 47 tag of the language; the user interface names it with `Intl.DisplayNames`. */
  language: string;
  /** What tells it from the other layouts of its language, as Windows calls it; null for the usual one. */
  variant: string | null;
}

/**
 * Keyboards in common use (Microsoft, Default input profiles (input locales) in Windows, and Keyboard identifiers).
 * Languages that are typed through an input method, such as Chinese, are missing: they have no `LLLL:KKKKKKKK`, and
 * Windows takes their tag, as `zh-CN`, instead.
 */
export const KEYBOARDS: readonly Keyboard[] = [
  usual('0401:00000401', 'ar-SA'),
  usual('0402:00030402', 'bg-BG'),
  usual('0403:0000040a', 'ca-ES'),
  usual('0405:00000405', 'cs-CZ'),
  other('0405:00010405', 'cs-CZ', 'QWERTY'),
  usual('0406:00000406', 'da-DK'),
  usual('0407:00000407', 'de-DE'),
  usual('0807:00000807', 'de-CH'),
  usual('0c07:00000407', 'de-AT'),
  usual('0408:00000408', 'el-GR'),
  usual('0409:00000409', 'en-US'),
  other('0409:00020409', 'en-US', 'International'),
  other('0409:00010409', 'en-US', 'Dvorak'),
  usual('0809:00000809', 'en-GB'),
  usual('0c09:00000409', 'en-AU'),
  usual('1009:00000409', 'en-CA'),
  usual('1409:00001409', 'en-NZ'),
  usual('1809:00001809', 'en-IE'),
  usual('4009:00004009', 'en-IN'),
  usual('0c0a:0000040a', 'es-ES'),
  usual('080a:0000080a', 'es-MX'),
  usual('2c0a:0000080a', 'es-AR'),
  usual('0425:00000425', 'et-EE'),
  usual('0429:00050429', 'fa-IR'),
  usual('040b:0000040b', 'fi-FI'),
  usual('040c:0000040c', 'fr-FR'),
  usual('080c:0000080c', 'fr-BE'),
  usual('0c0c:00001009', 'fr-CA'),
  usual('100c:0000100c', 'fr-CH'),
  usual('040d:0002040d', 'he-IL'),
  usual('0439:00010439', 'hi-IN'),
  usual('041a:0000041a', 'hr-HR'),
  usual('040e:0000040e', 'hu-HU'),
  usual('040f:0000040f', 'is-IS'),
  usual('0410:00000410', 'it-IT'),
  usual('0810:0000100c', 'it-CH'),
  usual('043f:0000043f', 'kk-KZ'),
  usual('0427:00010427', 'lt-LT'),
  usual('0426:00020426', 'lv-LV'),
  usual('0414:00000414', 'nb-NO'),
  usual('0413:00020409', 'nl-NL'),
  usual('0813:00000813', 'nl-BE'),
  usual('0415:00000415', 'pl-PL'),
  other('0415:00010415', 'pl-PL', '214'),
  usual('0416:00000416', 'pt-BR'),
  usual('0816:00000816', 'pt-PT'),
  usual('0418:00010418', 'ro-RO'),
  usual('0419:00000419', 'ru-RU'),
  usual('041b:0000041b', 'sk-SK'),
  usual('0424:00000424', 'sl-SI'),
  usual('241a:0000081a', 'sr-Latn-RS'),
  usual('281a:00000c1a', 'sr-Cyrl-RS'),
  usual('041d:0000041d', 'sv-SE'),
  usual('041e:0000041e', 'th-TH'),
  usual('041f:0000041f', 'tr-TR'),
  other('041f:0001041f', 'tr-TR', 'F'),
  usual('0422:00020422', 'uk-UA'),
  usual('042a:0000042a', 'vi-VN'),
];

/** Formats of dates, numbers and money that Windows brings with it, as it takes them in `UserLocale`. */
export const REGIONS: readonly string[] = [
  ...['ar-AE', 'ar-EG', 'ar-SA', 'bg-BG', 'ca-ES', 'cs-CZ', 'da-DK', 'de-AT', 'de-CH', 'de-DE'],
  ...['de-LI', 'de-LU', 'el-GR', 'en-AU', 'en-CA', 'en-GB', 'en-IE', 'en-IN', 'en-NZ', 'en-SG'],
  ...['en-US', 'en-ZA', 'es-AR', 'es-CL', 'es-CO', 'es-ES', 'es-MX', 'es-PE', 'es-US', 'et-EE'],
  ...['eu-ES', 'fa-IR', 'fi-FI', 'fr-BE', 'fr-CA', 'fr-CH', 'fr-FR', 'fr-LU', 'gl-ES', 'he-IL'],
  ...['hi-IN', 'hr-HR', 'hu-HU', 'id-ID', 'is-IS', 'it-CH', 'it-IT', 'ja-JP', 'kk-KZ', 'ko-KR'],
  ...['lt-LT', 'lv-LV', 'ms-MY', 'nb-NO', 'nl-BE', 'nl-NL', 'pl-PL', 'pt-BR', 'pt-PT', 'ro-RO'],
  ...['ru-RU', 'sk-SK', 'sl-SI', 'sq-AL', 'sr-Cyrl-RS', 'sr-Latn-RS', 'sv-FI', 'sv-SE', 'th-TH'],
  ...['tr-TR', 'uk-UA', 'vi-VN', 'zh-CN', 'zh-HK', 'zh-SG', 'zh-TW'],
];

function usual(id: string, language: string): Keyboard {
  return { id, language, variant: null };
}

function other(id: string, language: string, variant: string): Keyboard {
  return { id, language, variant };
}
