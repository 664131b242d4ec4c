import { en, type Texts } from '../../src-shared/languages';

const spoken = new Map<string, Texts>([['en', en]]);

/** Keeps the texts of a language for `textsIn`. */
export function remember(locale: string, texts: Texts): void {
  spoken.set(locale, texts);
}

/** What is said in a language that the window spoke already; English for any other. */
export function textsIn(locale: string): Texts {
  return spoken.get(locale) ?? en;
}
