import { Check, CircleStop, OctagonX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StickErrorData, StickState } from '../../src-shared/errors';
import {
  type JobState,
  type LogLine,
  type Phase,
  type Progress,
  phases,
} from '../../src-shared/job';
import { Callout } from '../components/Callout';
import { ErrorFacts } from '../components/ErrorFacts';
import { Fold } from '../components/Fold';
import { ProgressBar } from '../components/ProgressBar';
import { StepFrame } from '../components/StepFrame';
import { TargetRows } from '../components/TargetRows';
import { useCalmly } from '../components/use-calmly';
import { useTimeLeft } from '../components/use-time-left';
import { useFormat } from '../i18n/format';
import { erases, targetsOf } from '../store/answers';
import { useWizard } from '../store/context';
import { expectedPhases } from '../store/phases';

export function MakeStep(): React.JSX.Element {
  const { t } = useTranslation();
  const job = useWizard((state) => state.job);
  switch (job.state) {
    case 'running':
    case 'cancelling':
      return job.targets.length > 1 ? <MakingMany job={job} /> : <MakingOne job={job} />;
    case 'failed':
      return <Ended error={job.error} log={job.log} phase={job.phase} cancelled={false} />;
    case 'cancelled':
      return <Ended error={job.error} log={[]} phase={null} cancelled />;
    case 'idle':
    case 'done':
      return <StepFrame title={t('make.title')}>{null}</StepFrame>;
  }
}

type JobUnderWay = Extract<JobState, { state: 'running' | 'cancelling' }>;

function MakingOne({ job }: { job: JobUnderWay }): React.JSX.Element {
  const { t } = useTranslation();
  const toDrive = useWizard((state) => state.answers.drives.length > 0);
  const direct = useWizard((state) => state.answers.way === 'direct');
  const { progress } = job;
  return (
    <StepFrame title={t('make.title')} lead={t(toDrive ? 'make.lead' : 'make.leadFile')}>
      <Announcer progress={progress} />
      <section className="panel">
        <OverallBar progress={progress} heading={t(`make.phaseNow.${progress.phase}`)} />
      </section>
      {job.state === 'cancelling' && <Stopping />}
      {direct && <p className="quiet">{t('make.direct')}</p>}
      <Phases current={progress.phase} />
      {job.state === 'running' && <Log lines={job.log} />}
    </StepFrame>
  );
}

/** Several targets: a row for each, below what concerns all of them. */
function MakingMany({ job }: { job: JobUnderWay }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { progress, targets } = job;
  const count = targets.length;
  const done = targets.filter(({ state }) => state === 'finished').length;
  const failed = targets.filter(({ state }) => state === 'failed').length;
  const shared = targets.every(({ state }) => state === 'waiting');
  const facts = [
    done > 0 && t('make.finishedOf', { done: format.exact(done), total: format.exact(count) }),
    failed > 0 && t('make.failedCount', { count: failed }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <StepFrame title={t('make.titleMany', { count })} lead={t('make.leadMany')}>
      <Announcer progress={progress} />
      <section className="overall">
        <OverallBar
          progress={progress}
          heading={shared ? t(`make.phaseNow.${progress.phase}`) : t('make.writingMany')}
          facts={shared ? undefined : facts}
        />
      </section>
      {job.state === 'cancelling' && <Stopping />}
      <TargetRows targets={targets} />
      {job.state === 'running' && <Log lines={job.log} />}
    </StepFrame>
  );
}

function Stopping(): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <Callout tone="info" title={t('make.cancelling')} role="status">
      <p>{t('make.cancellingText')}</p>
    </Callout>
  );
}

/** How far the whole job is. Without `facts` it shows bytes and speed of what is being done. */
function OverallBar(props: {
  progress: Progress;
  heading: string;
  facts?: readonly string[] | undefined;
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { progress } = props;
  const left = useTimeLeft(progress.secondsLeft);
  const facts =
    props.facts ??
    [
      progress.totalBytes > 0 &&
        t('make.bytes', {
          done: format.bytes(progress.doneBytes),
          total: format.bytes(progress.totalBytes),
        }),
      progress.bytesPerSecond !== null &&
        t('make.speed', { speed: format.bytes(progress.bytesPerSecond) }),
      progress.target,
    ].filter((fact) => typeof fact === 'string');
  return (
    <>
      <div className="row between">
        <h2>{props.heading}</h2>
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
    </>
  );
}

/** Tells the phase and every tenth part to screen readers, not every step of the bar, and one after the other in peace. */
function Announcer({ progress }: { progress: Progress }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const tenth = Math.floor(progress.overall * 10) / 10;
  const words = t('make.announce', {
    phase: t(`make.phaseNow.${progress.phase}`),
    percent: format.percent(tenth),
  });
  return (
    <p className="visually-hidden" aria-live="polite">
      {useCalmly(progress.phase, words)}
    </p>
  );
}

function Phases({ current }: { current: Phase }): React.JSX.Element {
  const { t } = useTranslation();
  const answers = useWizard((state) => state.answers);
  const [seen, setSeen] = useState<ReadonlySet<Phase>>(new Set());
  // Some are known of only once they are there, as whether there is something to go on from.
  if (!seen.has(current)) setSeen(new Set([...seen, current]));
  const expected = expectedPhases(answers);
  const shown = phases.filter((phase) => expected.has(phase) || seen.has(phase));
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
  const several = useWizard((state) => targetsOf(state.answers).length > 1);
  const erasing = useWizard((state) => erases(state.answers));
  const { error } = props;
  const titles = several ? 'make.failedTitleMany' : 'make.failedTitle';
  const Icon = props.cancelled ? CircleStop : OctagonX;
  return (
    <StepFrame
      title={
        props.cancelled ? t('make.cancelledTitle') : t(`${titles}.${lacking(error.stick, erasing)}`)
      }
      tone={props.cancelled ? 'plain' : 'danger'}
      icon={<Icon size={28} aria-hidden />}
    >
      <section className="panel">
        <ErrorFacts error={error} phase={props.phase} />
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

/**
 * What a stick wasn’t, of several the one that most happened to: one that can be used, or keeps its files, was more than
 * not made, and one that was to be changed was never to be made.
 */
function lacking(stick: StickState, erasing: boolean): 'made' | 'changed' | 'finished' {
  if (stick === 'kept' || stick === 'partial') return 'finished';
  if (erasing) return 'made';
  return stick === 'untouched' ? 'changed' : 'finished';
}
