import type { JobEvent, Phase, Report } from '../../src-shared/job';
import type { Running } from '../host';
import { Pace, type Workload } from './pace';

export type OnEvent = (event: JobEvent) => void;

/** Tells what a job is doing and keeps how long each phase took. */
export class JobLog {
  private readonly pace: Pace;
  readonly timings: Report['timings'] = [];
  private open: { phase: Phase; target: string | null; since: number; bytes: number } | null = null;

  constructor(
    workloads: readonly Workload[],
    private readonly onEvent: OnEvent,
  ) {
    this.pace = new Pace(workloads);
  }

  phase(phase: Phase, target: string | null = null): void {
    if (this.open?.phase === phase && this.open.target === target) return;
    this.end();
    this.open = { phase, target, since: performance.now(), bytes: 0 };
    this.onEvent({ type: 'phase', phase, target });
    this.onEvent({ type: 'progress', ...this.pace.begin(phase, target) });
  }

  progress(doneBytes: number, totalBytes: number): void {
    if (this.open) this.open.bytes = doneBytes;
    this.onEvent({ type: 'progress', ...this.pace.advance(doneBytes, totalBytes) });
  }

  info(text: string): void {
    this.onEvent({ type: 'log', level: 'info', text });
  }

  warn(text: string): void {
    this.onEvent({ type: 'log', level: 'warn', text });
  }

  /** What a piece of work needs to report its progress here. */
  running(signal: AbortSignal): Running {
    return {
      signal,
      onProgress: (done, total) => {
        this.progress(done, total);
      },
    };
  }

  get currentPhase(): Phase {
    return this.open?.phase ?? 'preparing';
  }

  end(): void {
    if (!this.open) return;
    const { phase, target, since, bytes } = this.open;
    this.timings.push({ phase, target, seconds: (performance.now() - since) / 1000, bytes });
    this.open = null;
  }
}
