import { expect, it } from 'vitest';
import { summaryOf } from '../../src-shared/records';
import { sampleRecord } from '../../src-shared/records/testing';
import { byDay } from './by-day';

it('Records of one day of this computer’s clock are together, in their order.', () => {
  const times = [
    new Date(2026, 2, 1, 8),
    new Date(2026, 2, 1, 0, 0),
    new Date(2026, 1, 28, 23, 59),
  ];
  const records = times.map((time) => ({
    ...summaryOf(sampleRecord),
    startedAt: time.toISOString(),
  }));
  expect(byDay(records).map((day) => day.records)).toEqual([records.slice(0, 2), records.slice(2)]);
  expect(byDay([])).toEqual([]);
});
