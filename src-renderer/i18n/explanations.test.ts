import { beforeAll, describe, expect, test } from 'vitest';
import { en, type Texts } from '../../src-shared/languages';
import { knownErrors } from '../../src-shared/explain';
import { explainIn } from './explanations';
import { remember } from './spoken';

/** English, but for what is said about one error of each kind. */
function inOtherWords(title: string, step: string): Texts {
  const { explanations, ventoyExplanations, errors } = en;
  const missing = explanations['0xc0000225'];
  return {
    ...en,
    explanations: {
      ...explanations,
      '0xc0000225': { ...missing, title, steps: [step, missing.steps[1], missing.steps[2]] },
    },
    ventoyExplanations: {
      ...ventoyExplanations,
      'start/layout': { ...ventoyExplanations['start/layout'], title },
    },
    errors: { ...errors, 'target/too-small': { what: `{target}: ${title}`, next: step } },
  };
}

beforeAll(() => {
  remember('fr', inOtherWords('La partition créée est introuvable', 'Réessayez avec une rallonge'));
  remember('ja', inOtherWords('パーティションが見つかりません', 'ケーブルを確認してください'));
});

const idsOf = (locale: string, text: string): string[] =>
  explainIn(locale, text).map(({ error }) => error.id);

describe('what is known about an error, in the words of the window', () => {
  test.each([
    ['0xc0000225', 'La partition créée est introuvable'],
    ['Ventoy error 7', 'La partition créée est introuvable'],
    ['target/too-small', '‹target›: La partition créée est introuvable'],
  ])('is said of %s', (text, title) => {
    const [found] = explainIn('fr', text);
    expect(found).toMatchObject({ by: 'spelling', error: { title } });
  });

  test('keeps from where each statement is known', () => {
    const english = knownErrors.find(({ id }) => id === '0xc0000225');
    const [found] = explainIn('fr', '0xc0000225');
    expect(found?.error.meaning.map(({ source }) => source)).toEqual(
      english?.meaning.map(({ source }) => source),
    );
    expect(found?.error.steps[0]).toBe('Réessayez avec une rallonge');
  });

  test('is found by the words of the language, with or without accents, and by the English ones', () => {
    for (const text of ['partition créée introuvable', 'PARTITION CREEE', 'rallonge']) {
      expect(idsOf('fr', text), text).toContain('0xc0000225');
    }
    expect(idsOf('fr', 'copied partitioned anew')).toContain('0xc0000225');
    expect(idsOf('en', 'rallonge')).toEqual([]);
  });

  test('is found in a language without spaces, and by a code in wide letters', () => {
    for (const text of ['パーティション', 'ケーブル 確認', 'パーティションが見つかりません']) {
      expect(idsOf('ja', text), text).toContain('0xc0000225');
    }
    expect(idsOf('ja', '０ｘｃ００００２２５')).toEqual(['0xc0000225']);
  });
});
