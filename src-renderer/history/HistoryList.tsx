import { FileDown, SearchX, Trash2, Usb } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordList } from '../../src-shared/records';
import { Callout } from '../components/Callout';
import { ErrorCallout } from '../components/ErrorCallout';
import { StepFrame } from '../components/StepFrame';
import { Waiting } from '../components/Waiting';
import { useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import { isFiltering, noFilter } from '../store/history/filter';
import { RECORDS_AT_ONCE, type History } from '../store/history/history-actions';
import { lastKnown } from '../store/loadable';
import { Aftermath, UNDO_BUTTON } from './Aftermath';
import { Filters } from './Filters';
import { RecordDays, rowId } from './RecordDays';
import { RecordLineFile } from './RecordLineFile';
import { WIPE_BUTTON } from './WipeDialog';

/** All records of earlier sticks, or those that match. */
export function HistoryList({ history }: { history: History }): React.JSX.Element {
  const { t } = useTranslation();
  const { loadRecords } = useActions();
  const { list, filter, aftermath, cameFrom } = history;
  const known = lastKnown(list);
  const isThere = known?.records.some(({ id }) => id === cameFrom) === true;
  const wasRemoved = aftermath?.kind === 'removed';
  useEffect(() => {
    // The button that was pressed is gone, and the focus with it; the heading has just taken it.
    if (wasRemoved) document.getElementById(UNDO_BUTTON)?.focus();
  }, [wasRemoved]);
  useEffect(() => {
    // After the heading has taken the focus: who comes back from a record goes on at its row.
    if (cameFrom !== null && isThere) document.getElementById(rowId(cameFrom))?.focus();
  }, [cameFrom, isThere]);
  return (
    <StepFrame title={t('history.title')} lead={t('history.lead')}>
      <Filters filter={filter} />
      <Aftermath aftermath={aftermath} />
      {list.state === 'failed' && (
        <ErrorCallout title={t('history.failedTitle')} error={list.error}>
          <button type="button" className="secondary small" onClick={() => void loadRecords()}>
            {t('app.retry')}
          </button>
        </ErrorCallout>
      )}
      {list.state === 'loading' && known === null && <Waiting words={t('history.loading')} />}
      {known !== null && <Found list={known} history={history} />}
      {known !== null && <RecordLineFile unsent={history.unsent} />}
    </StepFrame>
  );
}

function Found(props: { list: RecordList; history: History }): React.JSX.Element {
  const { t } = useTranslation();
  const { showMoreRecords } = useActions();
  const { records, matching, kept } = props.list;
  const rest = matching - records.length;
  return (
    <>
      <NotShown list={props.list} />
      {kept > 0 && <Summary list={props.list} isFiltering={isFiltering(props.history.filter)} />}
      {kept === 0 && <Nothing />}
      {kept > 0 && matching === 0 && <NoneFound />}
      <RecordDays records={records} />
      {rest > 0 && (
        <div className="row">
          <button type="button" className="secondary" onClick={() => void showMoreRecords()}>
            {t('history.showMore', { count: Math.min(rest, RECORDS_AT_ONCE) })}
          </button>
        </div>
      )}
    </>
  );
}

/** Files that lie among the records and can't be shown. */
function NotShown({ list }: { list: RecordList }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { setAsideDamaged } = useActions();
  const { damaged, newer } = list;
  return (
    <>
      {damaged.length > 0 && (
        <Callout tone="caution" title={t('history.damagedTitle')}>
          <p>{t('history.damagedText', { paths: format.list(damaged) })}</p>
          <button type="button" className="secondary small" onClick={() => void setAsideDamaged()}>
            {t('history.setAside')}
          </button>
        </Callout>
      )}
      {newer > 0 && (
        <Callout tone="info">
          <p>{t('history.newer', { count: newer })}</p>
        </Callout>
      )}
    </>
  );
}

/** How many there are, and what can be done with all of them. */
function Summary(props: { list: RecordList; isFiltering: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { exportRecords, askWipe } = useActions();
  const { matching, kept } = props.list;
  return (
    <div className="row history-summary">
      <p className="quiet" role="status">
        {props.isFiltering
          ? t('history.countOf', { matching: format.exact(matching), kept: format.exact(kept) })
          : t('history.count', { count: kept })}
      </p>
      {matching > 0 && (
        <button
          type="button"
          className="secondary small"
          onClick={() => void exportRecords('matching')}
        >
          <FileDown size={16} aria-hidden />
          {t('history.exportMatching', { count: matching })}
        </button>
      )}
      {matching < kept && (
        <button type="button" className="secondary small" onClick={() => void exportRecords('all')}>
          <FileDown size={16} aria-hidden />
          {t('history.exportAll')}
        </button>
      )}
      <button
        type="button"
        className="secondary small"
        id={WIPE_BUTTON}
        aria-haspopup="dialog"
        onClick={askWipe}
      >
        <Trash2 size={16} aria-hidden />
        {t('history.wipe')}
      </button>
    </div>
  );
}

function Nothing(): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <Usb size={24} aria-hidden />
      <div>
        <h2>{t('history.emptyTitle')}</h2>
        <p className="quiet">{t('history.emptyText')}</p>
      </div>
    </div>
  );
}

function NoneFound(): React.JSX.Element {
  const { t } = useTranslation();
  const { filterRecords } = useActions();
  return (
    <div className="empty">
      <SearchX size={24} aria-hidden />
      <div className="stack">
        <div>
          <h2>{t('history.noneTitle')}</h2>
          <p className="quiet">{t('history.noneText')}</p>
        </div>
        <div className="row">
          <button
            type="button"
            className="secondary small"
            onClick={() => {
              filterRecords(noFilter);
            }}
          >
            {t('history.showAll')}
          </button>
        </div>
      </div>
    </div>
  );
}
