import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { erases } from '../store/answers';
import { useActions, useWizard } from '../store/context';

/** The Cancel button of a running job, and the question it asks first. */
export function CancelJob(): React.JSX.Element {
  const { t } = useTranslation();
  const running = useWizard((state) => state.job.state === 'running');
  const erasing = useWizard((state) => erases(state.answers));
  const { cancelJob } = useActions();
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="secondary" disabled={!running}>
        {running ? t('make.cancel') : t('make.cancelling')}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        {/* Radix's own overlay injects a style element, which the page's policy forbids. */}
        <div className="veil" />
        <AlertDialog.Content className="dialog" aria-modal>
          <AlertDialog.Title>
            {t(erasing ? 'make.cancelTitle' : 'make.cancelTitleKept')}
          </AlertDialog.Title>
          <AlertDialog.Description>
            {t(erasing ? 'make.cancelText' : 'make.cancelTextKept')}
          </AlertDialog.Description>
          <div className="dialog-actions">
            <AlertDialog.Cancel className="secondary">{t('make.cancelNo')}</AlertDialog.Cancel>
            <AlertDialog.Action
              className="primary"
              data-tone="danger"
              onClick={() => void cancelJob()}
            >
              {t('make.cancelYes')}
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
