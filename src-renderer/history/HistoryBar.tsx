import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useWizard } from '../store/context';

/** The way back on the left, from a record to the list and from there to the wizard; the one primary action on the right. */
export function HistoryBar(): React.JSX.Element {
  const { t } = useTranslation();
  const opened = useWizard(({ history }) => history?.opened ?? null);
  const { closeErrand, closeRecord, makeLikeRecord } = useActions();
  const record = opened?.record.state === 'ready' ? opened.record.value : null;
  const hasRecipe = record?.kind !== 'ordinary-drive';
  return (
    <footer className="bar">
      <button
        type="button"
        className="secondary"
        onClick={opened === null ? closeErrand : closeRecord}
      >
        <ArrowLeft size={20} aria-hidden />
        {t(opened === null ? 'check.back' : 'history.back')}
      </button>
      <span className="bar-space" />
      {opened !== null && hasRecipe && (
        <button
          type="button"
          className="primary"
          disabled={record === null}
          onClick={() => void makeLikeRecord()}
        >
          {t('record.another')}
        </button>
      )}
    </footer>
  );
}
