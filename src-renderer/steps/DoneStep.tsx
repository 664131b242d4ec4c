import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { checksPassed } from '../../src-shared/check';
import { stickIdOfDisk } from '../../src-shared/diary';
import type { Report, StickReport, VentoyReport, WindowsReport } from '../../src-shared/job';
import { isVhdxPath } from '../../src-shared/vhdx';
import { AnswerNotes } from '../components/AnswerNotes';
import { BootTests } from '../components/BootTests';
import { Callout } from '../components/Callout';
import { Checks } from '../components/Checks';
import { Compatibility } from '../components/Compatibility';
import { StickDiary } from '../components/Diary';
import { DriversFound } from '../components/DriversFound';
import { ErrorFacts } from '../components/ErrorFacts';
import { Fold } from '../components/Fold';
import { RecoveryKeys } from '../components/RecoveryKeys';
import { SaveRecipe } from '../components/SaveRecipe';
import { StepFrame } from '../components/StepFrame';
import { StickName } from '../components/StickName';
import { Timings } from '../components/timing/Timings';
import { fileName } from '../components/file-name';
import { useReadsBack } from '../components/use-reads-back';
import { useTargetName } from '../components/use-target-name';
import { errorWords, useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import { madeStick } from '../store/sticks/chosen-stick';
import { FirstStart, VentoyStickDone } from './ventoy/VentoyStickDone';

export function DoneStep(): React.JSX.Element {
  const { t } = useTranslation();
  const job = useWizard((state) => state.job);
  if (job.state !== 'done') return <StepFrame title={t('steps.done')}>{null}</StepFrame>;
  const { report } = job;
  return report.kind === 'ventoy' ? (
    <VentoyFinished report={report} />
  ) : (
    <Finished report={report} />
  );
}

function Finished({ report }: { report: WindowsReport }): React.JSX.Element {
  const { t } = useTranslation();
  const { sticks, failed } = report;
  return (
    <Outcome report={report}>
      <WhatNow report={report} />
      <RecoveryKeys sticks={sticks} />
      {sticks.map((stick) => (
        <Stick key={stick.target} stick={stick} oneOfSeveral={sticks.length + failed.length > 1} />
      ))}
      {report.windows.drivers !== null && <DriversFound report={report.windows.drivers} />}
      <AnswerNotes notes={report.windows.answerNotes} />
      <ul className="facts quiet">
        <li>{t(report.image.hashExpected ? 'done.hashExpected' : 'done.hashNotExpected')}</li>
        {report.fromCache && <li>{t('done.fromCache')}</li>}
        <li>{t('done.notKnown')}</li>
        <Took report={report} />
      </ul>
      <ReportTimings report={report} />
    </Outcome>
  );
}

function VentoyFinished({ report }: { report: VentoyReport }): React.JSX.Element {
  const { t } = useTranslation();
  const { sticks, failed } = report;
  return (
    <Outcome report={report}>
      <WhatNow report={report} />
      {sticks.map((stick) => (
        <VentoyStickDone
          key={stick.target}
          stick={stick}
          oneOfSeveral={sticks.length + failed.length > 1}
        />
      ))}
      <FirstStart report={report} />
      <ul className="facts quiet">
        <li>{t('done.notKnown')}</li>
        <Took report={report} />
      </ul>
      <ReportTimings report={report} />
    </Outcome>
  );
}

/** What failed, and what can be done with what didn’t. */
function WhatNow({ report }: { report: Report }): React.JSX.Element {
  const { t } = useTranslation();
  const filePath = useWizard((state) =>
    state.answers.file.chosen ? (state.answers.file.checked?.path ?? null) : null,
  );
  const { saveReport, showFile } = useActions();
  const { sticks, failed } = report;
  return (
    <>
      {failed.length > 0 && <FailedTargets failed={failed} />}
      <div className="row">
        <button type="button" className="secondary" onClick={() => void saveReport()}>
          {t('done.saveReport')}
        </button>
        {filePath !== null && sticks.some(({ target }) => target === filePath) && (
          <button type="button" className="secondary" onClick={() => void showFile(filePath)}>
            {t('done.show')}
          </button>
        )}
        <SaveRecipe />
      </div>
    </>
  );
}

function Took({ report }: { report: Report }): React.JSX.Element | null {
  const { t } = useTranslation();
  const format = useFormat();
  const seconds = (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000;
  return Number.isFinite(seconds) ? (
    <li>{t('done.took', { time: format.seconds(seconds) })}</li>
  ) : null;
}

/** The heading: all are ready, some failed, or a check found something. */
function Outcome(props: { report: Report; children: React.ReactNode }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const onlyFile = useWizard((state) => state.answers.drives.length === 0);
  const readsBack = useReadsBack();
  const { sticks, failed } = props.report;
  const count = sticks.length;
  const passed = sticks.every(({ checks }) => checksPassed(checks));
  if (!passed) {
    return (
      <StepFrame
        title={t('done.titleProblem')}
        lead={t('done.leadProblem')}
        tone="danger"
        icon={<CircleAlert size={28} aria-hidden />}
      >
        {props.children}
      </StepFrame>
    );
  }
  if (failed.length > 0) {
    return (
      <StepFrame
        title={t('done.titleMixed', {
          done: format.exact(count),
          total: format.exact(count + failed.length),
        })}
        lead={t('done.leadMixed')}
        icon={<CircleAlert size={28} aria-hidden />}
      >
        {props.children}
      </StepFrame>
    );
  }
  const title = onlyFile
    ? t('done.titleFile')
    : count === 1
      ? t('done.titleOne')
      : t('done.titleMany', { count });
  const fileLead = sticks.every(({ target }) => isVhdxPath(target)) ? 'leadVhdx' : 'leadFile';
  const lead = t(`done.${onlyFile ? fileLead : count === 1 ? 'leadDrive' : 'leadMany'}`);
  const verified = readsBack && sticks.every(({ verifiedBytes }) => verifiedBytes > 0);
  return (
    <StepFrame
      title={title}
      lead={lead}
      tone={verified ? 'success' : 'plain'}
      icon={<CircleCheck size={28} aria-hidden />}
    >
      {props.children}
    </StepFrame>
  );
}

function FailedTargets({ failed }: { failed: Report['failed'] }): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <section className="panel" data-tone="danger">
      <h2>{t('done.failed')}</h2>
      <ul className="facts">
        {failed.map(({ target, error }) => (
          <li key={target}>
            <FailedTarget target={target} error={error} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FailedTarget(props: Report['failed'][number]): React.JSX.Element {
  const { t } = useTranslation();
  const { name, device } = useTargetName()(props.target);
  const { what } = errorWords(props.error, useFormat());
  return (
    <>
      <strong>{name}</strong> {device !== null && <span className="quiet">{device}</span>}
      <p>{what}</p>
      <Fold label={t('make.doNow')}>
        <ErrorFacts error={props.error} />
      </Fold>
    </>
  );
}

/** How long each part took, of each stick. */
function ReportTimings({ report }: { report: Report }): React.JSX.Element {
  const { t } = useTranslation();
  const { sticks, timings } = report;
  return (
    <Fold label={t('done.timings')}>
      {sticks.map(({ target }) => (
        <div className="stack" key={target}>
          {sticks.length > 1 && <StickName target={target} />}
          <Timings timings={timings} target={target} />
        </div>
      ))}
    </Fold>
  );
}

/** One finished stick. Of several, each has its checks folded, unless one found something. */
function Stick(props: { stick: StickReport; oneOfSeveral: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const { stick, oneOfSeveral } = props;
  const answers = useWizard((state) => state.answers);
  const known = madeStick(answers, stick.target);
  const folded = oneOfSeveral && checksPassed(stick.checks);
  return (
    <section className="stack" aria-label={stick.target}>
      {oneOfSeveral && <StickName target={stick.target} />}
      <ReadBack stick={stick} />
      {folded ? (
        <Fold label={t('done.checksPassed', { count: stick.checks.length })}>
          <Checks checks={stick.checks} />
        </Fold>
      ) : (
        <Checks checks={stick.checks} />
      )}
      <Compatibility predictions={stick.compatibility} stickId={stickIdOfDisk(stick.disk)} />
      <Fold label={t('boot.title')}>
        <BootTests stick={known} />
      </Fold>
      <StickDiary stickId={stickIdOfDisk(stick.disk)} target={stick.target} />
    </section>
  );
}

/** What was read back of a stick and compared, and why not if it wasn't. */
function ReadBack({ stick }: { stick: StickReport }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const direct = useWizard((state) => state.answers.way === 'direct');
  const verified = stick.verifiedBytes > 0 && !direct;
  const words = (): string => {
    if (direct) return t('done.notVerifiedDirect');
    return verified
      ? t('done.verified', { size: format.bytes(stick.verifiedBytes) })
      : t('done.notVerified', { name: fileName(stick.target) });
  };
  return (
    <Callout tone={verified ? 'success' : 'info'}>
      <p>{words()}</p>
      {stick.computerName !== null && <p>{t('done.computerName', { name: stick.computerName })}</p>}
      {stick.resumedBytes > 0 && (
        <p>{t('done.resumed', { size: format.bytes(stick.resumedBytes) })}</p>
      )}
    </Callout>
  );
}
