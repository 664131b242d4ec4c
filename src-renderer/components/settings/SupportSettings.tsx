import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../src-shared/ipc';
import { useActions, useWizard } from '../../store/context';
import { lastKnown } from '../../store/loadable';
import { ErrorCallout } from '../ErrorCallout';
import { Waiting } from '../Waiting';

/** The logs, and what of them and this computer helps others. It is shown before it can be given away. */
export function SupportSettings({ info }: { info: AppInfo }): React.JSX.Element {
  const { t } = useTranslation();
  const support = useWizard((state) => state.support);
  const { gatherSupport, saveSupport, copyText, showLogs } = useActions();
  const text = support === null ? null : lastKnown(support);
  return (
    <>
      <p className="quiet">{t('support.text')}</p>
      {text === null ? (
        <div className="row">
          <button
            type="button"
            className="secondary small"
            disabled={support?.state === 'loading'}
            onClick={() => void gatherSupport()}
          >
            {t('support.gather')}
          </button>
        </div>
      ) : (
        <>
          <pre
            className="support-text"
            tabIndex={0}
            role="region"
            aria-label={t('support.preview')}
          >
            {text}
          </pre>
          <div className="row">
            <button type="button" className="secondary small" onClick={() => void copyText(text)}>
              {t('support.copy')}
            </button>
            <button type="button" className="secondary small" onClick={() => void saveSupport()}>
              {t('support.save')}
            </button>
          </div>
        </>
      )}
      {support?.state === 'loading' && text === null && <Waiting words={t('support.gathering')} />}
      {support?.state === 'failed' && (
        <ErrorCallout title={t('support.failedTitle')} error={support.error} />
      )}
      <h3>{t('dataFolder.title')}</h3>
      <p className="path">{info.dataFolder}</p>
      <div className="row">
        <button type="button" className="secondary small" onClick={() => void showLogs()}>
          {t('dataFolder.open')}
        </button>
      </div>
    </>
  );
}
