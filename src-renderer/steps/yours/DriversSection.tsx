import { useTranslation } from 'react-i18next';
import { DriversFound } from '../../components/DriversFound';
import { ErrorCallout } from '../../components/ErrorCallout';
import { FileChoice } from '../../components/FileChoice';
import { Waiting } from '../../components/Waiting';
import { driverReport } from '../../store/answers';
import { useActions, useWizard } from '../../store/context';

export function DriversSection(): React.JSX.Element {
  const { t } = useTranslation();
  const folder = useWizard((state) => state.answers.windows.drivers.folder);
  const report = useWizard((state) => driverReport(state.answers));
  const looking = useWizard((state) => state.lookingAtDrivers);
  const { chooseDriverFolder, changeWindows, lookAtDrivers } = useActions();
  return (
    <>
      <p className="quiet">{t('yours.drivers.text')}</p>
      <FileChoice
        label={t('yours.drivers.folder')}
        text={t('yours.drivers.folderText')}
        path={folder}
        onChoose={() => void chooseDriverFolder()}
        onRemove={() => {
          changeWindows('drivers', { folder: null });
        }}
      />
      {looking.state === 'asking' && <Waiting words={t('yours.drivers.reading')} />}
      {looking.state === 'failed' && folder !== null && (
        <ErrorCallout title={t('yours.drivers.failedTitle')} error={looking.error}>
          <button type="button" className="secondary small" onClick={() => void lookAtDrivers()}>
            {t('yours.drivers.again')}
          </button>
        </ErrorCallout>
      )}
      {looking.state === 'idle' && report !== null && <DriversFound report={report} />}
    </>
  );
}
