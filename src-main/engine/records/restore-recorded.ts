import type { RestoredRecord } from '../../../src-shared/records';
import type { RestoreReport } from '../../../src-shared/restore';
import { processName } from '../../io';
import type { MakeRunning } from '../job';
import { restoreDrives, type RestoreRequest, type RestoreTools } from '../restore';
import { finishedRecord } from './ended-record';
import { newRestoredRecords, type JobStart } from './new-record';
import { recordedJob, type Recording } from './recorded-job';
import type { RecordedWork } from './recorded-work';

/** Makes ordinary drives of sticks, as `restoreDrives` does, and keeps a record of each. */
export async function restoreRecorded(
  request: RestoreRequest,
  tools: RestoreTools,
  running: MakeRunning,
  recording: Recording,
): Promise<RestoreReport> {
  const start = { program: tools.program, process: await processName() };
  return recordedJob(restoredDrives(request, start), running, recording, (within) =>
    restoreDrives(request, tools, within),
  );
}

/** What is recorded of a job that makes ordinary drives. */
export function restoredDrives(
  request: RestoreRequest,
  start: JobStart,
): RecordedWork<RestoredRecord, RestoreReport> {
  return {
    records: newRestoredRecords(request, start),
    heard: (record) => record,
    finished: (record, { drives }) => {
      const drive = drives.find(({ target }) => target === record.target.path);
      return drive ? finishedRecord(record, drive) : null;
    },
  };
}
