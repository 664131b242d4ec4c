import { useTranslation } from 'react-i18next';
import { partOf } from '../../../src-shared/timing';
import { useFormat } from '../../i18n/format';
import type { Chart, Curve } from './chart';

/** Heights in CSS pixels. */
const LANE = 24;
const GAP = 4;
const CURVES = 88;
/** Parts that take less of the time have no room for their number. */
const ROOM_FOR_NUMBER = 0.035;

/** Parts of the work over time, and below each how fast it was. */
export function TimingChart(props: { chart: Chart; summary: string }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { spans, lanes, curves, totalMs, topBytesPerSecond, isCut } = props.chart;
  const curvesTop = lanes * (LANE + GAP) + GAP;
  const hasSpeed = topBytesPerSecond > 0;
  const height = hasSpeed ? curvesTop + CURVES : curvesTop;
  return (
    <div className="timing-chart">
      <svg
        role="img"
        aria-label={t('timing.chart', { summary: props.summary })}
        width="100%"
        height={height}
      >
        {spans.map(({ number, timing, from, to, lane }) => (
          <g key={number} data-part={partOf(timing)}>
            <rect
              className="timing-span"
              x={percent(from)}
              y={lane * (LANE + GAP)}
              width={percent(to - from)}
              height={LANE}
            />
            {to - from >= ROOM_FOR_NUMBER && (
              <text
                className="timing-number"
                x={percent((from + to) / 2)}
                y={lane * (LANE + GAP) + LANE / 2}
              >
                {format.exact(number)}
              </text>
            )}
          </g>
        ))}
        {hasSpeed && (
          <>
            <svg
              y={curvesTop}
              width="100%"
              height={CURVES}
              viewBox="0 0 1 1"
              preserveAspectRatio="none"
            >
              {curves.map((curve, index) => (
                <path
                  key={index}
                  className="timing-curve"
                  data-part={partOf(curve.timing)}
                  d={outline(curve)}
                />
              ))}
            </svg>
            <line className="timing-top" x1="0" x2="100%" y1={curvesTop} y2={curvesTop} />
            <line className="timing-ground" x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} />
          </>
        )}
      </svg>
      <p className="timing-axis" aria-hidden>
        <span>{format.duration(0)}</span>
        {hasSpeed && (
          <span>
            {t(isCut ? 'timing.topOrMore' : 'timing.top', {
              speed: format.bytes(topBytesPerSecond),
            })}
          </span>
        )}
        <span>{format.duration(totalMs / 1000)}</span>
      </p>
    </div>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

/** The path of a curve in a square of one by one, whose origin is at the top. */
function outline({ points }: Curve): string {
  const places = points.map(({ x, y }) => `${x.toFixed(5)} ${(1 - y).toFixed(4)}`);
  return `M${places.join('L')}Z`;
}
