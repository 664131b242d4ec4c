import { CircleAlert, CircleCheck, Printer, Save, TriangleAlert, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { checksPassed } from '../../src-shared/check';
import type { StickCheck } from '../../src-shared/stick-check';
import { BootTests } from '../components/BootTests';
import { Compatibility } from '../components/Compatibility';
import { StickDiary } from '../components/Diary';
import { FoldedChecks } from '../components/FoldedChecks';
import { StepFrame } from '../components/StepFrame';
import { useActions, useWizard } from '../store/context';
import type { ChosenStick } from '../store/sticks/chosen-stick';

/** The id of the button that asks for a repair, where the focus goes when its dialog closes. */
export const REPAIR_BUTTON = 'repair-stick';

const looks = {
  sound: { tone: 'success', Icon: CircleCheck },
  notes: { tone: 'plain', Icon: TriangleAlert },
  problem: { tone: 'danger', Icon: CircleAlert },
} as const;

/** What was found on a stick, and what can be done with it. */
export function CheckedStick(props: { chosen: ChosenStick; check: StickCheck }): React.JSX.Element {
  const { t } = useTranslation();
  const { chosen, check } = props;
  const { askRepair, saveCheckReport, printCheck } = useActions();
  const isBooting = useWizard((state) => state.bootTest !== null);
  const verdict = verdictOn(check);
  const { tone, Icon } = looks[verdict];
  return (
    <StepFrame
      title={t(`check.verdicts.${verdict}`, { name: chosen.name })}
      lead={t(`check.leads.${verdict}`)}
      tone={tone}
      icon={<Icon size={28} aria-hidden />}
    >
      {chosen.stick.kind === 'file' && <p className="quiet">{chosen.stick.path}</p>}
      <div className="row">
        <button
          type="button"
          className="secondary"
          id={REPAIR_BUTTON}
          aria-haspopup="dialog"
          disabled={isBooting}
          onClick={() => void askRepair(chosen)}
        >
          <Wrench size={16} aria-hidden />
          {t('check.repair')}
        </button>
        <button type="button" className="secondary" onClick={() => void saveCheckReport()}>
          <Save size={16} aria-hidden />
          {t('done.saveReport')}
        </button>
        <button type="button" className="secondary" onClick={() => void printCheck()}>
          <Printer size={16} aria-hidden />
          {t('check.print')}
        </button>
      </div>
      <FoldedChecks checks={check.checks} />
      <section className="stack" aria-labelledby="boot-title">
        <h2 id="boot-title">{t('boot.title')}</h2>
        <BootTests stick={chosen.stick} />
      </section>
      <section className="stack" aria-labelledby="computers-title">
        <h2 id="computers-title">{t('check.computers')}</h2>
        <Compatibility predictions={check.compatibility} stickId={check.stickId} />
        <StickDiary stickId={check.stickId} target={chosen.name} />
      </section>
    </StepFrame>
  );
}

function verdictOn({ checks }: StickCheck): keyof typeof looks {
  if (!checksPassed(checks)) return 'problem';
  return checks.every(({ status }) => status === 'pass') ? 'sound' : 'notes';
}
