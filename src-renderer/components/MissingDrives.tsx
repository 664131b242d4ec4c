import { useTranslation } from 'react-i18next';
import { type JudgedDrive, driveName } from '../../src-shared/drive';
import { Fold } from './Fold';
import { Size } from './Size';
import { useDriveNotes } from './use-drive-notes';

/** The drives that are seen but not offered, each with why. */
export function MissingDrives({ list }: { list: JudgedDrive[] }): React.JSX.Element {
  const { t } = useTranslation();
  const notesOf = useDriveNotes();
  const others = list.filter(({ reasons }) => reasons.length > 0);
  return (
    <Fold label={t('drive.missing')}>
      {others.length === 0 ? (
        <p>{t('drive.missingNone')}</p>
      ) : (
        <>
          <p>{t('drive.missingLead')}</p>
          <ul className="facts">
            {others.map(({ drive, reasons }) => (
              <li key={drive.path}>
                <strong>{driveName(drive)}</strong>{' '}
                <span className="quiet">
                  <Size bytes={drive.sizeBytes} /> · {t(`bus.${drive.bus}`)} · {drive.path}
                </span>
                <br />
                {reasons.map((reason) => t(`reasons.${reason}`)).join(' ')} {notesOf(drive)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  );
}
