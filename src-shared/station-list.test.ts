import { describe, expect, it } from 'vitest';
import type { StationRow } from './station';
import { overRows, stationCsv } from './station-list';

const drive = {
  identity: { path: '/dev/sdb', sizeBytes: 64e9, serial: 'A1', model: 'DT, 64', bus: 'usb' },
  name: 'Kingston DT, 64',
  port: 'usb 1-2',
} as const;
const names = { number: 7, label: 'LOAN-07', computerName: null };
const over = {
  ...{ drive, names, endedAt: '2026-03-01T10:34:12.000Z' },
  recordId: '0b8f1c52-6d0e-4f3a-9a44-1d2c3b4a5e6f',
};
const error = {
  code: 'verify/mismatch',
  params: { target: '/dev/sdb', offset: 0, cause: '' },
  stick: 'unfinished',
} as const;
const rows: StationRow[] = [
  { state: 'looking', row: 1, drive },
  { state: 'waiting', row: 2, drive, names },
  { state: 'refused', row: 3, drive, refusal: { why: 'binned' } },
  { state: 'pulled', row: 4, ...over, seconds: 100 },
  { state: 'binned', row: 5, ...over, recordId: null, error, plugged: false },
];

describe('the list of a series', () => {
  it('has the sticks that came to an end, and no drive on which nothing was done', () => {
    expect(overRows(rows).map(({ row }) => row)).toEqual([4, 5]);
  });

  it('says of each what a record says, and that a drive was put aside', () => {
    expect(stationCsv(rows).replace('\uFEFF', '').split('\r\n')).toEqual([
      'Number,Label,Computer name,Result,Error,Ended,Model,Serial,Size in bytes,Port,Record ID',
      `7,LOAN-07,,finished,,${over.endedAt},"DT, 64",A1,64000000000,usb 1-2,${over.recordId}`,
      `7,LOAN-07,,put-aside,verify/mismatch,${over.endedAt},"DT, 64",A1,64000000000,usb 1-2,`,
      '',
    ]);
  });
});
