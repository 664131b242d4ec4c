import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIARY_LIMITS, DiaryEntrySchema } from './entry';
import { arbitraryEntry, sampleEntry } from './testing';
import { normaliseText } from './text';

const problemsOf = (entry: unknown): string[] =>
  DiaryEntrySchema.safeParse(entry).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('an entry of the diary', () => {
  it('stays the same when it is read again', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        expect(DiaryEntrySchema.parse(entry)).toEqual(entry);
      }),
    );
  });

  it('is kept with its texts on one line, composed and without what turns the writing', () => {
    const note = '  Fan\r\nran\u202e at\u0000full \ud800 spe\u0065\u0301d ';
    expect(DiaryEntrySchema.parse({ ...sampleEntry, note }).note).toBe('Fan ran at full speéd');
  });

  it('has texts that normalising again doesn’t change, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\p{Surrogate}\u2028-\u202e\u2066-\u2069]|^\s|\s$/u);
      }),
    );
  });

  it('names the computer, with texts that have an end', () => {
    const { computer } = sampleEntry;
    const long = (most: number): string => 'x'.repeat(most + 1);
    expect(problemsOf({ ...sampleEntry, computer: { ...computer, model: ' \t' } })).toEqual([
      'computer.model',
    ]);
    for (const field of ['maker', 'model'] as const) {
      const named = { ...computer, [field]: long(DIARY_LIMITS[field]) };
      expect(problemsOf({ ...sampleEntry, computer: named })).toEqual([`computer.${field}`]);
    }
    for (const field of ['code', 'note'] as const) {
      expect(problemsOf({ ...sampleEntry, [field]: long(DIARY_LIMITS[field]) })).toEqual([field]);
      const longest = 'x'.repeat(DIARY_LIMITS[field]);
      expect(problemsOf({ ...sampleEntry, [field]: longest })).toEqual([]);
    }
  });

  it('says nothing that can’t be', () => {
    const bios = { ...sampleEntry, firmware: 'bios' };
    expect(problemsOf(bios)).toEqual(['secureBoot']);
    expect(problemsOf({ ...bios, secureBoot: 'off' })).toEqual([]);
    expect(problemsOf({ ...sampleEntry, result: 'did-not-start' })).toEqual(['seconds']);
    for (const seconds of [0, -1, 1.5, 86_401]) {
      expect(problemsOf({ ...sampleEntry, seconds })).toEqual(['seconds']);
    }
    expect(problemsOf({ ...sampleEntry, when: 'yesterday' })).toEqual(['when']);
    expect(problemsOf({ ...sampleEntry, mood: 'good' })).toEqual(['']);
  });
});
