import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { checksPassed, type CheckResult } from '../../src-shared/check';
import { Tick } from '../components/Tick';
import { useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import type { Repair } from '../store/sticks/repair-actions';
import { CheckLines } from './CheckLines';
import { StageTitle } from '../components/StageTitle';
import { useRepairWords } from './use-repair-words';

/** What a repair would rewrite and what it leaves, and what has to be ticked before. Nothing here reacts to Enter alone. */
export function RepairForeseen({
  chosen,
  outlook,
  ticked,
}: Repair & { state: 'foreseen' }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRepairWords();
  const { tickRepair, startRepair } = useActions();
  const { before, steps, notes, expected } = outlook;
  const { name } = chosen;
  if (steps.length === 0) {
    const isSound = checksPassed(before);
    return (
      <>
        <StageTitle>{t(isSound ? 'repair.nothingTitle' : 'repair.impossibleTitle')}</StageTitle>
        <AlertDialog.Description>
          {t(isSound ? 'repair.nothingText' : 'repair.impossibleText')}
        </AlertDialog.Description>
        {!isSound && <CheckLines label={t('repair.wrong')} checks={failing(before)} />}
        <div className="dialog-actions">
          <AlertDialog.Cancel className="secondary">{t('app.close')}</AlertDialog.Cancel>
        </div>
      </>
    );
  }
  const remaining = failing(expected);
  return (
    <>
      <StageTitle>{t('repair.title', { name })}</StageTitle>
      <AlertDialog.Description>{t('repair.text')}</AlertDialog.Description>
      <section>
        <h3>{t('repair.rewritten')}</h3>
        <ul className="facts">
          {steps.map((step) => (
            <li
              key={step.part}
              title={t('repair.where', {
                first: format.exact(step.startByte),
                last: format.exact(step.startByte + step.bytes - 1),
              })}
            >
              {words.part(step)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('repair.untouched')}</h3>
        <ul className="facts">
          <li>{t('repair.untouchedWindows')}</li>
        </ul>
      </section>
      {notes.length > 0 && (
        <section>
          <h3>{t('repair.notes')}</h3>
          <ul className="facts">
            {notes.map((note) => (
              <li key={note.note}>{words.note(note)}</li>
            ))}
          </ul>
        </section>
      )}
      {remaining.length > 0 && <CheckLines label={t('repair.remaining')} checks={remaining} />}
      {chosen.stick.kind === 'drive' && <p className="quiet">{t('repair.unmounts')}</p>}
      <Tick label={t('repair.tick', { name })} checked={ticked} onChange={tickRepair} />
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary">{t('repair.leave')}</AlertDialog.Cancel>
        <button
          type="button"
          className="primary"
          disabled={!ticked}
          onClick={() => void startRepair()}
        >
          {t('repair.start')}
        </button>
      </div>
    </>
  );
}

function failing(checks: readonly CheckResult[]): CheckResult[] {
  return checks.filter(({ status }) => status === 'fail');
}
