import { messageOf, toStickError } from '../../../src-shared/errors';
import type { StickRecord } from '../../../src-shared/records';
import type { MakeRunning } from '../job';
import { JobRecorder } from './job-recorder';
import { RecordKeeper } from './record-keeper';
import type { RecordLines } from './record-lines';
import type { RecordStore } from './record-store';
import type { RecordedWork, WorkReport } from './recorded-work';

const LONGEST_SENDING_MS = 10_000;

/** Where the records of a job go. */
export interface Recording {
  store: RecordStore;
  lines: RecordLines;
  /** The file that gets a line for each record; null for none. */
  lineFile: string | null;
  /** Is told when a record was written. */
  onChange: () => void;
}

/**
 * Does a job and keeps a record of each of its targets: when the job begins, at each new phase, and when it has ended, however that was.
 * A record that can't be kept or sent is a warning in the log and nothing more.
 */
export async function recordedJob<
  Kept extends StickRecord,
  Done extends WorkReport,
  Report extends Done,
>(
  work: RecordedWork<Kept, Done>,
  { signal, onEvent }: MakeRunning,
  recording: Recording,
  job: (running: MakeRunning) => Promise<Report>,
): Promise<Report> {
  const warn = (text: string): void => {
    onEvent({ type: 'log', level: 'warn', text });
  };
  const recorder = new JobRecorder(work);
  const keeper = new RecordKeeper(recording.store, warn, recording.onChange);
  const end = async (ended: () => StickRecord[]): Promise<void> => {
    try {
      await keepEnded(ended(), keeper, recording, warn);
    } catch (error) {
      warn(messageOf(error));
    }
  };
  await keeper.keep(recorder.records);
  const running: MakeRunning = {
    signal,
    onEvent: (event) => {
      void keeper.keep(recorder.take(event));
      onEvent(event);
    },
  };
  try {
    const report = await job(running);
    await end(() => recorder.finished(report));
    return report;
  } catch (thrown) {
    await end(() => recorder.failed(toStickError(thrown)));
    throw thrown;
  }
}

async function keepEnded(
  records: readonly StickRecord[],
  keeper: RecordKeeper,
  { lines, lineFile }: Recording,
  warn: (text: string) => void,
): Promise<void> {
  if (lineFile === null) return keeper.keep(records);
  await lines.note(records.map(({ id }) => id)).catch((error: unknown) => {
    warn(`No lines were noted for ${lineFile}: ${messageOf(error)}`);
  });
  await keeper.keep(records);
  await lines.send(lineFile, AbortSignal.timeout(LONGEST_SENDING_MS));
}
