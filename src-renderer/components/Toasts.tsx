import { X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { errorWords, useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import type { Notice } from '../store/store';

/** Short messages that come and go above the bottom bar. */
export function Toasts({ children }: { children: React.ReactNode }): React.JSX.Element {
  const { t } = useTranslation();
  const current = useWizard((state) => state.notice);
  const { dismissNotice } = useActions();
  const words = useNoticeWords(current?.notice ?? null);
  return (
    <Toast.Provider label={t('notice.region')} duration={8000}>
      {children}
      {current !== null && (
        <Toast.Root
          key={current.id}
          className="toast"
          // Read out at once only if something went wrong.
          type={current.notice.kind === 'error' ? 'foreground' : 'background'}
          data-tone={current.notice.kind === 'error' ? 'danger' : 'info'}
          onOpenChange={(open) => {
            if (!open) dismissNotice();
          }}
        >
          <Toast.Description>{words}</Toast.Description>
          <Toast.Close className="icon-button" aria-label={t('app.dismiss')}>
            <X size={16} aria-hidden />
          </Toast.Close>
        </Toast.Root>
      )}
      <Toast.Viewport className="toasts" label={t('notice.region')} />
    </Toast.Provider>
  );
}

function useNoticeWords(notice: Notice | null): string {
  const { t } = useTranslation();
  const format = useFormat();
  switch (notice?.kind) {
    case undefined:
      return '';
    case 'drive-gone':
      return t('notice.drive-gone', { name: notice.name });
    case 'recipe-kept':
      return t('notice.recipe-kept', { name: notice.name });
    case 'saved':
      return t('notice.saved', { path: notice.path });
    case 'error': {
      const { what, next } = errorWords(notice.error, format);
      return `${what} ${next}`;
    }
    case 'copied':
    case 'key-copied':
    case 'trusted':
    case 'recipe-opened':
    case 'edition-not-in-image':
      return t(`notice.${notice.kind}`);
  }
}
