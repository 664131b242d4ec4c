import { describe, expect, it } from 'vitest';
import { stickError } from '../../../src-shared/errors';
import type { Target } from '../../../src-shared/plan';
import { StickRecordSchema } from '../../../src-shared/records';
import type { RestoreReport } from '../../../src-shared/restore';
import { simulatedTimings } from '../../../src-shared/timing/testing';
import type { RestoreRequest } from '../restore';
import { JobRecorder } from './job-recorder';
import { restoredDrives } from './restore-recorded';

const drive = (path: string, sizeBytes = 64e9): Target => ({
  kind: 'drive',
  identity: { path, sizeBytes, serial: path, model: 'Stick', bus: 'usb' },
  unmount: true,
});
const start = { program: 'sticksmith 1', process: '1-x-000000000000' };

function recorder(request: Partial<RestoreRequest> = {}) {
  const asked = { targets: [drive('/dev/sdb')], label: 'KINGSTON', scheme: null, ...request };
  return new JobRecorder(restoredDrives(asked, start));
}

const report = (of: Partial<RestoreReport>): RestoreReport => ({
  ...{ program: 'sticksmith 1', startedAt: '', finishedAt: '' },
  ...{ drives: [], failed: [], timings: [], ...of },
});

describe('the records of drives that become ordinary ones', () => {
  it('say from the beginning what each is to become, and can be read again', () => {
    const targets = [drive('/dev/sdb'), drive('/dev/sdc', 3 * 1024 ** 4), drive('/dev/sdd', 512)];
    const { records } = recorder({ targets });
    for (const record of records) expect(StickRecordSchema.parse(record)).toEqual(record);
    expect(records.map(({ scheme }) => scheme)).toEqual(['mbr', 'gpt', null]);
    expect(new Set(records.map(({ jobId }) => jobId)).size).toBe(1);
    expect(records[0]).toMatchObject({
      kind: 'ordinary-drive',
      label: 'KINGSTON',
      fileSystem: 'exfat',
      target: { kind: 'drive', serial: '/dev/sdb' },
      outcome: { result: 'running', phase: null },
    });
    expect(recorder({ label: '' }).records[0]?.label).toBeNull();
  });

  it('tell a finished one from one that failed', () => {
    const error = stickError(
      'io/write',
      { path: '/dev/sdc', offset: 5e6, message: 'EIO' },
      { stick: 'unfinished' },
    );
    const made = recorder({ targets: [drive('/dev/sdb'), drive('/dev/sdc')] });
    made.take({ type: 'phase', phase: 'writing', target: '/dev/sdc' });
    const [finished, failed] = made.finished(
      report({
        drives: [
          {
            ...{ target: '/dev/sdb', targetBytes: 64e9, scheme: 'mbr', label: 'KINGSTON' },
            ...{ partition: { startByte: 4096, bytes: 60e9 }, freeBytes: 60e9 },
            ...{ writtenBytes: 14e6, verifiedBytes: 14e6 },
          },
        ],
        failed: [{ target: '/dev/sdc', error: error.toData() }],
      }),
    );
    expect(finished).toMatchObject({
      ...{ outcome: { result: 'finished' }, verification: 'compared' },
      ...{ writtenBytes: 14e6, verifiedBytes: 14e6 },
    });
    expect(failed).toMatchObject({
      outcome: {
        ...{ result: 'failed', phase: 'writing' },
        error: { code: 'io/write', stick: 'unfinished' },
      },
      verification: 'not-reached',
    });
  });

  it('say what a drive that was cancelled had got', () => {
    const made = recorder();
    const [writing] = simulatedTimings([['writing', '/dev/sdb', [[1, 5e6]]]]);
    made.take({ type: 'phase', phase: 'writing', target: '/dev/sdb' });
    if (writing) made.take({ type: 'timing', ...writing });
    const [cancelled] = made.failed(stickError('cancelled', {}, { stick: 'unfinished' }));
    expect(cancelled).toMatchObject({
      outcome: { result: 'cancelled', phase: 'writing', stick: 'unfinished' },
      writtenBytes: 5e6,
      timings: [{ phase: 'writing' }],
    });
  });
});
