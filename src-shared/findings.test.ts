import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CheckResultSchema, checkResult } from './check';
import { listed, sentence, wordsOf, type FindingTexts } from './findings';
import { findings } from './languages/en/findings';

const german: FindingTexts = {
  ...findings,
  'list.and': '{one} und {other}',
  'partition.name': 'Partition {number}',
  'table.efi-partition': '{partition} ist die EFI-Systempartition',
  'ntfs.free-space.enough': 'Frei: {free:bytes} von {size:bytes} ({free} Byte)',
};
const inGerman = (bytes: number): string => `${String(bytes / 1000)} KB`;

describe('a sentence about a finding', () => {
  it('is said with the sentences in it in one language', () => {
    const partition = sentence('partition.name', { number: 2 });
    const found = sentence('table.efi-partition', { partition });
    expect(wordsOf(found, german, inGerman)).toBe('Partition 2 ist die EFI-Systempartition');
  });

  it('shows sizes as the language does, and the same numbers as they are', () => {
    const found = sentence('ntfs.free-space.enough', { free: 3000, size: 9000 });
    expect(wordsOf(found, german, inGerman)).toBe('Frei: 3 KB von 9 KB (3000 Byte)');
  });

  it('puts lists together by the words of the language, whatever they hold', () => {
    const items = ['{other}', 7, sentence('partition.name', { number: 1 })];
    expect(wordsOf(listed('and', items), german, inGerman)).toBe('{other} und 7 und Partition 1');
    expect(wordsOf(listed('and', []), german, inGerman)).toBe('');
  });

  it('leaves what a stick holds as it is, placeholders of its own included', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('{problem}', '{path}', '$&', ''), (text, more) => {
        const found = sentence('bcd.store.missing', { path: 'BCD', problem: text + more });
        expect(wordsOf(found, findings, inGerman)).toBe(`BCD is no boot store: ${text}${more}`);
      }),
    );
  });
});

describe('the result of a check', () => {
  const missing = sentence('mbr.boot-manager.missing', { path: '/bootmgr' });
  const result = checkResult('mbr.boot-manager', 'fail', missing, sentence('next.again'));

  it('is in English, and names its sentences', () => {
    expect(result).toEqual({
      ...{ id: 'mbr.boot-manager', status: 'fail', evidence: 'There is no /bootmgr' },
      next: 'Make the stick again; if it fails again, use another drive.',
      words: { evidence: missing, next: { key: 'next.again', params: {} } },
    });
  });

  it('is read back as it was saved', () => {
    const found = listed('semicolon', [missing, missing]);
    const saved = JSON.stringify(checkResult('a.b', 'pass', found, null));
    expect(CheckResultSchema.parse(JSON.parse(saved))).toEqual(JSON.parse(saved));
  });

  it.each([
    ['an earlier version', undefined],
    ['a version that says more', { evidence: { key: 'moon.phase', params: {} } }],
    ['nobody knows whom', { evidence: { key: 'partition.name' } }],
  ])('of %s is read without its sentences', (_, words) => {
    const read = CheckResultSchema.parse({ ...result, words });
    expect(read).toMatchObject({ evidence: result.evidence, next: result.next });
    expect(read.words).toBeUndefined();
  });
});
