import { X } from 'lucide-react';
import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useActions } from '../store/context';

/** Breaks off one stick, and asks first. */
export function BreakOff({ row, name }: { row: number; name: string }): React.JSX.Element {
  const { t } = useTranslation();
  const { cancelRow } = useActions();
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger
        className="icon-button"
        aria-label={t('station.row.cancelName', { name })}
        title={t('station.row.cancel')}
      >
        <X size={20} aria-hidden />
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        {/* Radix's own overlay injects a style element, which the page's policy forbids. */}
        <div className="veil" />
        <AlertDialog.Content className="dialog" aria-modal>
          <AlertDialog.Title>{t('station.row.cancelTitle', { name })}</AlertDialog.Title>
          <AlertDialog.Description>{t('station.row.cancelText')}</AlertDialog.Description>
          <div className="dialog-actions">
            <AlertDialog.Cancel className="secondary">
              {t('station.row.cancelNo')}
            </AlertDialog.Cancel>
            <AlertDialog.Action
              className="primary"
              data-tone="danger"
              onClick={() => void cancelRow(row)}
            >
              {t('station.row.cancel')}
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
