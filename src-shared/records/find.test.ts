import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyRecord, findRecords, type RecordQuery } from './find';
import { summaryOf } from './record';
import { failedRecord, restoredRecord, sampleRecord, sampleSummaries } from './testing';

const [finished, failed] = [summaryOf(sampleRecord), summaryOf(failedRecord)];

const found = (query: Partial<RecordQuery>): string[] =>
  findRecords([failed, finished], { ...everyRecord, ...query }).map(({ id }) => id);

describe('searching records', () => {
  it('gives all of them, newest first, when nothing is asked', () => {
    expect(found({})).toEqual([finished.id, failed.id]);
    expect(found({ text: '  ' })).toEqual([finished.id, failed.id]);
  });

  it.each([
    ['datatraveler'],
    ['0013729940c4b8'],
    ['loaner-07'],
    ['win11_24H2'],
    ['loaner KINGSTON'],
    ['/dev/sdb'],
    ['aaaaaaaa'],
    ['11 pro'],
  ])('finds %j in drive, serial number, name, image, recipe, path, hash and edition', (text) => {
    expect(found({ text })).toEqual([finished.id, failed.id]);
  });

  it('finds an error by its code, a stick by its ID and a record by its own', () => {
    expect(found({ text: 'target/vanished' })).toEqual([failed.id]);
    expect(found({ text: 'gpt:9dea862c' })).toEqual([finished.id]);
    expect(found({ text: finished.id.toUpperCase() })).toEqual([finished.id]);
  });

  it('finds a drive that is an ordinary one again, by what it became and what it was called', () => {
    const restored = summaryOf(restoredRecord);
    const query = { ...everyRecord, text: 'exfat ordinary kingston' };
    expect(findRecords([failed, restored], query)).toEqual([restored]);
  });

  it('wants all words', () => {
    expect(found({ text: 'kingston vanished' })).toEqual([failed.id]);
    expect(found({ text: 'kingston samsung' })).toEqual([]);
  });

  it('finds letters however they are put together', () => {
    const named = { ...finished, recipeName: 'Bu\u0308ro' };
    expect(findRecords([named], { ...everyRecord, text: 'BÜRO' })).toEqual([named]);
  });

  it('keeps to the days and the result that were asked for', () => {
    expect(found({ since: '2026-03-01T00:00:00.000Z' })).toEqual([finished.id]);
    expect(found({ until: '2026-03-01T00:00:00.000Z' })).toEqual([failed.id]);
    expect(found({ since: finished.startedAt, until: finished.startedAt })).toEqual([]);
    expect(found({ result: 'failed' })).toEqual([failed.id]);
    expect(found({ result: 'cancelled' })).toEqual([]);
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const all = findRecords(sampleSummaries, { ...everyRecord, text });
        expect(all.length).toBeLessThanOrEqual(sampleSummaries.length);
      }),
    );
  });
});
