import { Usb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DriveListHead } from '../components/DriveListHead';
import { MissingDrives } from '../components/MissingDrives';
import { RadioCards } from '../components/RadioCards';
import { StepFrame } from '../components/StepFrame';
import { useDriveOption } from '../components/use-drive-option';
import { useActions, useWizard } from '../store/context';
import { lastKnown } from '../store/loadable';

/** The drives that are plugged in, of which one is to be erased. */
export function ChooseDrive(): React.JSX.Element {
  const { t } = useTranslation();
  const drives = useWizard((state) => state.restorables);
  const picked = useWizard((state) => state.restorePicked);
  const { loadRestorables, pickRestorable } = useActions();
  const optionOf = useDriveOption();
  const list = lastKnown(drives);
  const offered = (list ?? []).filter(({ reasons }) => reasons.length === 0);
  return (
    <StepFrame title={t('restore.title')} lead={t('restore.lead')}>
      <DriveListHead
        label={t('restore.listLabel')}
        drives={drives}
        onRefresh={() => void loadRestorables()}
      />
      {list !== null && offered.length === 0 && (
        <div className="empty">
          <Usb size={24} aria-hidden />
          <div>
            <h3>{t('restore.emptyTitle')}</h3>
            <p className="quiet">{t('restore.emptyText')}</p>
          </div>
        </div>
      )}
      {offered.length > 0 && (
        <RadioCards
          label={t('restore.listLabel')}
          value={picked ?? ''}
          options={offered.map(({ drive }) => optionOf(drive))}
          onChange={pickRestorable}
        />
      )}
      {list !== null && <MissingDrives list={list} />}
    </StepFrame>
  );
}
