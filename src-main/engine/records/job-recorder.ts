import { StickError } from '../../../src-shared/errors';
import type { JobEvent, Phase } from '../../../src-shared/job';
import type { StickRecord } from '../../../src-shared/records';
import { unfinishedRecord } from './ended-record';
import type { RecordedWork, WorkReport } from './recorded-work';

/** What a row knows of its target besides the record. */
interface Row<Kept> {
  record: Kept;
  phase: Phase | null;
  /** Why it failed, where that is told before the job ends. */
  error: StickError | null;
}

/**
 * Turns what the engine tells of a job into one record for each of its targets. Knows no files: whoever uses it keeps the records.
 */
export class JobRecorder<Kept extends StickRecord, Done extends WorkReport> {
  private readonly rows: ReadonlyMap<string, Row<Kept>>;

  constructor(private readonly work: RecordedWork<Kept, Done>) {
    const rows = work.records.map((record) => ({ record, phase: null, error: null }));
    this.rows = new Map(rows.map((row) => [row.record.target.path, row]));
  }

  get records(): Kept[] {
    return [...this.rows.values()].map(({ record }) => record);
  }

  /**
   * Takes in what happened. Gives the records that are worth being kept as they are now: they are what a job leaves that breaks off here.
   */
  take(event: JobEvent): Kept[] {
    switch (event.type) {
      case 'phase':
        return this.rowsOf(event.target).map((row) => {
          row.phase = event.phase;
          row.record = inPhase(row.record, event.phase);
          return row.record;
        });
      case 'timing': {
        const { type: _type, ...timing } = event;
        for (const row of this.rowsOf(event.target)) {
          row.record = { ...row.record, timings: [...row.record.timings, timing] };
        }
        return [];
      }
      case 'target':
        for (const row of this.rowsOf(event.target)) {
          row.error = event.error && new StickError(event.error);
        }
        return [];
      case 'image':
      case 'checks':
        for (const row of this.rowsOf('target' in event ? event.target : null)) {
          row.record = this.work.heard(row.record, event);
        }
        return [];
      default:
        return [];
    }
  }

  /** The records of a job that finished at least one target. */
  finished(report: Done): Kept[] {
    return [...this.rows].map(([target, { record, phase }]) => {
      const finished = this.work.finished(record, report);
      if (finished) return finished;
      const failed = report.failed.find((one) => one.target === target);
      if (!failed) throw new Error(`${target} is missing in the report`);
      return unfinishedRecord(record, new StickError(failed.error), phase);
    });
  }

  /** The records of a job that finished none; `error`: why, where nothing else is known of a target. */
  failed(error: StickError): Kept[] {
    return [...this.rows.values()].map((row) =>
      unfinishedRecord(row.record, row.error ?? error, row.phase),
    );
  }

  private rowsOf(target: string | null): Row<Kept>[] {
    const rows = [...this.rows];
    return rows.filter(([name]) => target === null || name === target).map(([, row]) => row);
  }
}

function inPhase<Kept extends StickRecord>(record: Kept, phase: Phase): Kept {
  const { outcome } = record;
  return outcome.result === 'running' ? { ...record, outcome: { ...outcome, phase } } : record;
}
