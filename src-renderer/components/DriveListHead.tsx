import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JudgedDrive } from '../../src-shared/drive';
import { type Loadable, lastKnown } from '../store/loadable';
import { ErrorCallout } from './ErrorCallout';
import { Waiting } from './Waiting';

/** What stands above a list of drives: its name, a button that looks again, and why there is no list, or not yet. */
export function DriveListHead(props: {
  label: string;
  /** Id of the name, for what it labels. */
  id?: string;
  drives: Loadable<JudgedDrive[]>;
  onRefresh: () => void;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { label, id, drives, onRefresh } = props;
  return (
    <>
      <div className="row between">
        <h2 id={id}>{label}</h2>
        <button type="button" className="quiet-button" onClick={onRefresh}>
          <RefreshCw size={16} aria-hidden />
          {t('drive.refresh')}
        </button>
      </div>
      {drives.state === 'failed' && (
        <ErrorCallout title={t('drive.failedTitle')} error={drives.error} />
      )}
      {drives.state === 'loading' && lastKnown(drives) === null && (
        <Waiting words={t('drive.looking')} />
      )}
    </>
  );
}
