import { describe, expect, it } from 'vitest';
import type { JobEvent } from '../../src-shared/job';
import { GiB } from '../../src-shared/units';
import { defaultWindowsChoices } from '../../src-shared/windows-choices';
import type { GuestContent } from './guest-content';
import { JobLog } from './job-log';
import { logGuest } from './log-guest';
import { logSpace } from './log-space';
import { driveTarget, imageInfo, simulatedJob } from './test-support/simulated-job';

function logged(act: (log: JobLog) => void): string[] {
  const events: JobEvent[] = [];
  act(new JobLog({ shared: [], targets: [] }, (event) => events.push(event)));
  return events.flatMap((event) => (event.type === 'log' ? [`${event.level}: ${event.text}`] : []));
}

const nothing: GuestContent = {
  edits: { registry: [], files: [], removals: [] },
  sticks: [],
  drivers: null,
  answerNotes: [],
  addedBytes: 0,
};

describe('the log of what goes into Windows', () => {
  const { answers } = defaultWindowsChoices;

  it('is empty where nothing is special', () => {
    expect(
      logged((log) => {
        logGuest(log, answers, nothing);
      }),
    ).toEqual([]);
  });

  it('tells names, drivers that were taken and those that were not, and notes', () => {
    const taken = {
      inf: 'usb/xhci.inf',
      provider: 'Maker',
      className: 'USB',
      classGuid: null,
      version: null,
      date: null,
      architectures: ['x64' as const],
      catalog: 'xhci.cat',
      files: 3,
      bytes: 1000,
      bootCritical: true,
    };
    const content: GuestContent = {
      ...nothing,
      sticks: [{ computerName: 'LOANER-01', ownFiles: [] }],
      drivers: {
        folder: '/drivers',
        taken: [taken],
        refused: [{ inf: 'old.inf', reason: 'unsigned', detail: '' }],
        totalBytes: 1000,
      },
      answerNotes: [{ kind: 'pass-not-run', pass: 'windowsPE' }],
    };
    const account = { name: 'Eva', administrator: false, askPassword: true };
    const lines = logged((log) => {
      logGuest(log, { ...answers, account }, content);
    });
    expect(lines).toEqual([
      expect.stringMatching(/^warn: No account .* administrator/),
      expect.stringMatching(/^warn: .*windowsPE/),
      'info: Names of the computers: LOANER-01',
      expect.stringMatching(/^info: Drivers put in from \/drivers: 1, /),
      expect.stringMatching(/^warn: usb\/xhci\.inf \(USB\) takes effect only after/),
      expect.stringMatching(/^warn: old\.inf stays out\. .*catalog/),
    ]);
  });
});

describe('the log of the room that Windows gets', () => {
  it('warns of a stick that has less than it should, and of no other', () => {
    const drives = [driveTarget('/dev/small', 8 * GiB), driveTarget('/dev/large', 256 * GiB)];
    const { job } = simulatedJob('/tmp', imageInfo('/w.wim', null, GiB), drives);
    const lines = logged((log) => {
      logSpace(log, job.prepared);
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^warn: Windows gets .* on \/dev\/small, .* = .*: updates may not fit$/,
    );
  });
});
