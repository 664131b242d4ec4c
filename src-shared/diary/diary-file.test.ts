import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIARY_FILE_BYTES, MOST_ENTRIES, mergeEntries, parseDiary, writeDiary } from './diary-file';
import { DIARY_LIMITS, type DiaryEntry } from './entry';
import { arbitraryEntry, sampleEntry } from './testing';

const arbitraryEntries = fc.uniqueArray(arbitraryEntry, {
  selector: ({ id }) => id,
  maxLength: 20,
});
const other: DiaryEntry = { ...sampleEntry, id: 'aaaaaaaa-9a51-4c3e-8d4e-2b7a1c9d0e5f' };

describe('merging diaries', () => {
  it('loses nothing, doubles nothing and puts the newest first, whichever comes first', () => {
    fc.assert(
      fc.property(arbitraryEntries, fc.nat(), fc.nat(), (all, a, b) => {
        // Two parts that overlap or leave something out.
        const [left, right] = [all.slice(0, a % (all.length + 1)), all.slice(b % (all.length + 1))];
        const merged = mergeEntries(left, right);
        const ids = merged.map(({ id }) => id);
        expect(new Set(ids)).toEqual(new Set([...left, ...right].map(({ id }) => id)));
        expect(ids).toHaveLength(new Set(ids).size);
        expect(mergeEntries(right, left)).toEqual(merged);
        expect(mergeEntries(merged, left)).toEqual(merged);
        const times = merged.map(({ when }) => Date.parse(when));
        expect(times).toEqual([...times].sort((x, y) => y - x));
      }),
    );
  });

  it('keeps what is known where another entry claims the same ID', () => {
    const claims = { ...sampleEntry, note: 'another' };
    expect(mergeEntries([sampleEntry], [claims])).toEqual([sampleEntry]);
  });
});

describe('the file of a diary', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        const kept = mergeEntries([], entries);
        expect(parseDiary(writeDiary(kept))).toEqual({ state: 'whole', entries: kept });
      }),
    );
  });

  it('always fits into the size that is read', () => {
    const text = (most: number): string => '"\\'.repeat(most / 2);
    const worst: DiaryEntry = {
      ...sampleEntry,
      stick: { ...sampleEntry.stick, label: '≠'.repeat(DIARY_LIMITS.label) },
      computer: { kind: 'mac-intel', maker: text(60), model: text(80) },
      code: text(DIARY_LIMITS.code),
      note: '≠'.repeat(DIARY_LIMITS.note),
    };
    const bytes = new TextEncoder().encode(writeDiary([worst])).length;
    expect(bytes * MOST_ENTRIES).toBeLessThan(DIARY_FILE_BYTES);
  });

  it('keeps the entries that can be read when another one can’t, and says which', () => {
    const text = JSON.stringify({ version: 1, entries: [sampleEntry, { id: 1 }, other] });
    const read = parseDiary(text);
    expect(read).toMatchObject({ state: 'damaged', entries: mergeEntries([sampleEntry], [other]) });
    expect(read).toHaveProperty('problem', expect.stringMatching(/^entries\.1\.id: /));
  });

  it.each(['', '{', 'null', '[]', '{"version":0}', '{"version":1}', '{"version":1,"entries":{}}'])(
    'is damaged when it is %j',
    (text) => {
      expect(parseDiary(text)).toMatchObject({ state: 'damaged', entries: [] });
    },
  );

  it('is damaged when it holds more than a diary may, and the rest is left out', () => {
    const entries = Array.from({ length: MOST_ENTRIES + 1 }, (_, index) => ({
      ...sampleEntry,
      id: `${index.toString(16).padStart(8, '0')}-9a51-4c3e-8d4e-2b7a1c9d0e5f`,
    }));
    const read = parseDiary(writeDiary(entries));
    expect(read.state).toBe('damaged');
    expect('entries' in read && read.entries).toHaveLength(MOST_ENTRIES);
  });

  it('of a later version is not taken for a damaged one', () => {
    expect(parseDiary('{"version":2,"pages":[]}')).toEqual({ state: 'newer' });
  });

  it('is read or found damaged, whatever is in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['whole', 'damaged', 'newer']).toContain(parseDiary(text).state);
      }),
    );
  });
});
