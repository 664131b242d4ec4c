import { describe, expect, it } from 'vitest';
import { stickError } from '../../../src-shared/errors';
import type { JobEvent, Report } from '../../../src-shared/job';
import { parsePlan } from '../../../src-shared/plan';
import { StickRecordSchema, type MadeRecord, type StickRecord } from '../../../src-shared/records';
import { simulatedTimings } from '../../../src-shared/timing/testing';
import { recipeDefaults } from '../../../src-shared/windows-recipe';
import { JobRecorder } from './job-recorder';
import { madeSticks } from './made-sticks';

const sha256 = 'b'.repeat(64);
const drive = (path: string, serial: string) => ({
  kind: 'drive',
  identity: { path, sizeBytes: 64e9, serial, model: 'Stick', bus: 'usb' },
  unmount: false,
});
const plan = parsePlan({
  ...recipeDefaults,
  image: { path: '/srv/Win11.iso', sha256: null },
  edition: { index: 1 },
  windows: {
    ...recipeDefaults.windows,
    answers: {
      ...recipeDefaults.windows.answers,
      computerName: { pattern: 'LOAN-##', firstNumber: 9 },
    },
  },
  targets: [drive('/dev/sdb', 'B'), drive('/dev/sdc', 'C')],
});
const [hashing, writingB, verifyingB, writingC] = simulatedTimings([
  ['hashing', null, [[2, 100e6]]],
  ['writing', '/dev/sdb', [[3, 50e6]]],
  ['verifying', '/dev/sdb', [[3, 50e6]]],
  ['writing', '/dev/sdc', [[1, 40e6]]],
]);
const failedChecks = [
  { id: 'a', status: 'pass', evidence: 'good' },
  { id: 'b', status: 'fail', evidence: 'gone' },
] as const;

function recorder(events: readonly (JobEvent | undefined)[]): JobRecorder<MadeRecord, Report> {
  const facts = {
    plan,
    program: 'sticksmith 1',
    recipeName: 'loaner',
    label: null,
    process: '1-x-000000000000',
  };
  const made = new JobRecorder(madeSticks(facts));
  for (const event of events) if (event) made.take(event);
  return made;
}

const timing = (of: typeof hashing): JobEvent | undefined => of && { type: 'timing', ...of };
const common: readonly (JobEvent | undefined)[] = [
  { type: 'phase', phase: 'hashing', target: null },
  { type: 'image', path: '/srv/Win11.iso', sizeBytes: 200e6, sha256, edition: 'Windows 11 Pro' },
  timing(hashing),
  { type: 'phase', phase: 'writing', target: '/dev/sdb' },
  timing(writingB),
  timing(verifyingB),
  { type: 'phase', phase: 'writing', target: '/dev/sdc' },
  timing(writingC),
];

/** Every record that comes out has to be one that can be read again. */
function valid<Kept extends StickRecord>(records: readonly Kept[]): Kept[] {
  for (const record of records) {
    expect(StickRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  }
  return [...records];
}

describe('the records of a job', () => {
  it('say from the beginning what is to be made on what', () => {
    const [first, second] = valid(recorder([]).records);
    expect(first?.jobId).toBe(second?.jobId);
    expect(first?.id).not.toBe(second?.id);
    expect([first?.computerName, second?.computerName]).toEqual(['LOAN-09', 'LOAN-10']);
    expect(second?.target).toMatchObject({ kind: 'drive', serial: 'C', bus: 'usb' });
    expect(first?.outcome).toEqual({
      result: 'running',
      phase: null,
      process: '1-x-000000000000',
    });
    expect(first?.images).toEqual([
      { name: 'Win11.iso', sizeBytes: null, sha256: null, edition: null },
    ]);
  });

  it('say at each phase how far it came', () => {
    const made = recorder([]);
    const shared = made.take({ type: 'phase', phase: 'building', target: null });
    expect(shared.map(({ outcome }) => outcome)).toEqual(
      [0, 1].map(() => ({ result: 'running', phase: 'building', process: '1-x-000000000000' })),
    );
    const [own, ...others] = made.take({ type: 'phase', phase: 'writing', target: '/dev/sdc' });
    expect([own?.target.path, others]).toEqual(['/dev/sdc', []]);
  });

  it('tell a finished stick from one that failed, each with its own timings', () => {
    const error = stickError('target/vanished', { target: '/dev/sdc' }, { stick: 'unfinished' });
    const report: Pick<Report, 'failed'> & { sticks: object[] } = {
      sticks: [
        {
          target: '/dev/sdb',
          computerName: 'LOAN-09',
          disk: { scheme: 'mbr', signature: '0a1b2c3d' },
          writtenBytes: 150e6,
          verifiedBytes: 150e6,
          resumedBytes: 5,
          bitLocker: { recoveryKeyId: 'KEY-ID', recoveryKeyFile: '/keys/file.txt' },
          checks: [{ id: 'a', status: 'pass', evidence: 'good' }],
        },
      ],
      failed: [{ target: '/dev/sdc', error: { ...error.toData(), detail: 'technical' } }],
    };
    const [finished, failed] = valid(recorder(common).finished(report as unknown as Report));
    expect(finished).toMatchObject({
      outcome: { result: 'finished' },
      stickId: 'mbr:0a1b2c3d',
      images: [{ sizeBytes: 200e6, sha256, edition: 'Windows 11 Pro' }],
      verification: 'compared',
      resumedBytes: 5,
      recoveryKeyId: 'KEY-ID',
      checks: { passed: 1, warned: 0, failed: 0 },
    });
    expect(JSON.stringify(finished)).not.toContain('/keys/');
    expect(finished?.timings.map(({ phase }) => phase)).toEqual([
      'hashing',
      'writing',
      'verifying',
    ]);
    expect(failed).toMatchObject({
      outcome: { result: 'failed', phase: 'writing', error: { code: 'target/vanished' } },
      writtenBytes: 40e6,
      verifiedBytes: 0,
      verification: 'not-reached',
      checks: null,
      stickId: null,
    });
    expect(JSON.stringify(failed)).not.toContain('technical');
    expect(failed?.timings.map(({ phase }) => phase)).toEqual(['hashing', 'writing']);
  });

  it('tell each stick its own reason where none was finished, and what its checks found', () => {
    const error = stickError('check/failed', { target: '/dev/sdb', failed: 'gone' });
    const made = recorder([
      ...common,
      { type: 'checks', target: '/dev/sdb', checks: [...failedChecks] },
      {
        type: 'target',
        target: '/dev/sdb',
        state: 'failed',
        phase: null,
        doneBytes: 0,
        totalBytes: 0,
        bytesPerSecond: null,
        overall: 1,
        secondsLeft: null,
        error: error.withStick('finished').toData(),
      },
    ]);
    const [first, second] = valid(made.failed(stickError('cancelled', {}, { stick: 'unknown' })));
    expect(first).toMatchObject({
      outcome: { result: 'failed', error: { code: 'check/failed', stick: 'finished' } },
      checks: { passed: 1, warned: 0, failed: 1 },
      notPassed: [{ id: 'b' }],
    });
    expect(second?.outcome).toEqual({ result: 'cancelled', phase: 'writing', stick: 'unknown' });
    expect(second?.endedAt).not.toBeNull();
  });
});
