import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Tick } from '../components/Tick';
import { useActions, useWizard } from '../store/context';
import { lastKnown } from '../store/loadable';
import { StagedDialog } from '../components/StagedDialog';
import { StageTitle } from '../components/StageTitle';

/** The id of the button that asks for it, where the focus goes when nothing was removed. */
export const WIPE_BUTTON = 'wipe-records';

/** Whether all records shall go. Nothing here reacts to the Enter key before it is ticked. */
export function WipeDialog(): React.JSX.Element {
  const { t } = useTranslation();
  const wiping = useWizard(({ history }) => history?.wiping ?? null);
  const kept = useWizard(({ history }) => (history && lastKnown(history.list)?.kept) ?? 0);
  const { closeWipe, tickWipe, wipeRecords } = useActions();
  const isRunning = wiping?.state === 'running';
  return (
    <StagedDialog isOpen={wiping !== null} opener={WIPE_BUTTON} onClose={closeWipe}>
      <StageTitle>{t('wipe.title')}</StageTitle>
      <AlertDialog.Description>{t('wipe.text', { count: kept })}</AlertDialog.Description>
      <p>{t('wipe.goes')}</p>
      <p>{t('wipe.stays')}</p>
      <Tick
        label={t('wipe.tick')}
        checked={wiping?.ticked === true}
        disabled={isRunning}
        onChange={tickWipe}
      />
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary" disabled={isRunning}>
          {t('wipe.keep')}
        </AlertDialog.Cancel>
        <button
          type="button"
          className="primary"
          data-tone="danger"
          disabled={wiping?.ticked !== true || isRunning}
          onClick={() => void wipeRecords()}
        >
          {t(isRunning ? 'wipe.running' : 'wipe.confirm')}
        </button>
      </div>
    </StagedDialog>
  );
}
