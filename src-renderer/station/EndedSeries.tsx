import { CircleCheck, Download, OctagonX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StationState } from '../../src-shared/station';
import { overRows } from '../../src-shared/station-list';
import { ErrorCallout } from '../components/ErrorCallout';
import { StepFrame } from '../components/StepFrame';
import { useActions } from '../store/context';
import { SeriesCounts } from './SeriesCounts';
import { SeriesRows } from './SeriesRows';
import { StationNews } from './StationNews';

/** What came of a series. */
export function EndedSeries(props: {
  station: Extract<StationState, { state: 'ended' }>;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { counts, guard, rows, error } = props.station;
  const { finished } = counts;
  const failed = counts.failed + counts.binned;
  const title =
    error !== null
      ? t('station.ended.titleError')
      : finished === 0
        ? t('station.ended.titleNone')
        : t('station.ended.title', { count: finished });
  const isGood = error === null && finished > 0;
  const Icon = error === null ? CircleCheck : OctagonX;
  return (
    <StepFrame
      title={title}
      lead={failed === 0 ? t('station.ended.lead') : t('station.ended.failed', { count: failed })}
      tone={error !== null ? 'danger' : isGood ? 'success' : 'plain'}
      icon={(isGood || error !== null) && <Icon size={28} aria-hidden />}
    >
      <StationNews />
      {error !== null && <ErrorCallout title={t('make.happened')} error={error} />}
      <SeriesCounts counts={counts} limit={guard.limit} />
      {overRows(rows).length > 0 && <SaveList />}
      <SeriesRows rows={rows.filter(({ state }) => state !== 'refused')} />
    </StepFrame>
  );
}

function SaveList(): React.JSX.Element {
  const { t } = useTranslation();
  const { saveStationList } = useActions();
  return (
    <div className="row between">
      <p className="quiet">{t('station.ended.listText')}</p>
      <button type="button" className="secondary" onClick={() => void saveStationList()}>
        <Download size={16} aria-hidden />
        {t('station.ended.saveList')}
      </button>
    </div>
  );
}
