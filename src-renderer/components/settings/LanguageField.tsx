import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../src-shared/ipc';
import {
  languageFor,
  languageNames,
  languages,
  LanguageSchema,
} from '../../../src-shared/languages';
import { useActions } from '../../store/context';
import { SelectField } from '../SelectField';

/** The language of the window. Each is named in its own words, so that it is found from any other. */
export function LanguageField({ info }: { info: AppInfo }): React.JSX.Element {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  const { settings, systemLanguages } = info;
  const ofSystem = languageNames[languageFor('system', systemLanguages)];
  return (
    <SelectField
      label={t('settings.language')}
      value={settings.language === 'system' ? null : settings.language}
      open={t('settings.languageOfSystem', { language: ofSystem })}
      options={languages.map((language) => ({
        value: language,
        label: languageNames[language],
      }))}
      onChange={(value) => {
        const language = value === null ? 'system' : LanguageSchema.parse(value);
        void saveSettings({ ...settings, language });
      }}
    />
  );
}
