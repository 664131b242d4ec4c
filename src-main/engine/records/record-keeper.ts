import { messageOf } from '../../../src-shared/errors';
import type { StickRecord } from '../../../src-shared/records';
import type { RecordStore } from './record-store';

/** So long, in milliseconds, a job waits for its records; they must never hold it up. */
const LONGEST_WAIT_MS = 2000;

/** Keeps the records of a running job, one write after the other; where several come while one is written, the newest of each stick is next. */
export class RecordKeeper {
  private readonly next = new Map<string, StickRecord>();
  private writing = Promise.resolve();

  constructor(
    private readonly store: RecordStore,
    /** Is told what could not be kept. */
    private readonly onProblem: (text: string) => void,
    /** Is told when something was kept. */
    private readonly onChange: () => void,
  ) {}

  /** Resolves when these, or newer ones, have been written or could not be. */
  keep(records: readonly StickRecord[]): Promise<void> {
    for (const record of records) this.next.set(record.id, record);
    this.writing = this.writing.then(() => this.writeAll());
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    for (let [record] = this.next.values(); record; [record] = this.next.values()) {
      this.next.delete(record.id);
      try {
        await this.store.write(record, AbortSignal.timeout(LONGEST_WAIT_MS));
        this.onChange();
      } catch (error) {
        this.onProblem(`The record of ${record.target.path} was not kept: ${messageOf(error)}`);
      }
    }
  }
}
