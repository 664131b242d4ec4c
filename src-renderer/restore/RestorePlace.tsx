import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { driveName, type Drive } from '../../src-shared/drive';
import type { StickState } from '../../src-shared/errors';
import type { RestoredDrive } from '../../src-shared/restore';
import { Callout } from '../components/Callout';
import { ErrorCallout } from '../components/ErrorCallout';
import { ProgressBar } from '../components/ProgressBar';
import { Size } from '../components/Size';
import { StepFrame } from '../components/StepFrame';
import { useFormat } from '../i18n/format';
import { useWizard } from '../store/context';
import type { RestorePlace as Place } from '../store/restore/restore-actions';
import { AskRestore } from './AskRestore';
import { ChooseDrive } from './ChooseDrive';

/** “Make a stick an ordinary drive again”: in place of the wizard's screen. */
export function RestorePlace(): React.JSX.Element | null {
  const place = useWizard((state) => state.restorePlace);
  const { t } = useTranslation();
  switch (place?.state) {
    case undefined:
      return null;
    case 'choosing':
      return <ChooseDrive />;
    case 'asking':
      return <AskRestore asked={place} />;
    case 'running':
    case 'cancelling':
      return <Running place={place} />;
    case 'done':
      return <Done drive={place.drive} restored={place.restored} />;
    case 'cancelled':
      return <Cancelled drive={place.drive} stick={place.stick} />;
    case 'failed': {
      const title = t('restore.failedTitle', { name: driveName(place.drive) });
      return (
        <StepFrame title={title} lead={t(`stickState.${place.error.stick}`)} tone="danger">
          <ErrorCallout title={t('make.happened')} error={place.error} />
        </StepFrame>
      );
    }
  }
}

function Running({
  place: { drive, progress, state },
}: {
  place: Extract<Place, { state: 'running' | 'cancelling' }>;
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const words = progress === null ? t('restore.opening') : t(`make.phaseNow.${progress.phase}`);
  const percent = progress === null ? '' : format.percent(progress.overall);
  return (
    <StepFrame
      title={t('restore.running', { name: driveName(drive) })}
      lead={t('restore.runningLead')}
    >
      <p className="row between">
        <span role="status">{state === 'cancelling' ? t('make.cancelling') : words}</span>
        <span className="numbers">{percent}</span>
      </p>
      <ProgressBar
        label={t('restore.progress')}
        value={progress?.overall ?? null}
        valueText={percent === '' ? words : percent}
      />
    </StepFrame>
  );
}

function Done({ drive, restored }: { drive: Drive; restored: RestoredDrive }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { label, freeBytes, scheme } = restored;
  return (
    <StepFrame
      title={t('restore.doneTitle', { name: label === '' ? driveName(drive) : label })}
      lead={t('restore.doneLead', { free: format.bytes(freeBytes) })}
      tone="success"
      icon={<CircleCheck size={28} aria-hidden />}
    >
      <dl className="sum">
        <div>
          <dt>{t('restore.factName')}</dt>
          <dd>{label === '' ? t('restore.noName') : label}</dd>
        </div>
        <div>
          <dt>{t('restore.factFree')}</dt>
          <dd>
            <Size bytes={freeBytes} />
          </dd>
        </div>
        <div>
          <dt>{t('restore.factTable')}</dt>
          <dd>{scheme.toUpperCase()}</dd>
        </div>
      </dl>
      <p className="quiet">{t('restore.plugAgain')}</p>
    </StepFrame>
  );
}

function Cancelled({ drive, stick }: { drive: Drive; stick: StickState }): React.JSX.Element {
  const { t } = useTranslation();
  const what = stick === 'untouched' ? 'untouched' : 'changed';
  return (
    <StepFrame title={t('restore.cancelledTitle')}>
      <Callout tone={stick === 'untouched' ? 'info' : 'caution'}>
        <p>{t(`restore.cancelledLead.${what}`, { name: driveName(drive) })}</p>
      </Callout>
    </StepFrame>
  );
}
