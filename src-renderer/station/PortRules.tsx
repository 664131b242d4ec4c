import { useTranslation } from 'react-i18next';
import { RadioCards } from '../components/RadioCards';
import { Tick } from '../components/Tick';
import { useActions, useWizard } from '../store/context';
import { lastKnown } from '../store/loadable';
import type { StationDraft } from '../store/station/draft';

/** Whether a drive counts wherever it is plugged in, or only in ports that were seen and ticked. */
export function PortRules({ draft }: { draft: StationDraft }): React.JSX.Element {
  const { t } = useTranslation();
  const { changeStationRules } = useActions();
  const drives = useWizard((state) => lastKnown(state.stationDrives));
  const offered = (drives ?? []).filter(({ reasons }) => reasons.length === 0);
  const isUnknown = offered.length > 0 && draft.portsSeen.length === 0;
  const { ports } = draft;
  return (
    <>
      <h3>{t('station.confirm.ports')}</h3>
      <RadioCards
        label={t('station.confirm.ports')}
        inRow
        value={ports === null ? 'any' : 'some'}
        options={[
          {
            value: 'any',
            title: t('station.confirm.portsAny'),
            text: t('station.confirm.portsAnyText'),
          },
          {
            value: 'some',
            title: t('station.confirm.portsSome'),
            text: t(isUnknown ? 'station.confirm.portsUnknown' : 'station.confirm.portsSomeText'),
            disabled: isUnknown,
          },
        ]}
        onChange={(which) => {
          changeStationRules({ ports: which === 'any' ? null : [] });
        }}
      />
      {ports !== null && (
        <div className="card-more" role="group" aria-label={t('station.confirm.ports')}>
          {draft.portsSeen.length === 0 && (
            <p className="quiet" role="status">
              {t('station.confirm.portsNone')}
            </p>
          )}
          {draft.portsSeen.map((port) => (
            <Tick
              key={port}
              label={t('station.row.port', { port })}
              checked={ports.includes(port)}
              onChange={(ticked) => {
                const others = ports.filter((other) => other !== port);
                changeStationRules({ ports: ticked ? [...others, port] : others });
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}
