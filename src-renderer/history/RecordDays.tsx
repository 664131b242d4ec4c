import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId, RecordSummary } from '../../src-shared/records';
import { useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import { byDay, type Day } from './by-day';
import { recordName } from './record-name';
import { ResultMark } from './ResultMark';
import { useRecordWords } from './use-record-words';

/** Records by the day they were begun on. */
export function RecordDays({ records }: { records: readonly RecordSummary[] }): React.JSX.Element {
  return (
    <>
      {byDay(records).map((day) => (
        <OneDay key={day.records[0]?.id} day={day} />
      ))}
    </>
  );
}

function OneDay({ day }: { day: Day }): React.JSX.Element {
  const format = useFormat();
  const id = useId();
  return (
    <section className="record-day" aria-labelledby={id}>
      <h2 id={id}>{format.day(day.time)}</h2>
      <ul>
        {day.records.map((record) => (
          <li key={record.id}>
            <Row record={record} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ record }: { record: RecordSummary }): React.JSX.Element {
  const format = useFormat();
  const { readRecord } = useActions();
  const { made, facts } = useRecordWords()(record);
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="record-row"
      id={rowId(record.id)}
      onClick={() => void readRecord(record.id)}
    >
      <span className="record-words">
        <span className="record-name">{recordName(record)}</span>
        <span className="quiet">{made}</span>
        <span className="quiet">{facts.join(' · ')}</span>
      </span>
      <span className="record-end">
        <ResultMark record={record} />
        <time className="quiet" dateTime={record.startedAt}>
          {format.time(record.startedAt)}
        </time>
        <ChecksNote record={record} />
      </span>
    </button>
  );

  /** Checks that didn't pass: a finished stick with them is not like others. */
  function ChecksNote({ record: of }: { record: RecordSummary }): React.JSX.Element | null {
    const checks = of.kind === 'ordinary-drive' ? null : of.checks;
    if (checks === null || checks.failed + checks.warned === 0) return null;
    const kind = checks.failed > 0 ? 'failed' : 'warned';
    return (
      <span className="quiet">{t(`history.withChecks.${kind}`, { count: checks[kind] })}</span>
    );
  }
}

/** The id of the row of a record. */
export function rowId(id: RecordId): string {
  return `record-${id}`;
}
