import { useTranslation } from 'react-i18next';
import type { StationRow } from '../../src-shared/station';
import { RefusedDrive } from './RefusedDrive';
import { StickRow } from './StickRow';

/** The drives of a series: those that are worked on or wait for a decision, those that are done with, those left alone. */
export function SeriesRows({ rows }: { rows: readonly StationRow[] }): React.JSX.Element {
  const { t } = useTranslation();
  const refused = rows.filter((row) => row.state === 'refused');
  const sticks = rows.filter((row) => row.state !== 'refused');
  const past = sticks.filter(isPast).reverse();
  const present = sticks.filter((row) => !isPast(row));
  return (
    <>
      {present.length > 0 && (
        <ul className="stick-rows" aria-label={t('station.running.sticks')}>
          {present.map((row) => (
            <StickRow key={row.row} row={row} />
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <section aria-labelledby="series-refused">
          <h2 id="series-refused">{t('station.running.refused')}</h2>
          <p className="quiet">{t('station.running.refusedText')}</p>
          <ul className="refused-drives" aria-labelledby="series-refused">
            {refused.map((row) => (
              <RefusedDrive key={row.row} row={row} />
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="series-past">
          <h2 id="series-past">{t('station.running.pulled')}</h2>
          <ul className="stick-rows" aria-labelledby="series-past">
            {past.map((row) => (
              <StickRow key={row.row} row={row} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Nobody has to look at it any more. */
function isPast({ state }: StationRow): boolean {
  return state === 'pulled' || state === 'binned';
}
