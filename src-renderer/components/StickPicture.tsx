import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { type Segment, type SegmentRole, filled } from '../store/stick';
import { Size } from './Size';

/** What the picture shows: the plan, or how far data has arrived on the stick. */
export type StickFill =
  { kind: 'planned' } | { kind: 'arriving'; written: number; verified: number };

/** The inside of the drawn stick, in the picture's own units. */
const inside = { x: 88, y: 16, width: 512, height: 56 };
/** Narrower than this no words fit into a segment. */
const WIDTH_FOR_WORDS = 120;

/** Large parts have their name and size inside. */
function isNamed(role: SegmentRole): boolean {
  return role === 'windows' || role === 'images' || role === 'virtualDisk';
}

/** A USB stick whose body shows its partitions in true proportion. */
export function StickPicture(props: {
  /** Bytes of the drive, or null while none is chosen. */
  diskBytes: number | null;
  segments: readonly Segment[];
  /** Bytes that belong to no segment. */
  unusedBytes: number;
  fill: StickFill;
  /** Said inside the stick while there is nothing to draw. */
  note: string;
  /** What is written will be read back. */
  readsBack: boolean;
  /** What is free is for Windows, or for more images. */
  freeFor: 'windows' | 'images';
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { diskBytes, segments, fill } = props;
  const scale = diskBytes === null ? 0 : inside.width / diskBytes;
  const parts = segments.map((segment) =>
    t('stick.part', { name: t(`stick.${segment.role}`), size: format.bytes(segment.bytes) }),
  );
  if (props.unusedBytes > 0) {
    const size = format.bytes(props.unusedBytes);
    parts.push(t('stick.part', { name: t('stick.unused'), size }));
  }
  const label =
    diskBytes === null || parts.length === 0
      ? t('stick.empty')
      : t('stick.described', { size: format.bytes(diskBytes), parts: format.list(parts) });
  const arriving = fill.kind === 'arriving';
  const written = filled(segments, arriving ? fill.written : 0);
  const verified = filled(segments, arriving ? fill.verified : 0);

  return (
    <figure className="stick">
      <svg viewBox="0 0 640 88" role="img" aria-label={label}>
        <defs>
          <clipPath id="stick-inside">
            <rect {...inside} rx="6" />
          </clipPath>
          <pattern
            id="stick-shared"
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="shared-ground" width="8" height="8" />
            <rect className="shared-stripe" width="2" height="8" />
          </pattern>
        </defs>
        <rect className="stick-plug" x="6" y="23" width="60" height="42" rx="3" />
        <rect className="stick-hole" x="24" y="31" width="10" height="8" rx="1" />
        <rect className="stick-hole" x="24" y="49" width="10" height="8" rx="1" />
        <path className="stick-neck" d="M58 18h12v52H58z" />
        <rect className="stick-body" x="66" y="2" width="570" height="84" rx="18" />
        <circle className="stick-ring" cx="618" cy="44" r="6" />
        <rect className="stick-inside" {...inside} rx="6" />
        <g clipPath="url(#stick-inside)">
          {segments.map((segment, index) => {
            const x = inside.x + segment.start * scale;
            const width = Math.max(2, segment.bytes * scale);
            return (
              <g key={segment.role} data-role={segment.role}>
                <rect
                  className={arriving ? 'segment free' : 'segment'}
                  x={x}
                  y={inside.y}
                  width={width}
                  height={inside.height}
                />
                {arriving && (
                  <rect
                    className="segment-to-come"
                    x={x}
                    y={inside.y}
                    width={segment.dataBytes * scale}
                    height={inside.height}
                  />
                )}
                <rect
                  className="segment-written"
                  x={x}
                  y={inside.y}
                  width={(written[index] ?? 0) * scale}
                  height={inside.height}
                />
                <rect
                  className="segment-verified"
                  x={x}
                  y={inside.y}
                  width={(verified[index] ?? 0) * scale}
                  height={inside.height}
                />
                {!arriving && isNamed(segment.role) && width >= WIDTH_FOR_WORDS && (
                  <text className="segment-words" x={x + 14} y={inside.y + 24}>
                    <tspan className="segment-name">{t(`stick.${segment.role}`)}</tspan>
                    <tspan x={x + 14} dy="18">
                      {format.bytes(segment.bytes)}
                    </tspan>
                  </text>
                )}
              </g>
            );
          })}
        </g>
        {segments.length === 0 && (
          <text className="stick-note" x={inside.x + inside.width / 2} y="49">
            {diskBytes === null ? props.note : `${props.note} · ${format.bytes(diskBytes)}`}
          </text>
        )}
      </svg>
      {segments.length > 0 && (
        <figcaption>
          {fill.kind === 'arriving' ? (
            <ArrivalLegend {...props} fill={fill} />
          ) : (
            <PartsLegend {...props} />
          )}
        </figcaption>
      )}
    </figure>
  );
}

function PartsLegend(props: {
  segments: readonly Segment[];
  unusedBytes: number;
}): React.JSX.Element {
  const { segments, unusedBytes } = props;
  const { t } = useTranslation();
  return (
    <ul className="legend">
      {segments
        .filter((segment) => segment.role !== 'msr')
        .map((segment) => (
          <li key={segment.role}>
            <span className="swatch" data-role={segment.role} />
            {t(`stick.${segment.role}`)} <Size bytes={segment.bytes} />
          </li>
        ))}
      {unusedBytes > 0 && (
        <li>
          <span className="swatch" data-role="unused" />
          {t('stick.unused')} <Size bytes={unusedBytes} />
        </li>
      )}
    </ul>
  );
}

const legendRoles = ['toCome', 'written', 'verified', 'free'] as const;

function ArrivalLegend(props: {
  fill: { written: number; verified: number };
  readsBack: boolean;
  freeFor: 'windows' | 'images';
}): React.JSX.Element {
  const { t } = useTranslation();
  const { written, verified } = props.fill;
  const shown = {
    toCome: written < 1,
    written: verified < 1,
    verified: props.readsBack,
    free: true,
  };
  return (
    <ul className="legend">
      {legendRoles
        .filter((role) => shown[role])
        .map((role) => (role === 'free' && props.freeFor === 'images' ? 'open' : role))
        .map((role) => (
          <li key={role}>
            <span className="swatch" data-role={role} />
            {t(`stick.${role}`)}
          </li>
        ))}
    </ul>
  );
}
