import { useTranslation } from 'react-i18next';
import { RecordResultSchema } from '../../src-shared/records';
import { Field } from '../components/Field';
import { SelectField } from '../components/SelectField';
import { useActions } from '../store/context';
import { periods, timeOf, type HistoryFilter, type HistoryTime } from '../store/history/filter';

const results = RecordResultSchema.options;

/** What is looked for: words, a result, a time. */
export function Filters({ filter }: { filter: HistoryFilter }): React.JSX.Element {
  const { t } = useTranslation();
  const { filterRecords } = useActions();
  return (
    <search className="history-filters">
      <Field
        label={t('history.search')}
        hint={t('history.searchHint')}
        value={filter.text}
        onChange={(text) => {
          filterRecords({ text });
        }}
      />
      <div className="pair-of-fields">
        <SelectField
          label={t('history.result')}
          open={t('history.anyResult')}
          value={filter.result}
          options={results.map((value) => ({ value, label: t(`history.results.${value}`) }))}
          onChange={(value) => {
            filterRecords({ result: results.find((result) => result === value) ?? null });
          }}
        />
        <SelectField
          label={t('history.period')}
          value={filter.time.period}
          options={periods.map((value) => ({ value, label: t(`history.periods.${value}`) }))}
          onChange={(value) => {
            filterRecords({ time: timeOf(periods.find((period) => period === value) ?? 'any') });
          }}
        />
      </div>
      {filter.time.period === 'days' && <Days time={filter.time} />}
    </search>
  );
}

/** From which day to which. */
function Days({ time }: { time: Extract<HistoryTime, { period: 'days' }> }): React.JSX.Element {
  const { t } = useTranslation();
  const { filterRecords } = useActions();
  const { from, until } = time;
  // Both are written so that the order of the texts is that of the days.
  const isBackwards = from !== '' && until !== '' && until < from;
  return (
    <div className="pair-of-fields">
      <Field
        date
        label={t('history.from')}
        hint={t('history.daysHint')}
        value={from}
        onChange={(day) => {
          filterRecords({ time: { ...time, from: day } });
        }}
      />
      <Field
        date
        label={t('history.until')}
        error={isBackwards ? t('history.daysOrder') : undefined}
        value={until}
        onChange={(day) => {
          filterRecords({ time: { ...time, until: day } });
        }}
      />
    </div>
  );
}
