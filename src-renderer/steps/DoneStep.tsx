import { CircleAlert, CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../../src-shared/check';
import { checksPassed } from '../../src-shared/check';
import type { Report, StickReport } from '../../src-shared/job';
import { Callout } from '../components/Callout';
import { Fold } from '../components/Fold';
import { StepFrame } from '../components/StepFrame';
import { fileName } from '../components/file-name';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';

export function DoneStep(): React.JSX.Element {
  const { t } = useTranslation();
  const job = useWizard((state) => state.job);
  if (job.state !== 'done') return <StepFrame title={t('steps.done')}>{null}</StepFrame>;
  return <Finished report={job.report} />;
}

function Finished({ report }: { report: Report }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const filePath = useWizard((state) =>
    state.answers.file.chosen ? (state.answers.file.checked?.path ?? null) : null,
  );
  const onlyFile = useWizard((state) => state.answers.drives.length === 0);
  const { saveReport, saveRecipe, showFile } = useActions();
  const passed = report.sticks.every((stick) => checksPassed(stick.checks));
  const count = report.sticks.length;
  const title = !passed
    ? t('done.titleProblem')
    : onlyFile
      ? t('done.titleFile')
      : count === 1
        ? t('done.titleOne')
        : t('done.titleMany', { count });
  const verified = passed && report.sticks.every((stick) => stick.verifiedBytes > 0);
  const seconds = (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000;
  const Icon = passed ? CircleCheck : CircleAlert;
  return (
    <StepFrame
      title={title}
      lead={!passed ? t('done.leadProblem') : onlyFile ? t('done.leadFile') : t('done.leadDrive')}
      tone={!passed ? 'danger' : verified ? 'success' : 'plain'}
      icon={<Icon size={28} aria-hidden />}
    >
      <div className="row">
        <button type="button" className="secondary" onClick={() => void saveReport()}>
          {t('done.saveReport')}
        </button>
        {filePath !== null && (
          <button type="button" className="secondary" onClick={() => void showFile(filePath)}>
            {t('done.show')}
          </button>
        )}
        <button type="button" className="secondary" onClick={() => void saveRecipe()}>
          {t('review.saveRecipe')}
        </button>
      </div>
      {report.sticks.map((stick) => (
        <Stick key={stick.target} stick={stick} named={count > 1} />
      ))}
      <ul className="facts quiet">
        <li>{t(report.image.hashExpected ? 'done.hashExpected' : 'done.hashNotExpected')}</li>
        <li>{t('done.notKnown')}</li>
        {Number.isFinite(seconds) && <li>{t('done.took', { time: format.seconds(seconds) })}</li>}
      </ul>
      <Fold label={t('done.timings')}>
        <dl className="pairs">
          {report.timings.map((timing, index) => (
            <div key={index}>
              <dt>
                {t(`make.phases.${timing.phase}`)}
                {timing.target !== null && count > 1 && ` (${timing.target})`}
              </dt>
              <dd>
                {format.seconds(timing.seconds)}
                {timing.bytes > 0 && ` · ${format.bytes(timing.bytes)}`}
              </dd>
            </div>
          ))}
        </dl>
      </Fold>
    </StepFrame>
  );
}

function Stick(props: { stick: StickReport; named: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { stick } = props;
  return (
    <section className="stack" aria-label={stick.target}>
      {props.named && <h2 className="path">{stick.target}</h2>}
      {stick.verifiedBytes > 0 ? (
        <Callout tone="success">
          <p>{t('done.verified', { size: format.bytes(stick.verifiedBytes) })}</p>
        </Callout>
      ) : (
        <Callout tone="info">
          <p>{t('done.notVerified', { name: fileName(stick.target) })}</p>
        </Callout>
      )}
      <Checks checks={stick.checks} />
    </section>
  );
}

const statusIcons = { pass: CircleCheck, warn: TriangleAlert, fail: CircleX };

function Checks({ checks }: { checks: readonly CheckResult[] }): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <table className="checks">
      <caption>{t('done.checks')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('done.resultColumn')}</th>
          <th scope="col">{t('done.checkColumn')}</th>
          <th scope="col">{t('done.foundColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => {
          const Icon = statusIcons[check.status];
          return (
            <tr key={check.id} data-status={check.status}>
              <td>
                <span className="status">
                  <Icon size={16} aria-hidden />
                  {t(`done.status.${check.status}`)}
                </span>
              </td>
              <td>
                <code>{check.id}</code>
              </td>
              <td>
                {check.evidence}
                {check.next !== undefined && (
                  <span className="check-next">
                    <Info size={16} aria-hidden /> {check.next}
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
