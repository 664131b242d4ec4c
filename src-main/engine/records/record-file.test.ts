import { describe, expect, it } from 'vitest';
import { restoredRecord, sampleRecord } from '../../../src-shared/records/testing';
import { parseRecord } from './record-file';

const { id } = sampleRecord;
const images = sampleRecord.images.map(({ edition: _edition, ...image }) => image);
const ofVersion1 = { ...sampleRecord, version: 1, images };

describe('the text of a record', () => {
  it('of version 1 is read, and names no edition', () => {
    expect(parseRecord(JSON.stringify(ofVersion1), id)).toEqual({
      state: 'whole',
      record: { ...ofVersion1, images: images.map((image) => ({ ...image, edition: null })) },
    });
  });

  it.each([
    ['an ordinary drive in version 1, which had none', { ...restoredRecord, version: 1 }],
    ['an ordinary drive with a recipe', { ...restoredRecord, recipe: {} }],
    ['a stick with a file system of an ordinary drive', { ...sampleRecord, fileSystem: 'exfat' }],
    ['a kind that there is not', { ...sampleRecord, kind: 'floppy' }],
  ])('is damaged when it is %s', (_, json) => {
    expect(parseRecord(JSON.stringify(json), json.id)).toEqual({ state: 'damaged' });
  });

  it('is damaged when it is another record than its name promises', () => {
    const text = JSON.stringify(sampleRecord);
    expect(parseRecord(text, restoredRecord.id)).toEqual({ state: 'damaged' });
  });

  it('of a later version is told from a damaged one', () => {
    const later = { ...restoredRecord, version: 3, kind: 'floppy' };
    expect(parseRecord(JSON.stringify(later), restoredRecord.id)).toEqual({ state: 'newer' });
    expect(parseRecord('{"version":2}', id)).toEqual({ state: 'damaged' });
  });
});
