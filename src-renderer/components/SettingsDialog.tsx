import { Settings2, X } from 'lucide-react';
import { Dialog, RadioGroup } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { SettingsSchema } from '../../src-shared/ipc';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import { BuildCacheSettings } from './BuildCacheSettings';

const themeSchema = SettingsSchema.shape.theme;

/** The button that opens the settings, and the settings. */
export function SettingsDialog(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const info = useWizard((state) => state.info);
  const jobIdle = useWizard((state) => state.job.state === 'idle');
  const { saveSettings, chooseWorkFolder } = useActions();
  return (
    <Dialog.Root>
      <Dialog.Trigger className="quiet-button">
        <Settings2 size={16} aria-hidden />
        <span>{t('app.settings')}</span>
      </Dialog.Trigger>
      <Dialog.Portal>
        {/* Radix's own overlay injects a style element, which the page's policy forbids. */}
        <div className="veil" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title>{t('settings.title')}</Dialog.Title>
          <Dialog.Close className="icon-button dialog-close" aria-label={t('app.close')}>
            <X size={20} aria-hidden />
          </Dialog.Close>
          {info !== null && (
            <>
              <h3 id="theme-label">{t('settings.theme')}</h3>
              <RadioGroup.Root
                className="choices"
                aria-labelledby="theme-label"
                value={info.settings.theme}
                onValueChange={(value) => {
                  const theme = themeSchema.parse(value);
                  void saveSettings({ ...info.settings, theme });
                }}
              >
                {themeSchema.options.map((theme) => (
                  <RadioGroup.Item className="choice" key={theme} value={theme}>
                    {t(`settings.themes.${theme}`)}
                  </RadioGroup.Item>
                ))}
              </RadioGroup.Root>
              <h3>{t('settings.workFolder')}</h3>
              <p className="quiet">{t('settings.workFolderText')}</p>
              <p className="path">{info.workFolder}</p>
              <p className="quiet">
                {t('settings.workFolderFree', { free: format.bytes(info.workFolderFreeBytes) })}
              </p>
              <div className="row">
                <button
                  type="button"
                  className="secondary small"
                  disabled={!jobIdle}
                  onClick={() => void chooseWorkFolder()}
                >
                  {t('settings.choose')}
                </button>
                {info.settings.workFolder !== null && (
                  <button
                    type="button"
                    className="secondary small"
                    disabled={!jobIdle}
                    onClick={() => void saveSettings({ ...info.settings, workFolder: null })}
                  >
                    {t('settings.reset')}
                  </button>
                )}
              </div>
              <BuildCacheSettings settings={info.settings} />
              <p className="quiet version">{t('settings.version', { version: info.version })}</p>
            </>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
