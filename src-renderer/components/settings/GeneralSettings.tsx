import { RadioGroup } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { SettingsSchema, type AppInfo } from '../../../src-shared/ipc';
import { useActions, useWizard } from '../../store/context';
import { Tick } from '../Tick';
import { UndoRow } from '../UndoRow';
import { LanguageField } from './LanguageField';

const themeSchema = SettingsSchema.shape.theme;

/** How the program speaks, looks and sounds, and the way back to how it did at first. */
export function GeneralSettings({ info }: { info: AppInfo }): React.JSX.Element {
  const { t } = useTranslation();
  const jobIdle = useWizard((state) => state.job.state === 'idle');
  const beforeReset = useWizard((state) => state.settingsBeforeReset);
  const { saveSettings, resetSettings, undoSettingsReset } = useActions();
  const { settings } = info;
  return (
    <>
      <LanguageField info={info} />
      <h3 id="theme-label">{t('settings.theme')}</h3>
      <RadioGroup.Root
        className="choices"
        aria-labelledby="theme-label"
        value={settings.theme}
        onValueChange={(value) => {
          void saveSettings({ ...settings, theme: themeSchema.parse(value) });
        }}
      >
        {themeSchema.options.map((theme) => (
          <RadioGroup.Item className="choice" key={theme} value={theme}>
            {t(`settings.themes.${theme}`)}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <Tick
        label={t('settingsGeneral.sounds')}
        text={t('settingsGeneral.soundsText')}
        checked={settings.sounds}
        onChange={(sounds) => void saveSettings({ ...settings, sounds })}
      />
      <div className="row between settings-end">
        <p className="quiet">{t('settingsGeneral.resetText')}</p>
        <button
          type="button"
          className="secondary small"
          // The work folder belongs to the job that runs.
          disabled={!jobIdle}
          onClick={() => void resetSettings()}
        >
          {t('settingsGeneral.reset')}
        </button>
      </div>
      <UndoRow
        words={beforeReset === null ? null : t('settingsGeneral.wasReset')}
        onUndo={() => void undoSettingsReset()}
      />
      <p className="quiet version">{t('settings.version', { version: info.version })}</p>
    </>
  );
}
