import { CircleCheck, CircleX, HardDriveUpload, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StationCounts, StationGuard } from '../../src-shared/station';
import { useFormat } from '../i18n/format';

/** How many sticks are made, under way, failed, and still to make, large enough to be read from where the hub stands. */
export function SeriesCounts(props: {
  counts: StationCounts;
  limit: StationGuard['limit'];
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { counts, limit } = props;
  const tiles = [
    { id: 'made', count: counts.finished, Icon: CircleCheck },
    { id: 'working', count: counts.working + counts.waiting, Icon: HardDriveUpload },
    { id: 'failed', count: counts.failed + counts.binned, Icon: CircleX },
    ...(limit === null
      ? []
      : [{ id: 'left', count: Math.max(0, limit - counts.finished), Icon: Hourglass } as const]),
  ] as const;
  return (
    <dl className="series-counts" aria-label={t('station.running.counts')}>
      {tiles.map(({ id, count, Icon }) => (
        <div key={id} data-count={id} data-none={count === 0}>
          <dt>
            <Icon size={16} aria-hidden />
            {t(`station.running.${id}`)}
          </dt>
          <dd>{format.exact(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
