import { useTranslation } from 'react-i18next';
import type { DriverPackage, DriverReport } from '../../../src-shared/drivers';
import { Callout } from '../../components/Callout';
import { ErrorCallout } from '../../components/ErrorCallout';
import { FileChoice } from '../../components/FileChoice';
import { Fold } from '../../components/Fold';
import { Waiting } from '../../components/Waiting';
import { useFormat } from '../../i18n/format';
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
      {looking.state === 'idle' && report !== null && <Found report={report} />}
    </>
  );
}

function Found({ report }: { report: DriverReport }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useDriverName();
  const { taken, refused } = report;
  const critical = taken.filter((driver) => driver.bootCritical);
  const title =
    taken.length === 0
      ? t('yours.drivers.takenNone')
      : t('yours.drivers.taken', {
          count: taken.length,
          size: format.bytes(report.totalBytes),
        });
  return (
    <Callout tone={taken.length === 0 ? 'caution' : 'info'} title={title} role="status">
      {critical.length > 0 && (
        <p>
          {t('yours.drivers.critical', {
            count: critical.length,
            names: format.list(critical.map(nameOf)),
          })}
        </p>
      )}
      {taken.length > 0 && (
        <Fold label={t('yours.drivers.list')}>
          <ul className="facts">
            {taken.map((driver) => (
              <TakenDriver key={driver.inf} driver={driver} />
            ))}
          </ul>
        </Fold>
      )}
      {refused.length > 0 && (
        <Fold
          label={t('yours.drivers.refused', { count: refused.length })}
          open={taken.length === 0}
        >
          <ul className="facts">
            {refused.map(({ inf, reason, detail }) => (
              <li key={inf}>
                <span className="path">{inf}</span>
                <br />
                {t(`yours.drivers.reasons.${reason}`)}
                {detail !== '' && <span className="quiet"> {detail}</span>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Callout>
  );
}

function TakenDriver({ driver }: { driver: DriverPackage }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    driver.className,
    driver.version,
    t('yours.drivers.files', { count: driver.files }),
    format.bytes(driver.bytes),
  ].filter((fact) => fact !== null);
  return (
    <li>
      <span className="card-title">
        {driver.provider ?? t('yours.drivers.unnamed')}
        {driver.bootCritical && <span className="badge">{t('yours.drivers.criticalBadge')}</span>}
      </span>
      <span className="quiet">{facts.join(t('yours.and'))}</span>
      <br />
      <span className="path">{driver.inf}</span>
    </li>
  );
}

/** What a person may know a driver by: who made it, and the name of its file. */
function useDriverName(): (driver: DriverPackage) => string {
  return ({ provider, inf }) => {
    const file = inf.split('/').at(-1) ?? inf;
    return provider === null ? file : `${provider} (${file})`;
  };
}
