import { Check, X } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { StickErrorData } from '../../src-shared/errors';
import type { TargetProgress } from '../../src-shared/job';
import { errorWords, useFormat } from '../i18n/format';
import { ErrorFacts } from './ErrorFacts';
import { ProgressBar } from './ProgressBar';
import { useTargetName } from './use-target-name';
import { useTimeLeft } from './use-time-left';

/** How far each target of a job is, one row for each. */
export function TargetRows({ targets }: { targets: readonly TargetProgress[] }): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      <ul className="targets" aria-label={t('make.targetsLabel')}>
        {targets.map((row) =>
          row.error === null ? (
            <WorkingRow key={row.target} row={row} />
          ) : (
            <FailedRow key={row.target} target={row.target} error={row.error} />
          ),
        )}
      </ul>
      <Outcomes targets={targets} />
    </>
  );
}

function WorkingRow({ row }: { row: TargetProgress }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = useTargetName()(row.target);
  const left = useTimeLeft(row.secondsLeft);
  const facts = (): string => {
    if (row.phase === null) return t(`make.targetStates.${row.state}`);
    const speed = row.bytesPerSecond;
    return [
      t(`make.phaseShort.${row.phase}`),
      speed !== null && t('make.speedShort', { speed: format.bytes(speed) }),
      row.secondsLeft !== null && left,
    ]
      .filter((fact) => typeof fact === 'string')
      .join(' · ');
  };
  const finished = row.state === 'finished';
  return (
    <li className="target" data-state={row.state}>
      <span className="target-mark" aria-hidden>
        {finished && <Check size={16} strokeWidth={2.5} />}
      </span>
      <RowWords target={row.target} facts={facts()} />
      <ProgressBar
        label={t('make.targetProgress', { name })}
        value={row.overall}
        valueText={format.percent(row.overall)}
        tone={finished ? 'success' : 'accent'}
      />
      <span className="target-percent">
        {row.state !== 'waiting' && format.percent(row.overall)}
      </span>
    </li>
  );
}

function FailedRow(props: { target: string; error: StickErrorData }): React.JSX.Element {
  const { t } = useTranslation();
  const { what } = errorWords(props.error, useFormat());
  const { name } = useTargetName()(props.target);
  return (
    <Collapsible.Root asChild>
      <li className="target" data-state="failed">
        <span className="target-mark" aria-hidden>
          <X size={16} strokeWidth={2.5} />
        </span>
        <RowWords target={props.target} facts={t('make.targetFailed', { what })} />
        <Collapsible.Trigger
          className="link target-why"
          aria-label={t('make.targetWhyOf', { name })}
        >
          {t('make.targetWhy')}
        </Collapsible.Trigger>
        <Collapsible.Content className="target-more">
          <ErrorFacts error={props.error} />
        </Collapsible.Content>
      </li>
    </Collapsible.Root>
  );
}

function RowWords({ target, facts }: { target: string; facts: string }): React.JSX.Element {
  const { name, device } = useTargetName()(target);
  return (
    <div className="target-words">
      <p className="target-name" title={target === name ? name : `${name} (${target})`}>
        <span>{name}</span>
        {device !== null && <span className="quiet">{device}</span>}
      </p>
      <p className="target-facts" title={facts}>
        {facts}
      </p>
    </div>
  );
}

/** Tells screen readers how each target ended, once, and nothing of the way there. */
function Outcomes({ targets }: { targets: readonly TargetProgress[] }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useTargetName();
  const ended = targets.filter(({ state }) => state === 'finished' || state === 'failed');
  return (
    <div className="visually-hidden" aria-live="polite">
      {ended.map(({ target, error }) => {
        const { name, device } = nameOf(target);
        const who = device === null ? name : `${name} (${device})`;
        return (
          <p key={target}>
            {error === null
              ? t('make.announceFinished', { name: who })
              : t('make.announceFailed', { name: who, what: errorWords(error, format).what })}
          </p>
        );
      })}
    </div>
  );
}
