import { partOf, type PhaseTiming } from '../../../src-shared/timing';

/** A part of the work in the chart. Places are shares of the whole time, from 0 to 1. */
export interface Span {
  /** From 1 on, by which the chart and its table mean the same. */
  number: number;
  timing: PhaseTiming;
  from: number;
  to: number;
  /** Of the rows of the chart, from 0 on: what was done at the same time lies in several. */
  lane: number;
}

/** How fast a part was, as an outline that begins and ends at nothing. */
export interface Curve {
  timing: PhaseTiming;
  /** `x` is a share of the whole time, `y` one of `topBytesPerSecond`. */
  points: { x: number; y: number }[];
}

export interface Chart {
  totalMs: number;
  spans: Span[];
  lanes: number;
  curves: Curve[];
  /** The speed at the top; 0 where none was measured. */
  topBytesPerSecond: number;
  /** Reading the image went beyond the top: it would leave no room for how the slow parts differ. */
  isCut: boolean;
}

/** What the chart of one stick shows. Timings of other sticks don't belong into it. */
export function chartOf(timings: readonly PhaseTiming[]): Chart {
  const firstMs = Math.min(...timings.map(({ startMs }) => startMs));
  const totalMs = Math.max(0, ...timings.map(({ endMs }) => endMs - firstMs));
  const place = (ms: number): number => (totalMs === 0 ? 0 : (ms - firstMs) / totalMs);
  const laneEnds: number[] = [];
  const spans = inOrder(timings).map((timing, index): Span => {
    const free = laneEnds.findIndex((endMs) => endMs <= timing.startMs);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = timing.endMs;
    const [from, to] = [place(timing.startMs), place(timing.endMs)];
    return { number: index + 1, timing, from, to, lane };
  });
  const fastest = (kept: (timing: PhaseTiming) => boolean): number =>
    Math.max(
      0,
      ...timings
        .filter(kept)
        .flatMap(stepsOf)
        .map((step) => step.bytesPerSecond),
    );
  const fastestOfAll = fastest(() => true);
  const topBytesPerSecond = fastest((timing) => partOf(timing) !== 'image') || fastestOfAll;
  const curves = spans.flatMap(({ timing }): Curve[] => {
    const steps = stepsOf(timing);
    const [first, last] = [steps.at(0), steps.at(-1)];
    if (first === undefined || last === undefined) return [];
    const height = ({ bytesPerSecond }: Step): number =>
      Math.min(1, bytesPerSecond / topBytesPerSecond);
    const points = [
      { x: place(first.startMs), y: 0 },
      ...steps.flatMap((step) => [
        { x: place(step.startMs), y: height(step) },
        { x: place(step.endMs), y: height(step) },
      ]),
      { x: place(last.endMs), y: 0 },
    ];
    return [{ timing, points }];
  });
  const isCut = fastestOfAll > topBytesPerSecond;
  return { totalMs, spans, lanes: laneEnds.length, curves, topBytesPerSecond, isCut };
}

interface Step {
  startMs: number;
  endMs: number;
  bytesPerSecond: number;
}

/** A curve's steps on the clock of the job. The last one ends with its phase. */
function stepsOf({ startMs, endMs, throughput }: PhaseTiming): Step[] {
  if (throughput === null) return [];
  const { stepMs, stepBytes } = throughput;
  return stepBytes.flatMap((bytes, index) => {
    const from = startMs + index * stepMs;
    const to = Math.min(endMs, from + stepMs);
    if (to <= from) return [];
    return [{ startMs: from, endMs: to, bytesPerSecond: (bytes / (to - from)) * 1000 }];
  });
}

function inOrder(timings: readonly PhaseTiming[]): PhaseTiming[] {
  return [...timings].sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}
