import { LockKeyhole, LockKeyholeOpen } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Callout } from '../components/Callout';
import { StepFrame } from '../components/StepFrame';
import { useWizard } from '../store/context';

const ways = [
  { value: 'none', title: 'none', text: 'noneText', available: true },
  { value: 'password', title: 'password', text: 'passwordText', available: false },
  { value: 'password-key', title: 'passwordKey', text: 'passwordKeyText', available: false },
] as const;

/** There is one answer so far; the screen says so and what can be done instead. */
export function ProtectStep(): React.JSX.Element {
  const { t } = useTranslation();
  const inVhdx = useWizard((state) => state.answers.layout.container === 'vhdx');
  return (
    <StepFrame title={t('protect.title')} lead={t('protect.lead')}>
      <Callout tone="info" title={t(inVhdx ? 'protect.vhdxTitle' : 'protect.calmTitle')}>
        <p>{t(inVhdx ? 'protect.vhdxText' : 'protect.calmText')}</p>
      </Callout>
      <RadioGroup.Root className="cards" aria-label={t('protect.listLabel')} value="none">
        {ways.map((way) => {
          const Icon = way.available ? LockKeyholeOpen : LockKeyhole;
          return (
            <RadioGroup.Item
              className="card"
              key={way.value}
              value={way.value}
              disabled={!way.available}
            >
              <Icon className="card-icon" size={24} strokeWidth={1.75} aria-hidden />
              <span className="card-body">
                <span className="card-title">{t(`protect.${way.title}`)}</span>
                <span className="card-text">
                  {t(
                    inVhdx && way.value === 'none' ? 'protect.noneVhdxText' : `protect.${way.text}`,
                  )}
                </span>
                {!way.available && !inVhdx && (
                  <span className="card-text">{t('protect.unavailable')}</span>
                )}
              </span>
              <span className="card-mark" data-round aria-hidden>
                <RadioGroup.Indicator className="card-dot" />
              </span>
            </RadioGroup.Item>
          );
        })}
      </RadioGroup.Root>
    </StepFrame>
  );
}
