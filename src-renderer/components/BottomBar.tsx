import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { erases } from '../store/answers';
import { useActions, useWizard } from '../store/context';
import { roomAllows } from '../store/room';
import { openSteps, problemOf } from '../store/wizard';
import { useProblemWords } from './use-problem-words';
import { CancelJob } from './CancelJob';
import { useStartWords } from './use-start-words';
import { toolsAllow } from './tools';

/** Back on the left, the one primary action on the right, always in the same place. */
export function BottomBar(): React.JSX.Element {
  const { t } = useTranslation();
  const step = useWizard((state) => state.step);
  const job = useWizard((state) => state.job);
  const { tryAgain, leaveJob } = useActions();
  if (step === 'done') return <DoneBar />;
  if (step === 'make') {
    return job.state === 'failed' || job.state === 'cancelled' ? (
      <footer className="bar">
        <BackButton label={t('make.change')} onClick={leaveJob} />
        <span className="bar-space" />
        <button type="button" className="primary" onClick={tryAgain}>
          {t('app.retry')}
        </button>
      </footer>
    ) : (
      <footer className="bar">
        <span className="bar-space" />
        <CancelJob />
      </footer>
    );
  }
  return <AnswerBar />;
}

function DoneBar(): React.JSX.Element {
  const { t } = useTranslation();
  const failed = useWizard(({ job }) => (job.state === 'done' ? job.report.failed.length : 0));
  const { makeAnother, tryFailedAgain } = useActions();
  return (
    <footer className="bar">
      <span className="bar-space" />
      <button type="button" className={failed > 0 ? 'secondary' : 'primary'} onClick={makeAnother}>
        {t('done.another')}
      </button>
      {failed > 0 && (
        <button type="button" className="primary" onClick={tryFailedAgain}>
          {t('done.tryFailed', { count: failed })}
        </button>
      )}
    </footer>
  );
}

function AnswerBar(): React.JSX.Element {
  const { t } = useTranslation();
  const step = useWizard((state) => state.step);
  const answers = useWizard((state) => state.answers);
  const job = useWizard((state) => state.job);
  const { next, back, go } = useActions();
  const room = useWizard((state) => state.room);
  const problem = problemOf(step, answers, job);
  const lacksRoom = step === 'review' && room.state === 'ready' && !roomAllows(room, answers);
  const problemWords = useProblemWords(problem);
  const hint = lacksRoom ? t('review.roomHint') : problemWords;
  const skippable = ['edition', 'space', 'protect'].includes(step);
  const maySkip = skippable && openSteps(answers, job).has('review');
  return (
    <footer className="bar">
      <BackButton label={t('app.back')} disabled={step === 'drive'} onClick={back} />
      <p className="bar-hint" id="bar-hint">
        {hint}
      </p>
      {maySkip && (
        <button
          type="button"
          className="secondary"
          onClick={() => {
            go('review');
          }}
        >
          {t('app.skipToReview')}
        </button>
      )}
      {step === 'review' ? (
        <StartButton allowed={problem === null && roomAllows(room, answers)} />
      ) : (
        <button
          type="button"
          className="primary"
          disabled={problem !== null}
          aria-describedby="bar-hint"
          onClick={next}
        >
          {t('app.next')}
          <ArrowRight size={20} aria-hidden />
        </button>
      )}
    </footer>
  );
}

function StartButton({ allowed }: { allowed: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const isErasing = useWizard(({ answers }) => answers.drives.length > 0 && erases(answers));
  const tools = useWizard((state) => state.doctor);
  const starting = useWizard((state) => state.starting.state === 'asking');
  const { startJob } = useActions();
  const words = useStartWords();
  return (
    <button
      type="button"
      className="primary"
      data-tone={isErasing ? 'danger' : 'accent'}
      disabled={!allowed || starting || !toolsAllow(tools)}
      aria-describedby="bar-hint"
      onClick={() => void startJob()}
    >
      {starting ? t('review.starting') : words}
    </button>
  );
}

function BackButton(props: {
  label: string;
  disabled?: boolean;
  onClick: () => void;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className="secondary"
      disabled={props.disabled === true}
      onClick={props.onClick}
    >
      <ArrowLeft size={20} aria-hidden />
      {props.label}
    </button>
  );
}
