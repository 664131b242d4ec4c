import type { Report } from '../../../src-shared/job';
import {
  SPEED_LIMITS,
  preciseDuration,
  secondsOf,
  slowestOf,
  slowestText,
  type PhaseTiming,
} from '../../../src-shared/timing';
import { formatBytes } from '../../../src-shared/units';
import { Markup, markup } from '../../io';
import { speedCurve } from './speed-curve';

/** Where the time of a job went: in words, as a curve of the speed of each stick, by classes of speed, and phase by phase. */
export function timingSection({ timings, sticks, failed }: Report): Markup {
  const targets = [...sticks, ...failed].map(({ target }) => target);
  return markup`<section>
<h2>Where the time went</h2>
${targets.map((target) => stickTiming(timings, target, targets.length > 1))}
<table>
<caption>Each phase</caption>
<thead><tr><th scope="col">Phase</th><th scope="col">Stick</th><th scope="col">Begins after</th><th scope="col">Takes</th><th scope="col">Amount</th><th scope="col">On average</th></tr></thead>
<tbody>
${timings.map(phaseRow)}
</tbody>
</table>
</section>`;
}

function stickTiming(timings: readonly PhaseTiming[], target: string, named: boolean): Markup {
  const own = timings.filter((timing) => timing.target === null || timing.target === target);
  const slowest = slowestOf(own, target);
  if (!slowest) return new Markup('');
  return markup`${named ? markup`<h3>${target}</h3>` : null}
<p>${slowestText(slowest)}</p>
${speedCurve(own)}
${speedTable(own)}`;
}

function phaseRow(timing: PhaseTiming): Markup {
  const { phase, target, startMs, bytes } = timing;
  const seconds = secondsOf(timing);
  const cells = [
    phase,
    target ?? 'all',
    preciseDuration(startMs / 1000),
    preciseDuration(seconds),
    bytes > 0 ? formatBytes(bytes) : '',
    bytes > 0 && seconds > 0 ? `${formatBytes(bytes / seconds)}/s` : '',
  ];
  return markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`;
}

/** How long the drive went at which speed, from its writing and reading. */
function speedTable(timings: readonly PhaseTiming[]): Markup | null {
  const moved = timings.filter(({ target, throughput }) => target !== null && throughput !== null);
  const classes = SPEED_LIMITS.concat(Infinity).map((limit, kind) => ({
    words: speedWords(SPEED_LIMITS[kind - 1] ?? 0, limit),
    ms: moved.reduce((sum, { throughput }) => sum + (throughput?.msAtSpeed[kind] ?? 0), 0),
  }));
  const most = Math.max(...classes.map(({ ms }) => ms));
  if (most === 0) return null;
  return markup`<table class="speeds">
<caption>How long the drive went at which speed</caption>
<thead><tr><th scope="col">Speed</th><th scope="col">Time</th><th scope="col"></th></tr></thead>
<tbody>
${classes
  .filter(({ ms }) => ms > 0)
  .map(
    ({ words, ms }) =>
      markup`<tr><td>${words}</td><td>${preciseDuration(ms / 1000)}</td><td><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="${(100 * ms) / most}" height="4"></rect></svg></td></tr>`,
  )}
</tbody>
</table>`;
}

function speedWords(from: number, to: number): string {
  if (from === 0) return `nothing moves (below ${formatBytes(to)}/s)`;
  return to === Infinity
    ? `from ${formatBytes(from)}/s on`
    : `${formatBytes(from)}/s to ${formatBytes(to)}/s`;
}
