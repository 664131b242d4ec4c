import { useTranslation } from 'react-i18next';
import { ErrorCallout } from '../components/ErrorCallout';
import { ProgressBar } from '../components/ProgressBar';
import { StepFrame } from '../components/StepFrame';
import { useWizard } from '../store/context';
import type { CheckPlace as Place } from '../store/sticks/check-actions';
import { CheckedStick } from './CheckedStick';
import { ChooseStick } from './ChooseStick';
import { RepairDialog } from './RepairDialog';

/** “Check or repair a stick”: in place of the wizard's screen. */
export function CheckPlace(): React.JSX.Element | null {
  const place = useWizard((state) => state.checkPlace);
  if (place === null) return null;
  return (
    <>
      <Screen place={place} />
      <RepairDialog />
    </>
  );
}

function Screen({ place }: { place: Place }): React.JSX.Element {
  const { t } = useTranslation();
  switch (place.state) {
    case 'choosing':
      return <ChooseStick wasCancelled={place.wasCancelled} />;
    case 'reading':
    case 'cancelling': {
      const words = t(place.state === 'reading' ? 'check.reading' : 'make.cancelling');
      return (
        <StepFrame
          title={t('check.readingTitle', { name: place.chosen.name })}
          lead={t('check.readingLead')}
        >
          <p role="status">{words}</p>
          <ProgressBar label={t('check.progress')} value={null} valueText={words} />
        </StepFrame>
      );
    }
    case 'failed':
      return (
        <StepFrame title={t('check.failedTitle', { name: place.chosen.name })} tone="danger">
          <ErrorCallout title={t('make.happened')} error={place.error} />
        </StepFrame>
      );
    case 'checked':
      return <CheckedStick chosen={place.chosen} check={place.check} />;
  }
}
