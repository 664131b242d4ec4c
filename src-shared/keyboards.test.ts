import { describe, expect, it } from 'vitest';
import { KEYBOARDS, REGIONS } from './keyboards';
import { AnswerChoicesSchema } from './windows-choices';

const { keyboard, region } = AnswerChoicesSchema.shape;

describe('the keyboards and regions to choose from', () => {
  it('are such that a plan takes them', () => {
    for (const { id } of KEYBOARDS) expect(keyboard.parse(id)).toBe(id);
    for (const tag of REGIONS) expect(region.parse(tag)).toBe(tag);
  });

  it('are named by Intl, and none has the tag for a name', () => {
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    for (const tag of [...REGIONS, ...KEYBOARDS.map(({ language }) => language)]) {
      expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
      expect(names.of(tag)).toBeTypeOf('string');
    }
  });

  it('are told apart by language and variant', () => {
    const shown = KEYBOARDS.map(({ language, variant }) => `${language} ${variant ?? ''}`);
    expect(new Set(shown).size).toBe(KEYBOARDS.length);
    expect(new Set(KEYBOARDS.map(({ id }) => id)).size).toBe(KEYBOARDS.length);
    expect(new Set(REGIONS).size).toBe(REGIONS.length);
  });

  it('have one language for one identifier of Windows', () => {
    const tagOf = new Map(KEYBOARDS.map(({ id, language }) => [id.slice(0, 4), language]));
    for (const { id, language } of KEYBOARDS) expect(tagOf.get(id.slice(0, 4))).toBe(language);
    expect(new Set(tagOf.values()).size).toBe(tagOf.size);
  });
});
