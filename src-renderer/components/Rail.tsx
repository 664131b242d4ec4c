import { Check, CircleQuestionMark, FolderOpen, Stethoscope } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useWizard } from '../store/context';
import { openSteps, stepState, stepsOf } from '../store/wizard';
import { Mark } from './Mark';
import { SettingsDialog } from './SettingsDialog';
import { useAnswerLines } from './use-answer-lines';

const stateWords = {
  done: 'steps.stateDone',
  current: 'steps.stateCurrent',
  open: 'steps.stateOpen',
  closed: 'steps.stateClosed',
} as const;

/** The steps with their answers. A step that is open can be gone to. */
export function Rail(): React.JSX.Element {
  const { t } = useTranslation();
  const current = useWizard((state) => state.step);
  const answers = useWizard((state) => state.answers);
  const job = useWizard((state) => state.job);
  const isChecking = useWizard((state) => state.checkPlace !== null);
  const { go, openRecipe, explain, openCheckPlace, closeCheckPlace } = useActions();
  const lines = useAnswerLines();
  const open = openSteps(answers, job);
  return (
    <nav className="rail" aria-label={t('app.stepsLabel')}>
      <p className="brand">
        <Mark />
        {t('app.name')}
      </p>
      <ol className="rail-steps">
        {stepsOf(answers).map((step, index) => {
          const judged = stepState(step, current, open, answers, job);
          const state = judged === 'current' && isChecking ? 'open' : judged;
          const line = state === 'closed' ? null : lines[step];
          return (
            <li key={step}>
              <button
                type="button"
                className="rail-step"
                data-state={state}
                aria-label={[t(`steps.${step}`), t(stateWords[state]), line]
                  .filter((part) => part !== null)
                  .join(', ')}
                aria-current={state === 'current' ? 'step' : undefined}
                disabled={judged !== 'current' && !open.has(step)}
                onClick={() => {
                  closeCheckPlace();
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
        <button
          type="button"
          className="quiet-button"
          disabled={job.state !== 'idle'}
          onClick={() => void openRecipe()}
        >
          <FolderOpen size={16} aria-hidden />
          <span>{t('app.openRecipe')}</span>
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-current={isChecking ? 'page' : undefined}
          disabled={job.state === 'running' || job.state === 'cancelling'}
          onClick={openCheckPlace}
        >
          <Stethoscope size={16} aria-hidden />
          <span>{t('check.open')}</span>
        </button>
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
