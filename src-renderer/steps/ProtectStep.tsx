import { KeyRound, LockKeyhole, LockKeyholeOpen, MonitorCog } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { partitionOf } from '../../src-shared/layout';
import { type Protect, isProtectedHere } from '../../src-shared/protect';
import { Callout } from '../components/Callout';
import { StepFrame } from '../components/StepFrame';
import { useActions, useWizard } from '../store/context';
import { obstacleTo } from '../store/protect';
import { layoutOf } from '../store/space';
import { EncryptedAtFirstStart } from './protect/EncryptedAtFirstStart';
import { EncryptedHere } from './protect/EncryptedHere';

const ways = ['none', 'now', 'after-writing', 'first-start'] as const;
const icons = {
  none: LockKeyholeOpen,
  now: LockKeyhole,
  'after-writing': MonitorCog,
  'first-start': KeyRound,
};
/** What is known of how well a way works. */
const tried = {
  none: null,
  now: 'nowTried',
  'after-writing': 'afterWritingTried',
  'first-start': 'firstStartTried',
} as const;

/** Whether Windows is encrypted, by whom, and what that takes. */
export function ProtectStep(): React.JSX.Element {
  const { t } = useTranslation();
  const id = useId();
  const protect = useWizard((state) => state.answers.protect);
  const onWindows = useWizard((state) => state.info?.platform === 'win32');
  const { chooseProtection } = useActions();
  // A recipe of another computer may have chosen what this one can't do: then it is there, to be seen and left.
  const offered = ways.filter(
    (way) => way !== 'after-writing' || onWindows || protect.kind === way,
  );
  return (
    <StepFrame title={t('protect.title')} lead={t('protect.lead')}>
      <RadioGroup.Root
        className="cards"
        aria-label={t('protect.listLabel')}
        value={protect.kind}
        onValueChange={(value) => {
          const way = ways.find((candidate) => candidate === value);
          if (way !== undefined) chooseProtection(way);
        }}
      >
        {offered.map((way) => (
          <Way key={way} way={way} chosen={way === protect.kind} />
        ))}
      </RadioGroup.Root>
      {protect.kind !== 'none' && (
        <section className="stack protection" aria-labelledby={id}>
          <h2 id={id}>{t(`protect.ways.${protect.kind}`)}</h2>
          <SharedStaysPlain />
          {isProtectedHere(protect) ? (
            <EncryptedHere protect={protect} />
          ) : (
            <EncryptedAtFirstStart protect={protect} />
          )}
        </section>
      )}
    </StepFrame>
  );
}

/** One way, with the reason when it can't be had. One that was chosen before its obstacle can be left, not hidden. */
function Way(props: { way: Protect['kind']; chosen: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const { way, chosen } = props;
  const obstacle = useWizard(({ answers, info }) =>
    way === 'after-writing' && info?.platform !== 'win32'
      ? 'needs-windows'
      : obstacleTo(way, answers),
  );
  const Icon = icons[way];
  const known = tried[way];
  return (
    <RadioGroup.Item className="card" value={way} disabled={obstacle !== null && !chosen}>
      <Icon className="card-icon" size={24} strokeWidth={1.75} aria-hidden />
      <span className="card-body">
        <span className="card-title">
          {t(`protect.ways.${way}`)}
          {way === 'now' && <span className="badge">{t('protect.experimental')}</span>}
        </span>
        <span className="card-text">{t(`protect.texts.${way}`)}</span>
        {obstacle === null ? (
          known !== null && <span className="card-text">{t(`protect.${known}`)}</span>
        ) : (
          <span className="card-reason">{t(`protect.obstacles.${obstacle}`)}</span>
        )}
      </span>
      <span className="card-mark" data-round aria-hidden>
        <RadioGroup.Indicator className="card-dot" />
      </span>
    </RadioGroup.Item>
  );
}

function SharedStaysPlain(): React.JSX.Element | null {
  const { t } = useTranslation();
  const shares = useWizard(({ answers }) => {
    const layout = layoutOf(answers);
    return layout !== null && partitionOf(layout, 'shared') !== undefined;
  });
  if (!shares) return null;
  return (
    <Callout tone="caution" title={t('protect.sharedTitle')}>
      <p>{t('protect.sharedText')}</p>
    </Callout>
  );
}
