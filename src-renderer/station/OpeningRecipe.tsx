import { useTranslation } from 'react-i18next';
import type { StationProgress } from '../../src-shared/station';
import { StepFrame } from '../components/StepFrame';
import { CommonProgress } from './CommonProgress';

/** A recipe is being held against its image. */
export function OpeningRecipe(props: { progress: StationProgress | null }): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <StepFrame title={t('station.opening.title')} lead={t('station.opening.lead')}>
      <CommonProgress
        progress={props.progress}
        label={t('station.opening.progress')}
        waiting={t('station.opening.waiting')}
      />
    </StepFrame>
  );
}
