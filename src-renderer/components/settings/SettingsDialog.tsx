import { Settings2, X } from 'lucide-react';
import { Dialog, Tabs } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../src-shared/ipc';
import { useWizard } from '../../store/context';
import { GeneralSettings } from './GeneralSettings';
import { StorageSettings } from './StorageSettings';
import { SupportSettings } from './SupportSettings';
import { TrustedSettings } from './TrustedSettings';

const parts = {
  general: GeneralSettings,
  storage: StorageSettings,
  trusted: TrustedSettings,
  support: SupportSettings,
} satisfies Record<string, (props: { info: AppInfo }) => React.JSX.Element>;
const partNames = Object.keys(parts) as (keyof typeof parts)[];

/** The button that opens the settings, and the settings. */
export function SettingsDialog(): React.JSX.Element {
  const { t } = useTranslation();
  const info = useWizard((state) => state.info);
  return (
    <Dialog.Root>
      <Dialog.Trigger className="quiet-button">
        <Settings2 size={16} aria-hidden />
        <span>{t('app.settings')}</span>
      </Dialog.Trigger>
      <Dialog.Portal>
        {/* Radix's own overlay injects a style element, which the page's policy forbids. */}
        <div className="veil" />
        <Dialog.Content className="dialog settings" aria-describedby={undefined}>
          <Dialog.Title>{t('settings.title')}</Dialog.Title>
          <Dialog.Close className="icon-button dialog-close" aria-label={t('app.close')}>
            <X size={20} aria-hidden />
          </Dialog.Close>
          {info !== null && (
            <Tabs.Root className="settings-tabs" defaultValue="general">
              <Tabs.List className="tabs" aria-label={t('settingsTabs.label')}>
                {partNames.map((name) => (
                  <Tabs.Trigger className="tab" key={name} value={name}>
                    {t(`settingsTabs.${name}`)}
                  </Tabs.Trigger>
                ))}
              </Tabs.List>
              {partNames.map((name) => {
                const Part = parts[name];
                return (
                  <Tabs.Content className="tab-page" key={name} value={name}>
                    <Part info={info} />
                  </Tabs.Content>
                );
              })}
            </Tabs.Root>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
