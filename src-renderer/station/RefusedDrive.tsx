import { ShieldBan } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StationRow } from '../../src-shared/station';
import { useActions } from '../store/context';
import { DriveFacts } from './DriveFacts';
import { useRefusalWords } from './use-refusal-words';

/** A drive that is plugged in and left alone, and why. */
export function RefusedDrive(props: { row: StationRow & { state: 'refused' } }): React.JSX.Element {
  const { t } = useTranslation();
  const { row } = props;
  const { retryRow } = useActions();
  const why = useRefusalWords()(row);
  const mayBeMade = row.refusal.why === 'made-already' || row.refusal.why === 'binned';
  return (
    <li className="refused-drive">
      <ShieldBan size={20} aria-hidden />
      <div className="refused-words">
        <p>
          <strong>{row.drive.name}</strong>
        </p>
        <p>{why}</p>
        <DriveFacts drive={row.drive} isNamed />
      </div>
      {mayBeMade && (
        <button
          type="button"
          className="secondary small"
          aria-label={t('station.row.makeAgainName', { name: row.drive.name })}
          onClick={() => void retryRow(row.row)}
        >
          {t('station.row.makeAgain')}
        </button>
      )}
    </li>
  );
}
