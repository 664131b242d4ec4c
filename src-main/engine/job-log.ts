import type { CheckResult } from '../../src-shared/check';
import type { StickError } from '../../src-shared/errors';
import {
  waitingTarget,
  type JobEvent,
  type Phase,
  type Report,
  type TargetProgress,
} from '../../src-shared/job';
import { ThroughputMeter, type PhaseTiming } from '../../src-shared/timing';
import type { Running } from '../host';
import { Pace, type PaceState, type Workload } from './pace';

export type OnEvent = (event: JobEvent) => void;

/** Milliseconds between two events about the progress of one and the same phase. */
const PROGRESS_EVERY_MS = 100;

/** What a job will do: once for all targets, and then for each of them, all at the same time. */
export interface JobWork {
  shared: readonly Workload[];
  targets: readonly { target: string; work: readonly Workload[] }[];
}

/** Tells what a job is doing and keeps how long each phase took and how fast it was. */
export class JobLog {
  readonly timings: Report['timings'] = [];
  private readonly shared: Stretch;
  private readonly rows: TargetLog[];
  private readonly sharedSeconds: number;
  private readonly targetSeconds: number;
  private readonly due = throttle();

  constructor(
    { shared, targets }: JobWork,
    private readonly onEvent: OnEvent,
  ) {
    const began = performance.now();
    const clock: Clock = () => Math.round(performance.now() - began);
    const onTiming = (timing: PhaseTiming): void => {
      this.timings.push(timing);
      onEvent({ type: 'timing', ...timing });
    };
    this.shared = new Stretch(null, shared, clock, onTiming);
    this.sharedSeconds = this.shared.assumedSeconds;
    this.rows = targets.map(
      ({ target, work }) =>
        new TargetLog(target, new Stretch(target, work, clock, onTiming), onEvent, (phaseBegan) => {
          this.tellTargets(phaseBegan);
        }),
    );
    // They go on side by side: all of them take as long as the longest.
    this.targetSeconds = Math.max(0, ...this.rows.map(({ assumedSeconds }) => assumedSeconds));
  }

  /** A phase that serves all targets begins. */
  phase(phase: Phase): void {
    if (this.shared.phase === phase) return;
    this.onEvent({ type: 'phase', phase, target: null });
    this.tellShared(this.shared.begin(phase), true);
  }

  progress(doneBytes: number, totalBytes: number): void {
    this.tellShared(this.shared.advance(doneBytes, totalBytes), doneBytes >= totalBytes);
  }

  /** Where the work for one target is told. The shared phases are over once the first of them begins. */
  target(name: string): TargetLog {
    const row = this.rows.find(({ name: candidate }) => candidate === name);
    if (!row) throw new Error(`${name} is no target of this job`);
    return row;
  }

  /** An image was read whole. */
  image(image: Omit<Extract<JobEvent, { type: 'image' }>, 'type'>): void {
    this.onEvent({ type: 'image', ...image });
  }

  /** Ends what serves all targets, whether or not it came to its end. */
  end(): void {
    this.shared.end();
  }

  info(text: string): void {
    this.onEvent({ type: 'log', level: 'info', text });
  }

  warn(text: string): void {
    this.onEvent({ type: 'log', level: 'warn', text });
  }

  /** What a piece of shared work needs to report its progress here. */
  running(signal: AbortSignal): Running {
    return {
      signal,
      onProgress: (done, total) => {
        this.progress(done, total);
      },
    };
  }

  private tellShared(state: PaceState, now: boolean): void {
    if (!this.due(now)) return;
    const { overall, secondsLeft, ...rest } = state;
    this.onEvent({
      type: 'progress',
      ...rest,
      target: null,
      overall: this.share(overall * this.sharedSeconds),
      secondsLeft: secondsLeft === null ? null : secondsLeft + this.targetSeconds,
    });
  }

  private tellTargets(phaseBegan: boolean): void {
    this.shared.end();
    if (!this.due(phaseBegan)) return;
    const rows = this.rows.map((row) => row.progress);
    const done = rows.reduce((sum, row) => sum + (isOver(row) ? 1 : row.overall), 0);
    // When nothing was finished there is nothing to be told of as done.
    if (rows.every(({ state }) => state === 'failed')) return;
    const working = rows.filter((row) => !isOver(row));
    // What holds up the others is what a person waits for.
    const last = working.reduce<TargetProgress | undefined>(
      (slowest, row) => (slowest && slowest.overall <= row.overall ? slowest : row),
      undefined,
    );
    const shown = working.length === 0 ? rows : working;
    const lefts = working.map(({ secondsLeft }) => secondsLeft);
    this.onEvent({
      type: 'progress',
      phase: last?.phase ?? 'checking',
      target: rows.length === 1 ? (rows[0]?.target ?? null) : null,
      doneBytes: sumOf(shown, (row) => row.doneBytes),
      totalBytes: sumOf(shown, (row) => row.totalBytes),
      bytesPerSecond: shown.every((row) => row.bytesPerSecond === null)
        ? null
        : sumOf(shown, (row) => row.bytesPerSecond ?? 0),
      overall: this.share(this.sharedSeconds + (done / rows.length) * this.targetSeconds),
      secondsLeft: lefts.includes(null) ? null : Math.max(0, ...lefts.map((left) => left ?? 0)),
    });
  }

  private share(seconds: number): number {
    const total = this.sharedSeconds + this.targetSeconds;
    return total === 0 ? 0 : Math.min(1, seconds / total);
  }
}

/** Tells what is being done for one target. */
export class TargetLog {
  /** The last that was told. */
  progress: TargetProgress;
  private readonly due = throttle();

  constructor(
    readonly name: string,
    private readonly stretch: Stretch,
    private readonly onEvent: OnEvent,
    private readonly onChange: (phaseBegan: boolean) => void,
  ) {
    this.progress = waitingTarget(name);
  }

  get assumedSeconds(): number {
    return this.stretch.assumedSeconds;
  }

  /** Goes on with a phase, or begins it. */
  advance(phase: Phase, doneBytes: number, totalBytes: number): void {
    const begins = this.stretch.phase !== phase;
    if (begins) {
      this.stretch.begin(phase);
      this.onEvent({ type: 'phase', phase, target: this.name });
    }
    const state = this.stretch.advance(doneBytes, totalBytes);
    this.tell({ ...this.progress, state: 'working', ...state }, begins);
  }

  /** What the checks of the written stick found, whether or not it passed. */
  checked(checks: readonly CheckResult[]): void {
    this.onEvent({ type: 'checks', target: this.name, checks: [...checks] });
  }

  finished(): void {
    this.over({ state: 'finished', overall: 1, error: null });
  }

  failed(error: StickError): void {
    this.over({ state: 'failed', overall: this.progress.overall, error: error.toData() });
  }

  private over(end: Pick<TargetProgress, 'state' | 'overall' | 'error'>): void {
    this.stretch.end();
    this.tell(
      { ...this.progress, phase: null, bytesPerSecond: null, secondsLeft: null, ...end },
      true,
    );
  }

  private tell(progress: TargetProgress, now: boolean): void {
    this.progress = progress;
    if (this.due(now)) this.onEvent({ type: 'target', ...progress });
    this.onChange(now);
  }
}

/** Whole milliseconds since the job began. */
type Clock = () => number;

/** Phases that follow each other, timed. */
class Stretch {
  private readonly pace: Pace;
  private open: { phase: Phase; startMs: number; meter: ThroughputMeter } | null = null;

  constructor(
    private readonly target: string | null,
    work: readonly Workload[],
    private readonly clock: Clock,
    private readonly onTiming: (timing: PhaseTiming) => void,
  ) {
    this.pace = new Pace(work);
  }

  get phase(): Phase | null {
    return this.open?.phase ?? null;
  }

  get assumedSeconds(): number {
    return this.pace.assumedSeconds;
  }

  begin(phase: Phase): PaceState {
    this.end();
    this.open = { phase, startMs: this.clock(), meter: new ThroughputMeter() };
    return this.pace.begin(phase);
  }

  advance(doneBytes: number, totalBytes: number): PaceState {
    this.open?.meter.advance(doneBytes, this.clock() - this.open.startMs);
    return this.pace.advance(doneBytes, totalBytes);
  }

  end(): void {
    if (!this.open) return;
    const { phase, startMs, meter } = this.open;
    this.open = null;
    const endMs = this.clock();
    const { bytes } = meter;
    const throughput = meter.end(endMs - startMs);
    this.onTiming({ phase, target: this.target, startMs, endMs, bytes, throughput });
  }
}

function isOver({ state }: TargetProgress): boolean {
  return state === 'finished' || state === 'failed';
}

function sumOf(rows: readonly TargetProgress[], value: (row: TargetProgress) => number): number {
  return rows.reduce((sum, row) => sum + value(row), 0);
}

/** Whether it is time to tell again: always when something changed that must not be missed. */
function throttle(): (now: boolean) => boolean {
  let last = -Infinity;
  return (now) => {
    const time = performance.now();
    if (!now && time - last < PROGRESS_EVERY_MS) return false;
    last = time;
    return true;
  };
}
