import { useTranslation } from 'react-i18next';
import type { DriverPackage, DriverReport } from '../../src-shared/drivers';
import { useFormat } from '../i18n/format';
import { Callout } from './Callout';
import { Fold } from './Fold';

/** What of a folder with drivers goes onto the stick, and what not and why. */
export function DriversFound({ report }: { report: DriverReport }): React.JSX.Element {
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
        <Fold label={t('yours.drivers.refused', { count: refused.length })}>
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
