import { useTranslation } from 'react-i18next';
import { Choices } from '../../components/Choices';
import { Tick } from '../../components/Tick';
import { useActions, useWizard } from '../../store/context';

const switches = [
  { key: 'writeCache', label: 'writeCache', text: 'writeCacheText' },
  { key: 'searchIndexing', label: 'indexing', text: 'indexingText' },
  { key: 'prefetch', label: 'prefetch', text: 'prefetchText' },
  { key: 'scheduledDefragmentation', label: 'defragmentation', text: 'defragmentationText' },
  { key: 'lastAccessTimes', label: 'lastAccess', text: 'lastAccessText' },
] as const;

const powerPlans = ['windows-decides', 'balanced', 'high-performance'] as const;

export function SpeedSection(): React.JSX.Element {
  const { t } = useTranslation();
  const speed = useWizard((state) => state.answers.windows.speed);
  const { changeWindows } = useActions();
  return (
    <>
      <p className="quiet">{t('yours.speed.text')}</p>
      {switches.map(({ key, label, text }) => (
        <Tick
          key={key}
          label={t(`yours.speed.${label}`)}
          text={t(`yours.speed.${text}`)}
          checked={speed[key]}
          onChange={(on) => {
            changeWindows('speed', { [key]: on });
          }}
        />
      ))}
      <Choices
        label={t('yours.speed.powerPlan')}
        text={t('yours.speed.powerPlanText')}
        value={speed.powerPlan}
        options={powerPlans.map((plan) => ({
          value: plan,
          label: t(`yours.speed.powerPlans.${plan}`),
        }))}
        onChange={(powerPlan) => {
          changeWindows('speed', { powerPlan });
        }}
      />
    </>
  );
}
