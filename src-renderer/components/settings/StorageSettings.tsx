import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../src-shared/ipc';
import { useFormat } from '../../i18n/format';
import { useActions, useWizard } from '../../store/context';
import { BuildCacheSettings } from './BuildCacheSettings';

/** Where things lie, and how much may be kept. */
export function StorageSettings({ info }: { info: AppInfo }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const jobIdle = useWizard((state) => state.job.state === 'idle');
  const { saveSettings, chooseWorkFolder, chooseRecipeFolder } = useActions();
  return (
    <>
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
      <h3 id="recipe-folder">{t('recipeFolder.title')}</h3>
      <p className="quiet">{t('recipeFolder.text')}</p>
      <p className="path">{info.recipeFolder}</p>
      <div className="row">
        <button
          type="button"
          className="secondary small"
          aria-describedby="recipe-folder"
          onClick={() => void chooseRecipeFolder()}
        >
          {t('settings.choose')}
        </button>
        {info.settings.recipeFolder !== null && (
          <button
            type="button"
            className="secondary small"
            aria-describedby="recipe-folder"
            onClick={() => void saveSettings({ ...info.settings, recipeFolder: null })}
          >
            {t('settings.reset')}
          </button>
        )}
      </div>
      <BuildCacheSettings settings={info.settings} />
      <h3>{t('dataFolder.title')}</h3>
      <p className="quiet">{t(info.portable ? 'dataFolder.portable' : 'dataFolder.text')}</p>
      <p className="path">{info.dataFolder}</p>
    </>
  );
}
