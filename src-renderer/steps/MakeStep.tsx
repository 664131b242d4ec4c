import { Check, CircleStop, OctagonX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StickErrorData } from '../../src-shared/errors';
import { type LogLine, type Phase, type Progress, phases } from '../../src-shared/job';
import { Callout } from '../components/Callout';
import { Fold } from '../components/Fold';
import { ProgressBar } from '../components/ProgressBar';
import { StepFrame } from '../components/StepFrame';
import { useTimeLeft } from '../components/use-time-left';
import { errorWords, useFormat } from '../i18n/format';
import { targetsOf } from '../store/answers';
import { useActions, useWizard } from '../store/context';

export function MakeStep(): React.JSX.Element {
  const { t } = useTranslation();
  const job = useWizard((state) => state.job);
  const count = useWizard((state) => targetsOf(state.answers).length);
  const toDrive = useWizard((state) => state.answers.drives.length > 0);
  switch (job.state) {
    case 'running':
    case 'cancelling':
      return (
        <StepFrame
          title={count > 1 ? t('make.titleMany', { count }) : t('make.title')}
          lead={t(toDrive ? 'make.lead' : 'make.leadFile')}
        >
          <Announcer progress={job.progress} />
          <Bar progress={job.progress} />
          {job.state === 'cancelling' && (
            <Callout tone="info" title={t('make.cancelling')} role="status">
              <p>{t('make.cancellingText')}</p>
            </Callout>
          )}
          <Phases current={job.progress.phase} />
          {job.state === 'running' && <Log lines={job.log} />}
        </StepFrame>
      );
    case 'failed':
      return <Ended error={job.error} log={job.log} phase={job.phase} cancelled={false} />;
    case 'cancelled':
      return <Ended error={job.error} log={[]} phase={null} cancelled />;
    case 'idle':
    case 'done':
      return <StepFrame title={t('make.title')}>{null}</StepFrame>;
  }
}

function Bar({ progress }: { progress: Progress }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const left = useTimeLeft(progress.secondsLeft);
  const facts = [
    progress.totalBytes > 0 &&
      t('make.bytes', {
        done: format.bytes(progress.doneBytes),
        total: format.bytes(progress.totalBytes),
      }),
    progress.bytesPerSecond !== null &&
      t('make.speed', { speed: format.bytes(progress.bytesPerSecond) }),
    progress.target,
  ].filter((fact): fact is string => typeof fact === 'string');
  return (
    <section className="panel">
      <div className="row between">
        <h2>{t(`make.phaseNow.${progress.phase}`)}</h2>
        <span className="percent">{format.percent(progress.overall)}</span>
      </div>
      <ProgressBar
        label={t('make.overall')}
        value={progress.overall}
        valueText={format.percent(progress.overall)}
      />
      <p className="row between quiet numbers">
        <span>{facts.join(' · ')}</span>
        <span>{left}</span>
      </p>
    </section>
  );
}

/** Tells the phase and every tenth part to screen readers, not every step of the bar. */
function Announcer({ progress }: { progress: Progress }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const tenth = Math.floor(progress.overall * 10) / 10;
  return (
    <p className="visually-hidden" aria-live="polite">
      {t('make.announce', {
        phase: t(`make.phaseNow.${progress.phase}`),
        percent: format.percent(tenth),
      })}
    </p>
  );
}

function Phases({ current }: { current: Phase }): React.JSX.Element {
  const { t } = useTranslation();
  // Only what lies on a drive is read back.
  const readsBack = useWizard((state) => state.answers.drives.length > 0);
  const shown = phases.filter((phase) => phase !== 'verifying' || readsBack);
  const at = shown.indexOf(current);
  return (
    <ol className="phases" aria-label={t('make.phasesLabel')}>
      {shown.map((phase, index) => {
        const state = index < at ? 'done' : index === at ? 'current' : 'closed';
        return (
          <li
            key={phase}
            data-state={state}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className="phase-mark" aria-hidden>
              {state === 'done' && <Check size={16} strokeWidth={2.5} />}
            </span>
            {t(`make.phases.${phase}`)}
            <span className="visually-hidden">
              ,{' '}
              {state === 'done'
                ? t('make.phaseDone')
                : state === 'current'
                  ? t('make.phaseCurrent')
                  : t('make.phaseToCome')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Log({ lines }: { lines: readonly LogLine[] }): React.JSX.Element {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Fold
      label={t('make.log')}
      onOpen={() => {
        setOpen(true);
      }}
    >
      {open && <LogLines lines={lines} />}
    </Fold>
  );
}

function LogLines({ lines }: { lines: readonly LogLine[] }): React.JSX.Element {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [lines.length]);
  return (
    <div
      className="log"
      ref={box}
      tabIndex={0}
      role="log"
      aria-label={t('make.log')}
      aria-live="off"
    >
      {lines.length === 0 && <p>{t('make.logEmpty')}</p>}
      {lines.map((line, index) => (
        <p key={index} data-level={line.level}>
          {line.text}
        </p>
      ))}
    </div>
  );
}

function Ended(props: {
  error: StickErrorData;
  log: readonly LogLine[];
  phase: Phase | null;
  cancelled: boolean;
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { copyText } = useActions();
  const { error } = props;
  const words = errorWords(error, format);
  const Icon = props.cancelled ? CircleStop : OctagonX;
  return (
    <StepFrame
      title={props.cancelled ? t('make.cancelledTitle') : t('make.failedTitle')}
      tone={props.cancelled ? 'plain' : 'danger'}
      icon={<Icon size={28} aria-hidden />}
    >
      <section className="panel">
        <dl className="ended">
          <dt>{t('make.happened')}</dt>
          <dd>{words.what}</dd>
          <dt>{t('make.stickState')}</dt>
          <dd>{t(`stickState.${error.stick}`)}</dd>
          <dt>{t('make.doNow')}</dt>
          <dd>{words.next}</dd>
          <dt>{t('make.code')}</dt>
          <dd>
            <code>{error.code}</code>{' '}
            {props.phase !== null && (
              <span className="quiet">({t(`make.phases.${props.phase}`)})</span>
            )}{' '}
            <button type="button" className="link" onClick={() => void copyText(error.code)}>
              {t('app.copy')}
            </button>
          </dd>
        </dl>
      </section>
      {error.detail !== undefined && (
        <Fold label={t('app.details')}>
          <pre className="detail">{error.detail}</pre>
        </Fold>
      )}
      {props.log.length > 0 && <Log lines={props.log} />}
    </StepFrame>
  );
}
