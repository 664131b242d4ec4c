import { describe, expect, test } from 'vitest';
import { startErrors } from '../explain';
import { en } from './en';
import { languages, type Language } from './language';
import { loadTexts } from './load';
import type { Texts } from './texts';

const others = languages.filter((language): boolean => language !== 'en');

/** Every sentence by its place, such as `window.drive.title`. */
function sentencesOf(texts: object, place = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts) as [string, unknown][]) {
    const here = place === '' ? key : `${place}.${key}`;
    if (typeof value === 'string') all.set(here, value);
    else for (const [deeper, text] of sentencesOf(value as object, here)) all.set(deeper, text);
  }
  return all;
}

/** Only what a person reads: the table of errors in English holds exit codes as well. */
function readable({ errors, ...texts }: Texts): Map<string, string> {
  const words = Object.entries(errors).map(([code, { what, next }]) => [code, { what, next }]);
  return sentencesOf({ ...texts, errors: Object.fromEntries(words) as object });
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{?[\w:]+\}?\}/g)].map(([found]) => found).sort();

const edges = (text: string): string => text.replace(text.trim(), '…');

const english = readable(en);

test('the English texts have every error that is explained', () => {
  for (const { id, title, meaning, causes, steps } of startErrors) {
    expect(en.explanations[id]).toEqual({
      title,
      meaning: meaning.map(({ text }) => text),
      causes: causes.map(({ text }) => text),
      steps,
    });
  }
});

describe.each(others)('what is said in %s', (language: Language) => {
  test('has a place for everything that the English sentences name', async () => {
    const wrong = [...readable(await loadTexts(language))].filter(([place, text]) => {
      const original = english.get(place) ?? '';
      const missing = placeholders(original).some((name) => !text.includes(name));
      const unknown = placeholders(text).some((name) => !placeholders(original).includes(name));
      // A single thing may be said without its number.
      return unknown || (missing && !place.endsWith('_one') && !place.endsWith('_zero'));
    });
    expect(wrong).toEqual([]);
  });

  test('has the forms for one and for several that the language needs, and no other keys', async () => {
    const texts = readable(await loadTexts(language));
    const needsOne = new Intl.PluralRules(language)
      .resolvedOptions()
      .pluralCategories.includes('one');
    const wanted = [...english.keys()].filter((place) => needsOne || !place.endsWith('_one'));
    expect([...texts.keys()].sort()).toEqual(wanted.sort());
  });

  test('is written out: no sentence is empty, English, or has stray spaces', async () => {
    const texts = await loadTexts(language);
    const wrong = [...readable(texts)].filter(([place, text]) => {
      const original = english.get(place) ?? '';
      const untranslated = text === original && /\b(the|is|are|of|and|to)\b/.test(original);
      const stray = / {2}/.test(text) || edges(text) !== edges(original);
      return (text === '') !== (original === '') || untranslated || stray;
    });
    expect(wrong).toEqual([]);
  });
});
