import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { StationState } from '../../src-shared/station';
import { useActions } from '../store/context';

/** Ends a series in one of two ways: sticks that are under way are finished first, or broken off. Asks which. */
export function StopSeries(props: {
  station: Extract<StationState, { state: 'running' | 'stopping' }>;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { stopStation } = useActions();
  const { station } = props;
  const isCancelling = station.state === 'stopping' && station.how === 'cancel';
  const isFinishing = station.state === 'stopping' && station.how === 'finish';
  const count = station.counts.working;
  if (isCancelling) {
    return (
      <button type="button" className="secondary" disabled>
        {t('make.cancelling')}
      </button>
    );
  }
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="secondary">
        {t(isFinishing ? 'station.stop.cancel' : 'station.running.stop')}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        {/* Radix's own overlay injects a style element, which the page's policy forbids. */}
        <div className="veil" />
        <AlertDialog.Content className="dialog" aria-modal>
          <AlertDialog.Title>{t('station.stop.title')}</AlertDialog.Title>
          <AlertDialog.Description>
            {count === 0
              ? t('station.stop.textNone')
              : `${t('station.stop.text', { count })} ${t('station.stop.cancelText')}`}
          </AlertDialog.Description>
          <div className="dialog-actions">
            <AlertDialog.Cancel className="secondary">
              {t(isFinishing ? 'station.row.cancelNo' : 'station.stop.no')}
            </AlertDialog.Cancel>
            {count > 0 && (
              <AlertDialog.Action
                className="primary"
                data-tone="danger"
                onClick={() => void stopStation('cancel')}
              >
                {t('station.stop.cancel')}
              </AlertDialog.Action>
            )}
            {!isFinishing && (
              <AlertDialog.Action className="primary" onClick={() => void stopStation('finish')}>
                {t(count === 0 ? 'station.stop.end' : 'station.stop.finish')}
              </AlertDialog.Action>
            )}
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
