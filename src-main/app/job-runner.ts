import { toStickError } from '../../src-shared/errors';
import {
  waitingTarget,
  type JobEvent,
  type JobState,
  type LogLine,
  type Phase,
  type Progress,
  type Report,
  type TargetProgress,
} from '../../src-shared/job';

const LOG_LINES = 500;

const nothingYet: Progress = {
  phase: 'preparing',
  target: null,
  doneBytes: 0,
  totalBytes: 0,
  bytesPerSecond: null,
  overall: 0,
  secondsLeft: null,
};

/** Runs one job at a time and keeps its state for whoever asks. */
export class JobRunner {
  private current: JobState = { state: 'idle' };
  private abort: AbortController | null = null;
  private running: Promise<void> = Promise.resolve();
  private progress = nothingYet;
  private targets: TargetProgress[] = [];
  private log: LogLine[] = [];

  constructor(private readonly onState: (state: JobState) => void) {}

  get state(): JobState {
    return this.current;
  }

  get busy(): boolean {
    return this.abort !== null;
  }

  /**
   * Starts a job on targets, named by their paths; it goes on after this returns. Does nothing while
   * another one runs.
   */
  start(
    targets: readonly string[],
    job: (signal: AbortSignal, onEvent: (event: JobEvent) => void) => Promise<Report>,
  ): void {
    if (this.abort) return;
    const abort = new AbortController();
    this.abort = abort;
    this.progress = nothingYet;
    this.targets = targets.map(waitingTarget);
    this.log = [];
    this.become(this.underWay('running'));
    this.running = job(abort.signal, (event) => {
      this.take(event);
    })
      .then(
        (report) => {
          this.become({ state: 'done', report, log: this.log });
        },
        (thrown: unknown) => {
          this.fail(thrown);
        },
      )
      .finally(() => {
        this.abort = null;
      });
  }

  /** Resolves when no job runs any more. */
  ended(): Promise<void> {
    return this.running;
  }

  cancel(): void {
    if (!this.abort || this.current.state !== 'running') return;
    this.become(this.underWay('cancelling'));
    this.abort.abort();
  }

  private take(event: JobEvent): void {
    if (event.type === 'log') {
      const { level, text } = event;
      this.log = [...this.log, { level, text }].slice(-LOG_LINES);
    } else if (event.type === 'progress') {
      const { type: _type, ...progress } = event;
      this.progress = progress;
    } else if (event.type === 'target') {
      const { type: _type, ...told } = event;
      this.targets = this.targets.map((row) => (row.target === told.target ? told : row));
    } else return;
    this.become(this.underWay(this.current.state === 'cancelling' ? 'cancelling' : 'running'));
  }

  private underWay(state: 'running' | 'cancelling'): JobState {
    const { progress, targets, log } = this;
    return state === 'running' ? { state, progress, targets, log } : { state, progress, targets };
  }

  private fail(thrown: unknown): void {
    const error = toStickError(thrown);
    const phase: Phase = this.progress.phase;
    this.become(
      error.code === 'cancelled'
        ? { state: 'cancelled', error: error.toData() }
        : { state: 'failed', error: error.toData(), phase, log: this.log },
    );
  }

  private become(state: JobState): void {
    this.current = state;
    this.onState(state);
  }
}
