import { MOST_STEPS, SPEED_LIMITS, type Throughput } from './phase-timing';

const FIRST_STEP_MS = 250;
/** Progress comes in bursts; what is told within so many milliseconds is one measurement. */
const SAMPLE_MS = 200;

/**
 * Measures how fast a phase is, from the bytes that it tells as done. What came between two measurements counts as having come evenly. It
 * needs the same memory however long the phase takes: when the curve gets too long, each two of its steps become one.
 */
export class ThroughputMeter {
  private stepMs = FIRST_STEP_MS;
  private steps: number[] = [];
  private readonly msAtSpeed = new Array<number>(SPEED_LIMITS.length + 1).fill(0);
  private sampledMs = 0;
  private sampledBytes = 0;
  private doneBytes = 0;

  /** Bytes done so far. */
  get bytes(): number {
    return this.doneBytes;
  }

  /** Tells what is done, whole milliseconds after the phase began. Less than was done already counts as nothing. */
  advance(doneBytes: number, atMs: number): void {
    this.doneBytes = Math.max(this.doneBytes, doneBytes);
    if (atMs - this.sampledMs >= SAMPLE_MS) this.sample(atMs);
  }

  /** What was measured, up to the end of the phase. Null where no bytes were told, and where it took no time. */
  end(atMs: number): Throughput | null {
    if (this.doneBytes === 0 || atMs === 0) return null;
    this.sample(atMs);
    return { stepMs: this.stepMs, stepBytes: [...this.steps], msAtSpeed: [...this.msAtSpeed] };
  }

  private sample(atMs: number): void {
    const from = this.sampledMs;
    const bytes = this.doneBytes - this.sampledBytes;
    if (atMs > from) {
      const kind = speedClass((bytes / (atMs - from)) * 1000);
      this.msAtSpeed[kind] = (this.msAtSpeed[kind] ?? 0) + atMs - from;
    }
    this.spread(bytes, Math.min(from, atMs - 1), atMs);
    this.sampledMs = atMs;
    this.sampledBytes = this.doneBytes;
  }

  private spread(bytes: number, fromMs: number, toMs: number): void {
    while (toMs > this.stepMs * MOST_STEPS) this.halve();
    const before = (ms: number): number =>
      Math.round((bytes * (Math.min(ms, toMs) - fromMs)) / (toMs - fromMs));
    for (let ms = fromMs; ms < toMs;) {
      const step = Math.floor(ms / this.stepMs);
      const end = (step + 1) * this.stepMs;
      while (this.steps.length <= step) this.steps.push(0);
      this.steps[step] = (this.steps[step] ?? 0) + before(end) - before(ms);
      ms = end;
    }
  }

  private halve(): void {
    this.stepMs *= 2;
    const pairs = Math.ceil(this.steps.length / 2);
    this.steps = Array.from(
      { length: pairs },
      (_, pair) => (this.steps[2 * pair] ?? 0) + (this.steps[2 * pair + 1] ?? 0),
    );
  }
}

/** Which class of `msAtSpeed` a speed belongs to. */
export function speedClass(bytesPerSecond: number): number {
  const above = SPEED_LIMITS.findIndex((limit) => bytesPerSecond < limit);
  return above === -1 ? SPEED_LIMITS.length : above;
}
