import { Printer, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StickRecord } from '../../src-shared/records';
import { Checks } from '../components/Checks';
import { ErrorCallout } from '../components/ErrorCallout';
import { ErrorFacts } from '../components/ErrorFacts';
import { Fold } from '../components/Fold';
import { StepFrame } from '../components/StepFrame';
import { Waiting } from '../components/Waiting';
import { Timings } from '../components/timing/Timings';
import { useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import type { OpenedRecord } from '../store/history/history-actions';
import { lastKnown } from '../store/loadable';
import { DriveFacts, HelpdeskFacts, OutcomeFacts, WhatFacts } from './RecordFacts';
import { recordName } from './record-name';
import { resultIcons, toneOf } from './ResultMark';

/** The id of the button that shows the label, where the focus goes when its dialog closes. */
export const LABEL_BUTTON = 'record-label';

/** All that is kept of one stick. */
export function OneRecord({ opened }: { opened: OpenedRecord }): React.JSX.Element {
  const { t } = useTranslation();
  const { readRecord } = useActions();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The list before may have been scrolled far down.
    top.current?.closest('.scroll')?.scrollTo({ top: 0 });
  }, []);
  const known = lastKnown(opened.record);
  return (
    <div ref={top}>
      {opened.record.state === 'failed' && (
        <StepFrame title={t('record.failedTitle')} tone="danger">
          <ErrorCallout title={t('make.happened')} error={opened.record.error}>
            <button
              type="button"
              className="secondary small"
              onClick={() => void readRecord(opened.id)}
            >
              {t('app.retry')}
            </button>
          </ErrorCallout>
        </StepFrame>
      )}
      {opened.record.state === 'loading' && known === null && (
        <StepFrame title={t('history.title')}>
          <Waiting words={t('record.loading')} />
        </StepFrame>
      )}
      {known !== null && <Whole record={known} />}
    </div>
  );
}

function Whole({ record }: { record: StickRecord }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { outcome } = record;
  const notPassed = record.kind === 'ordinary-drive' ? [] : record.notPassed;
  const Icon = resultIcons[outcome.result];
  const when = format.moment(record.endedAt ?? record.startedAt);
  return (
    <StepFrame
      title={recordName(record)}
      lead={t(`record.leads.${outcome.result}`, { when })}
      tone={toneOf(record)}
      icon={<Icon size={28} aria-hidden />}
    >
      <Actions record={record} />
      {outcome.result === 'failed' && (
        <section className="panel" data-tone="danger" aria-label={t('record.error')}>
          <h2>{t('record.error')}</h2>
          <ErrorFacts error={outcome.error} phase={outcome.phase} />
        </section>
      )}
      <Section title={t('record.what')}>
        <WhatFacts record={record} />
      </Section>
      <Section title={t('record.drive')}>
        <DriveFacts record={record} />
      </Section>
      <Section title={t('record.outcome')}>
        <OutcomeFacts record={record} />
        {notPassed.length > 0 && <Checks checks={notPassed} />}
      </Section>
      <Section title={t('record.timings')}>
        <Timings timings={record.timings} target={record.target.path} />
      </Section>
      <Fold label={t('record.technical')}>
        <HelpdeskFacts record={record} />
      </Fold>
    </StepFrame>
  );
}

function Actions({ record }: { record: StickRecord }): React.JSX.Element {
  const { t } = useTranslation();
  const { askLabel, removeRecord } = useActions();
  return (
    <div className="row">
      {record.kind !== 'ordinary-drive' && (
        <button
          type="button"
          className="secondary"
          id={LABEL_BUTTON}
          aria-haspopup="dialog"
          onClick={() => void askLabel()}
        >
          <Printer size={16} aria-hidden />
          {t('record.printLabel')}
        </button>
      )}
      {record.outcome.result !== 'running' && (
        <button type="button" className="secondary" onClick={() => void removeRecord()}>
          <Trash2 size={16} aria-hidden />
          {t('record.remove')}
        </button>
      )}
    </div>
  );
}

function Section(props: { title: string; children: React.ReactNode }): React.JSX.Element {
  return (
    <section className="record-section" aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}
