import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { driveName } from '../../src-shared/drive';
import { useActions, useWizard } from '../store/context';
import { pickedDrive, restoreConfirmed } from '../store/restore/restore-actions';

/** The way back on the left, the one primary action on the right. */
export function RestoreBar(): React.JSX.Element {
  const { t } = useTranslation();
  const state = useWizard(({ restorePlace }) => restorePlace?.state);
  const { closeErrand, chooseAnotherDrive } = useActions();
  const isAsking = state === 'asking';
  return (
    <footer className="bar">
      <button
        type="button"
        className="secondary"
        onClick={isAsking ? chooseAnotherDrive : closeErrand}
      >
        <ArrowLeft size={20} aria-hidden />
        {t(isAsking ? 'restore.anotherDrive' : 'restore.back')}
      </button>
      <span className="bar-space" />
      <Primary />
    </footer>
  );
}

function Primary(): React.JSX.Element | null {
  const { t } = useTranslation();
  const place = useWizard((state) => state.restorePlace);
  const isPicked = useWizard((state) => pickedDrive(state) !== null);
  const { askRestore, startRestore, cancelRestore, chooseAnotherDrive } = useActions();
  switch (place?.state) {
    case undefined:
      return null;
    case 'choosing':
      return (
        <button type="button" className="primary" disabled={!isPicked} onClick={askRestore}>
          {t('restore.go')}
          <ArrowRight size={20} aria-hidden />
        </button>
      );
    case 'asking':
      return (
        <button
          type="button"
          className="primary"
          data-tone="danger"
          disabled={!restoreConfirmed(place)}
          onClick={() => void startRestore()}
        >
          {t('restore.start', { name: driveName(place.drive) })}
        </button>
      );
    case 'running':
    case 'cancelling':
      return (
        <button
          type="button"
          className="secondary"
          disabled={place.state === 'cancelling'}
          onClick={() => void cancelRestore()}
        >
          {t(place.state === 'cancelling' ? 'make.cancelling' : 'make.cancel')}
        </button>
      );
    case 'done':
    case 'cancelled':
    case 'failed':
      return (
        <button type="button" className="primary" onClick={chooseAnotherDrive}>
          {t('restore.anotherDrive')}
        </button>
      );
  }
}
