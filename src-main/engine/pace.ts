import type { Phase } from '../../src-shared/job';

/** Work to be done: the bytes of one phase. */
export interface Workload {
  phase: Phase;
  bytes: number;
  /** Bytes a second assumed until the phase has shown its own speed. */
  assumedSpeed: number;
}

/** How far a sequence of phases has come. */
export interface PaceState {
  phase: Phase;
  doneBytes: number;
  totalBytes: number;
  bytesPerSecond: number | null;
  /** Of the whole sequence, 0 to 1. */
  overall: number;
  secondsLeft: number | null;
}

interface Piece extends Workload {
  done: number;
}

/** Seconds a phase must have run before its own speed is believed. */
const WARM_UP_SECONDS = 2;
/** Weight of the newest measurement in the shown speed. */
const SMOOTHING = 0.25;
/** Seconds between two measurements of the speed. */
const SAMPLE_SECONDS = 0.5;

/**
 * Turns completed bytes of phases that follow each other into one overall fraction, a speed and the
 * time left. The fraction never goes back: each phase has a fixed share, set by its assumed speed, and
 * fills it by its bytes. A phase that nobody planned has no share.
 */
export class Pace {
  private readonly pieces: Piece[];
  private current: Piece | undefined;
  private startedAt = 0;
  private sampleAt = 0;
  private sampleBytes = 0;
  private speed: number | null = null;
  private highest = 0;

  constructor(
    workloads: readonly Workload[],
    private readonly now: () => number = () => performance.now() / 1000,
  ) {
    this.pieces = workloads.map((workload) => ({ ...workload, done: 0 }));
  }

  /** Seconds that the whole sequence is assumed to take. */
  get assumedSeconds(): number {
    return this.pieces.reduce((sum, { bytes, assumedSpeed }) => sum + bytes / assumedSpeed, 0);
  }

  begin(phase: Phase): PaceState {
    if (this.current) this.current.done = this.current.bytes;
    this.current = this.pieces.find((piece) => piece.phase === phase);
    if (!this.current) {
      this.current = { phase, bytes: 0, assumedSpeed: Infinity, done: 0 };
      this.pieces.push(this.current);
    }
    this.startedAt = this.now();
    this.sampleAt = this.startedAt;
    this.sampleBytes = 0;
    this.speed = null;
    return this.stateOf(this.current);
  }

  /** Tells completed bytes of the current phase. The total replaces the planned one. */
  advance(doneBytes: number, totalBytes: number): PaceState {
    const piece = this.current;
    if (!piece) throw new Error('no phase has begun');
    piece.bytes = totalBytes;
    piece.done = Math.min(doneBytes, totalBytes);
    this.measure(doneBytes);
    return this.stateOf(piece);
  }

  private measure(doneBytes: number): void {
    const now = this.now();
    const elapsed = now - this.sampleAt;
    if (elapsed < SAMPLE_SECONDS) return;
    const measured = Math.max(0, doneBytes - this.sampleBytes) / elapsed;
    this.speed = this.speed === null ? measured : this.speed + SMOOTHING * (measured - this.speed);
    this.sampleAt = now;
    this.sampleBytes = doneBytes;
  }

  private stateOf(piece: Piece): PaceState {
    return {
      phase: piece.phase,
      doneBytes: piece.done,
      totalBytes: piece.bytes,
      bytesPerSecond: this.speed,
      overall: this.overall(),
      secondsLeft: this.secondsLeft(piece),
    };
  }

  private overall(): number {
    const done = this.pieces.reduce((sum, piece) => sum + piece.done / piece.assumedSpeed, 0);
    const total = this.assumedSeconds;
    this.highest = Math.max(this.highest, total === 0 ? 0 : Math.min(1, done / total));
    return this.highest;
  }

  private secondsLeft(current: Piece): number | null {
    if (this.speed === null || this.speed <= 0) return null;
    if (this.now() - this.startedAt < WARM_UP_SECONDS) return null;
    const later = this.pieces
      .filter((piece) => piece !== current)
      .reduce((sum, piece) => sum + (piece.bytes - piece.done) / piece.assumedSpeed, 0);
    return (current.bytes - current.done) / this.speed + later;
  }
}
