import { parseRecipe } from '../plan';
import { recipeDefaults } from '../windows-recipe';
import { simulatedTimings } from '../timing/testing';
import {
  RECORD_VERSION,
  summaryOf,
  type MadeRecord,
  type RecordSummary,
  type RestoredRecord,
} from './record';

const drive = '/dev/sdb';

const recipe = parseRecipe({
  ...recipeDefaults,
  image: { path: '/srv/images/Win11_24H2_English_x64.iso', sha256: 'a'.repeat(64) },
  edition: { index: 5 },
});

/** A made-up stick that was finished. */
export const sampleRecord: MadeRecord = {
  version: RECORD_VERSION,
  id: '0b8f1c52-6d0e-4f3a-9a44-1d2c3b4a5e6f',
  jobId: '7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5',
  kind: 'windows-to-go',
  program: 'sticksmith 0.1.0',
  recipeName: 'loaner',
  startedAt: '2026-03-01T10:20:30.000Z',
  endedAt: '2026-03-01T10:34:12.000Z',
  target: {
    kind: 'drive',
    path: drive,
    sizeBytes: 61_530_439_680,
    serial: '0013729940C4B8A1A5A10B3C',
    model: 'KINGSTON DataTraveler Max',
    bus: 'usb',
  },
  computerName: 'LOANER-07',
  label: null,
  stickId: 'gpt:9dea862c-5cdd-4e70-acc1-f32b344d4795',
  images: [
    {
      name: 'Win11_24H2_English_x64.iso',
      sizeBytes: 5_819_484_160,
      sha256: 'a'.repeat(64),
      edition: 'Windows 11 Pro',
    },
  ],
  outcome: { result: 'finished' },
  writtenBytes: 19_702_345_728,
  verifiedBytes: 19_702_345_728,
  resumedBytes: 0,
  verification: 'compared',
  checks: { passed: 26, warned: 1, failed: 0 },
  recoveryKeyId: null,
  recipe: { ...recipe },
  leftOut: [],
  notPassed: [
    {
      id: 'alignment',
      status: 'warn',
      evidence: 'Partition 2 begins in the middle of an erase block.',
      next: 'Make the stick anew if it is slow.',
    },
  ],
  timings: simulatedTimings([
    ['preparing', null, [[2, 0]]],
    ['hashing', null, [[16, 363_717_760]]],
    ['building', null, [[196, 95e6]]],
    [
      'writing',
      drive,
      [
        [120, 78e6],
        [30, 9e6],
        [200, 49e6],
      ],
    ],
    ['flushing', drive, [[8, 0]]],
    ['verifying', drive, [[205, 96e6]]],
    ['checking', drive, [[2, 0]]],
  ]),
};

/** One that failed on the same drive the day before. */
export const failedRecord: MadeRecord = {
  ...sampleRecord,
  id: '1b8f1c52-6d0e-4f3a-9a44-1d2c3b4a5e6f',
  jobId: '8c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5',
  startedAt: '2026-02-28T16:02:11.000Z',
  endedAt: '2026-02-28T16:09:40.000Z',
  stickId: null,
  outcome: {
    result: 'failed',
    phase: 'writing',
    error: { code: 'target/vanished', params: { target: drive }, stick: 'unfinished' },
  },
  writtenBytes: 3_221_225_472,
  verifiedBytes: 0,
  verification: 'not-reached',
  checks: null,
  notPassed: [],
  timings: sampleRecord.timings.slice(0, 4),
};

/** The same drive, made an ordinary one again a month later. */
export const restoredRecord: RestoredRecord = {
  version: RECORD_VERSION,
  id: '2b8f1c52-6d0e-4f3a-9a44-1d2c3b4a5e6f',
  jobId: '9c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5',
  kind: 'ordinary-drive',
  program: 'sticksmith 0.1.0',
  startedAt: '2026-04-01T09:00:00.000Z',
  endedAt: '2026-04-01T09:00:09.000Z',
  target: sampleRecord.target,
  label: 'KINGSTON',
  fileSystem: 'exfat',
  scheme: 'mbr',
  outcome: { result: 'finished' },
  writtenBytes: 14_680_064,
  verifiedBytes: 14_680_064,
  verification: 'compared',
  timings: simulatedTimings([
    ['preparing', null, [[1, 0]]],
    ['writing', drive, [[4, 3_670_016]]],
    ['verifying', drive, [[1, 14_680_064]]],
    ['checking', drive, [[1, 0]]],
  ]),
};

export const sampleSummaries: RecordSummary[] = [summaryOf(sampleRecord), summaryOf(failedRecord)];
