import { basename } from 'node:path';
import type { CheckResult } from '../../../src-shared/check';
import { stickIdOfDisk, stickIdOfVentoy } from '../../../src-shared/diary';
import type { Report } from '../../../src-shared/job';
import type { MadeRecord, RecordImage } from '../../../src-shared/records';
import { finishedRecord } from './ended-record';
import { newRecords, type JobFacts } from './new-record';
import type { Finding, RecordedWork } from './recorded-work';

/** What is recorded of a job that makes the sticks of a plan. */
export function madeSticks(facts: JobFacts): RecordedWork<MadeRecord, Report> {
  const { plan } = facts;
  // What is unpacked straight onto a drive can't be compared with anything.
  const isDirect = plan.kind === 'windows-to-go' && plan.way === 'direct';
  return {
    records: newRecords(facts),
    heard,
    finished: (record, report) => {
      const stick = report.sticks.find(({ target }) => target === record.target.path);
      if (!stick) return null;
      const made = madeRecord(finishedRecord(record, stick), stick);
      return isDirect ? { ...made, verification: 'left-out' } : made;
    },
  };
}

function heard(record: MadeRecord, event: Finding): MadeRecord {
  return event.type === 'image'
    ? { ...record, images: withImage(record.images, event) }
    : { ...record, ...checksOf(event.checks) };
}

function madeRecord(record: MadeRecord, stick: Report['sticks'][number]): MadeRecord {
  const checked = { ...record, ...checksOf(stick.checks) };
  return 'disk' in stick
    ? {
        ...checked,
        stickId: stickIdOfDisk(stick.disk),
        computerName: stick.computerName,
        resumedBytes: stick.resumedBytes,
        recoveryKeyId: stick.bitLocker?.recoveryKeyId ?? null,
      }
    : {
        ...checked,
        stickId: stickIdOfVentoy(stick.ventoy),
        computerName: stick.windows?.computerName ?? null,
      };
}

function checksOf(checks: readonly CheckResult[]): Pick<MadeRecord, 'checks' | 'notPassed'> {
  const count = (status: CheckResult['status']): number =>
    checks.filter((check) => check.status === status).length;
  return {
    checks: { passed: count('pass'), warned: count('warn'), failed: count('fail') },
    notPassed: checks.filter(({ status }) => status !== 'pass'),
  };
}

/** Of images with the same name, it is the first of which nothing is known yet. */
function withImage(
  images: readonly RecordImage[],
  { path, sizeBytes, sha256, edition }: Extract<Finding, { type: 'image' }>,
): RecordImage[] {
  const isIt = ({ name, sha256: known }: RecordImage): boolean =>
    name === basename(path) && known === null;
  const index = images.findIndex(isIt);
  return images.map((image, at) =>
    at === index ? { ...image, sizeBytes, sha256, edition } : image,
  );
}
