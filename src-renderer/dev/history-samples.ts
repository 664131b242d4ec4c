import { encode } from 'uqr';
import {
  summaryOf,
  type MadeRecord,
  type RecordImage,
  type RecordList,
  type RestoredRecord,
  type StickLabel,
  type StickRecord,
} from '../../src-shared/records';
import { failedRecord, restoredRecord, sampleRecord } from '../../src-shared/records/testing';

/** Made-up records that look like real ones. */

const minute = 60_000;

function at(startedAt: string, minutes: number): Pick<StickRecord, 'startedAt' | 'endedAt'> {
  const endedAt = new Date(Date.parse(startedAt) + minutes * minute).toISOString();
  return { startedAt, endedAt };
}

function idOf(number: number): string {
  return `${number.toString(16).padStart(8, '0')}-6d0e-4f3a-9a44-1d2c3b4a5e6f`;
}

export const encryptedRecord: MadeRecord = {
  ...sampleRecord,
  ...at('2026-03-01T09:02:00.000Z', 18),
  id: idOf(2),
  computerName: 'LOANER-08',
  recoveryKeyId: '3F2A9C71-5B0D-4E88-9A1C-77D0E2B4C6F3',
  checks: { passed: 31, warned: 0, failed: 0 },
  notPassed: [],
};

export const ventoyRecord: MadeRecord = {
  ...sampleRecord,
  ...at('2026-02-28T12:40:00.000Z', 4),
  id: idOf(3),
  kind: 'ventoy',
  recipeName: null,
  computerName: null,
  label: 'Rescue',
  images: [
    {
      ...{ name: 'debian-12.9.0-amd64-netinst.iso', edition: null },
      ...{ sizeBytes: 662_700_032, sha256: 'b'.repeat(64) },
    },
    {
      ...{ name: 'systemrescue-11.03-amd64.iso', edition: null },
      ...{ sizeBytes: 1_089_470_464, sha256: 'c'.repeat(64) },
    },
    { name: 'notes-for-the-helpdesk-with-a-name-as-long-as-they-get.txt', ...unknown() },
  ],
  recipe: {},
  leftOut: ['config.password'],
};

function unknown(): Omit<RecordImage, 'name'> {
  return { sizeBytes: null, sha256: null, edition: null };
}

export const cancelledRecord: MadeRecord = {
  ...failedRecord,
  ...at('2026-02-28T11:00:00.000Z', 2),
  id: idOf(4),
  outcome: { result: 'cancelled', phase: 'building', stick: 'untouched' },
  target: { kind: 'file', path: '/home/mara/sticks/loaner-template.img', sizeBytes: 64e9 },
};

export const brokenOffRecord: MadeRecord = {
  ...failedRecord,
  ...at('2026-02-27T08:15:00.000Z', 0),
  endedAt: null,
  id: idOf(5),
  outcome: { result: 'broken-off', phase: 'verifying' },
  timings: [],
};

export const runningRecord: MadeRecord = {
  ...failedRecord,
  startedAt: '2026-03-01T10:31:00.000Z',
  endedAt: null,
  id: idOf(6),
  outcome: { result: 'running', phase: 'writing', process: 'another program' },
};

/** One whose every name is as long as it gets. */
export const longRecord: MadeRecord = {
  ...sampleRecord,
  ...at('2026-02-27T07:00:00.000Z', 95),
  id: idOf(7),
  computerName: 'LIBRARY-LOAN-07',
  recipeName: 'portable Windows for the reading room of the central library on the second floor',
  target: {
    ...{ kind: 'drive', path: '/dev/disk/by-id/usb-Generic_Multi-Card_Reader-0:3', bus: 'usb' },
    ...{ sizeBytes: 256_060_514_304, serial: 'X'.repeat(64) },
    model: 'Superlative Storage Solutions Professional Ultra Rugged Traveller 3.2 Gen 2',
  },
  images: [{ name: `Win11_${'EnglishInternational_'.repeat(5)}x64.iso`, ...unknown() }],
};

/** A drive that has no record of being made here: what it was is gone. */
export const ordinaryRecord: RestoredRecord = {
  ...restoredRecord,
  ...at('2026-02-27T06:20:00.000Z', 1),
  id: idOf(8),
};

const all = [
  runningRecord,
  sampleRecord,
  encryptedRecord,
  failedRecord,
  ventoyRecord,
  cancelledRecord,
  brokenOffRecord,
  longRecord,
  ordinaryRecord,
];

export const recordList: RecordList = {
  records: all.map(summaryOf),
  matching: all.length,
  kept: all.length,
  damaged: [],
  newer: 0,
};

/** The first hundred of thousands. */
export const manyRecords: RecordList = {
  ...recordList,
  records: Array.from({ length: 100 }, (_, index) => {
    const startedAt = new Date(Date.parse(sampleRecord.startedAt) - index * 95 * minute);
    const record = index % 9 === 4 ? failedRecord : sampleRecord;
    return {
      ...summaryOf(record),
      id: idOf(1000 + index),
      ...at(startedAt.toISOString(), 13),
      computerName: `LOANER-${String(340 - index)}`,
    };
  }),
  matching: 2914,
  kept: 2914,
};

export const noRecords: RecordList = { ...recordList, records: [], matching: 0, kept: 0 };

const code = encode(sampleRecord.id, { ecc: 'M', border: 4 });

export const sampleLabel: StickLabel = {
  name: 'LOANER-07',
  lines: [
    'KINGSTON DataTraveler Max, 61.5 GB',
    'Serial 0013729940C4B8A1A5A10B3C',
    'Made 2026-03-01',
  ],
  code: sampleRecord.id,
  qr: {
    modules: code.size,
    path: code.data
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
      .join(''),
  },
};
