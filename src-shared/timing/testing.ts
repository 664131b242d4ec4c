import type { Phase } from '../phase';
import type { PhaseTiming } from './phase-timing';
import { ThroughputMeter } from './throughput-meter';

/** A part of a phase: how many seconds it took, and how many bytes a second it did. */
export type SimulatedPart = readonly [seconds: number, bytesPerSecond: number];

/** Timings of phases that follow each other, as the engine would measure them. */
export function simulatedTimings(
  phases: readonly (readonly [
    phase: Phase,
    target: string | null,
    parts: readonly SimulatedPart[],
  ])[],
): PhaseTiming[] {
  let startMs = 0;
  return phases.map(([phase, target, parts]) => {
    const meter = new ThroughputMeter();
    let [atMs, done] = [0, 0];
    for (const [seconds, bytesPerSecond] of parts) {
      for (let tick = 0; tick < seconds; tick += 1) {
        const share = Math.min(1, seconds - tick);
        atMs += Math.round(1000 * share);
        done += Math.round(bytesPerSecond * share);
        meter.advance(done, atMs);
      }
    }
    const timing = { phase, target, startMs, endMs: startMs + atMs, bytes: meter.bytes };
    startMs = timing.endMs;
    return { ...timing, throughput: meter.end(atMs) };
  });
}
