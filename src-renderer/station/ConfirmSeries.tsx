import { useTranslation } from 'react-i18next';
import type { StationSeries } from '../../src-shared/station';
import { ErrorCallout } from '../components/ErrorCallout';
import { StepFrame } from '../components/StepFrame';
import { useWizard } from '../store/context';
import type { StationDraft } from '../store/station/draft';
import { DriveRules } from './DriveRules';
import { NameRules } from './NameRules';
import { SeriesConsent } from './SeriesConsent';

/** Names, drives, and the one confirmation for all of them. */
export function ConfirmSeries(props: {
  series: StationSeries;
  draft: StationDraft;
}): React.JSX.Element {
  const { t } = useTranslation();
  const beginning = useWizard((state) => state.stationBeginning);
  return (
    <StepFrame title={t('station.confirm.title')} lead={t('station.confirm.lead')}>
      {beginning.state === 'failed' && (
        <ErrorCallout title={t('station.confirm.failedTitle')} error={beginning.error} />
      )}
      <NameRules {...props} />
      <DriveRules {...props} />
      <KeyFolder {...props} />
      <SeriesConsent {...props} />
    </StepFrame>
  );
}

function KeyFolder({ series }: { series: StationSeries }): React.JSX.Element | null {
  const { t } = useTranslation();
  const { recipe } = series;
  if (recipe.kind !== 'windows-to-go' || recipe.protect.kind === 'none') return null;
  const folder = recipe.protect.recoveryFolder;
  const isLater = recipe.protect.kind === 'first-start';
  return (
    <section className="panel">
      <h2>{t('station.confirm.keys')}</h2>
      <p>
        {folder === null
          ? t('station.confirm.keysAsked')
          : t(isLater ? 'station.confirm.keysLater' : 'station.confirm.keysHere', { folder })}
      </p>
    </section>
  );
}
