import { useTranslation } from 'react-i18next';
import { FileChoice } from '../components/FileChoice';
import { useActions, useWizard } from '../store/context';
import type { Unsent } from '../store/history/history-actions';

/** The file to which each record is appended as a line, and what it waits for. */
export function RecordLineFile({ unsent }: { unsent: Unsent | null }): React.JSX.Element | null {
  const { t } = useTranslation();
  const path = useWizard(({ info }) => info?.settings.recordLineFile ?? null);
  const { chooseRecordLineFile, forgetRecordLineFile } = useActions();
  const waits = path !== null && unsent !== null && unsent.lines > 0;
  const problem = waits ? unsent.problem : null;
  return (
    <div className="record-lines">
      <FileChoice
        label={t('recordLines.title')}
        text={t('recordLines.text')}
        path={path}
        error={problem === null ? undefined : t('recordLines.problem', { problem })}
        onChoose={() => void chooseRecordLineFile()}
        onRemove={() => void forgetRecordLineFile()}
      />
      {waits && <p className="quiet">{t('recordLines.waiting', { count: unsent.lines })}</p>}
    </div>
  );
}
