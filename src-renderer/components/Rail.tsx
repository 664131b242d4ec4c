import { Check, CircleQuestionMark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useWizard } from '../store/context';
import { isStationUnderWay } from '../store/station/station-actions';
import { openSteps, stepState, stepsOf } from '../store/wizard';
import { Mark } from './Mark';
import { SettingsDialog } from './settings/SettingsDialog';
import { ToolsMenu } from './ToolsMenu';
import { useAnswerLines } from './use-answer-lines';

const stateWords = {
  done: 'steps.stateDone',
  current: 'steps.stateCurrent',
  open: 'steps.stateOpen',
  closed: 'steps.stateClosed',
} as const;

/** The steps with their answers. A step that is open can be gone to, but not while a series of sticks is made. */
export function Rail(): React.JSX.Element {
  const { t } = useTranslation();
  const current = useWizard((state) => state.step);
  const answers = useWizard((state) => state.answers);
  const job = useWizard((state) => state.job);
  const onErrand = useWizard((state) => state.errand !== null);
  const isSeries = useWizard(isStationUnderWay);
  const { go, explain, closeErrand } = useActions();
  const lines = useAnswerLines();
  const open = openSteps(answers, job);
  const spoken = (step: string, state: string, answer: string | null): string =>
    answer === null
      ? t('steps.spoken', { step, state })
      : t('steps.spokenAnswer', { step, state, answer });
  return (
    <nav className="rail" aria-label={t('app.stepsLabel')}>
      <p className="brand">
        <Mark />
        {t('app.name')}
      </p>
      <ol className="rail-steps">
        {stepsOf(answers).map((step, index) => {
          const judged = stepState(step, current, open, answers, job);
          const state = judged === 'current' && onErrand ? 'open' : judged;
          const line = state === 'closed' ? null : lines[step];
          return (
            <li key={step}>
              <button
                type="button"
                className="rail-step"
                data-state={state}
                aria-label={spoken(t(`steps.${step}`), t(stateWords[state]), line)}
                aria-current={state === 'current' ? 'step' : undefined}
                disabled={isSeries || (judged !== 'current' && !open.has(step))}
                onClick={() => {
                  closeErrand();
                  go(step);
                }}
              >
                <span className="rail-mark" aria-hidden>
                  {state === 'done' ? <Check size={16} strokeWidth={2.5} /> : index + 1}
                </span>
                <span className="rail-words">
                  <span className="rail-name">{t(`steps.${step}`)}</span>
                  {line !== null && (
                    <span className="rail-answer" title={line}>
                      {line}
                    </span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <div className="rail-foot">
        <ToolsMenu />
        <button
          type="button"
          className="quiet-button"
          aria-haspopup="dialog"
          aria-keyshortcuts="F1"
          onClick={() => {
            explain('');
          }}
        >
          <CircleQuestionMark size={16} aria-hidden />
          <span>{t('explain.open')}</span>
        </button>
        <SettingsDialog />
      </div>
    </nav>
  );
}
