import { preciseDuration, type PhaseTiming, type Throughput } from '../../../src-shared/timing';
import { formatBytes } from '../../../src-shared/units';
import { Markup, markup } from '../../io';

/* Units of the drawing, which the page stretches to its width. */
const WIDTH = 720;
const HEIGHT = 160;
const TOP = 18;
const BOTTOM = HEIGHT - 18;
/** A phase of fewer units has no room for its name. */
const ROOM_FOR_NAME = 60;

/** The speed of the phases of one stick over the time of its job; null where nothing was counted. */
export function speedCurve(timings: readonly PhaseTiming[]): Markup | null {
  const counted = timings.flatMap(({ throughput, ...timing }) =>
    throughput ? [{ ...timing, throughput }] : [],
  );
  if (counted.length === 0) return null;
  const beginMs = Math.min(...timings.map(({ startMs }) => startMs));
  const endMs = Math.max(...timings.map(({ endMs: end }) => end));
  const highest = Math.max(...counted.flatMap((timing) => speedsOf(timing)));
  const x = (ms: number): number => (WIDTH * (ms - beginMs)) / (endMs - beginMs);
  const y = (speed: number): number => BOTTOM - ((BOTTOM - TOP) * speed) / highest;
  const words = `Speed over ${preciseDuration((endMs - beginMs) / 1000)}, at most ${formatBytes(highest)} a second`;
  return markup`<figure>
<svg class="curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words}">
${counted.map((timing) => {
  const [from, to] = [x(timing.startMs), x(timing.endMs)];
  const name =
    to - from < ROOM_FOR_NAME
      ? null
      : markup`<text x="${rounded((from + to) / 2)}" y="${HEIGHT - 4}" text-anchor="middle">${timing.phase}</text>`;
  return markup`<path d="${outline(timing, x, y)}"><title>${timing.phase}</title></path>${name}`;
})}
<path class="axis" d="M0 ${BOTTOM}H${WIDTH}"></path>
<text x="0" y="12">${formatBytes(highest)}/s</text>
<text x="${WIDTH}" y="12" text-anchor="end">${preciseDuration((endMs - beginMs) / 1000)}</text>
</svg>
<figcaption class="quiet">${words}</figcaption>
</figure>`;
}

interface Counted {
  startMs: number;
  endMs: number;
  throughput: Throughput;
}

/** Bytes a second in each step. The last one ends with the phase; it counts as half a step at least, lest a moment makes a peak. */
function speedsOf({ startMs, endMs, throughput: { stepMs, stepBytes } }: Counted): number[] {
  return stepBytes.map((bytes, step) => {
    const ms = Math.min(stepMs, endMs - startMs - step * stepMs);
    return (bytes / Math.max(ms, stepMs / 2)) * 1000;
  });
}

function outline(timing: Counted, x: (ms: number) => number, y: (speed: number) => number): string {
  const { startMs, endMs, throughput } = timing;
  const steps = speedsOf(timing).map((speed, step) => {
    const end = Math.min(startMs + (step + 1) * throughput.stepMs, endMs);
    return `V${rounded(y(speed))}H${rounded(x(end))}`;
  });
  return `M${rounded(x(startMs))} ${String(BOTTOM)}${steps.join('')}V${String(BOTTOM)}Z`;
}

function rounded(units: number): string {
  return String(Math.round(units * 10) / 10);
}
