import { Usb, Volume2, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StationState } from '../../src-shared/station';
import { StepFrame } from '../components/StepFrame';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import { CommonProgress } from './CommonProgress';
import { SeriesCounts } from './SeriesCounts';
import { SeriesRows } from './SeriesRows';
import { StationNews } from './StationNews';

type UnderWay = Extract<StationState, { state: 'running' | 'stopping' }>;

/** The series while drives come and go. */
export function RunningSeries({ station }: { station: UnderWay }): React.JSX.Element {
  const { t } = useTranslation();
  const { title, lead } = useHeading(station);
  return (
    <StepFrame title={title} lead={lead}>
      <StationNews />
      <SeriesCounts counts={station.counts} limit={station.guard.limit} />
      {station.state === 'running' && station.preparing !== null && (
        <section className="panel" aria-labelledby="series-preparing">
          <h2 id="series-preparing">{t('station.running.preparing')}</h2>
          <CommonProgress
            progress={station.preparing}
            label={t('station.running.preparingProgress')}
            waiting={t('make.phaseNow.preparing')}
          />
        </section>
      )}
      {station.rows.length === 0 && station.state === 'running' && (
        <div className="empty">
          <Usb size={24} aria-hidden />
          <div>
            <h2>{t('station.running.none')}</h2>
            <p className="quiet">{t('station.running.noneText')}</p>
          </div>
        </div>
      )}
      <SeriesRows rows={station.rows} />
      <div className="row between">
        <SizesTaken station={station} />
        <SoundSwitch />
      </div>
    </StepFrame>
  );
}

function useHeading(station: UnderWay): { title: string; lead: string } {
  const { t } = useTranslation();
  if (station.state === 'stopping') {
    const words = station.how === 'finish' ? 'Stopping' : 'Cancelling';
    return { title: t(`station.running.title${words}`), lead: t(`station.running.lead${words}`) };
  }
  return station.paused
    ? { title: t('station.running.titlePaused'), lead: t('station.running.leadPaused') }
    : { title: t('station.running.title'), lead: t('station.running.lead') };
}

function SizesTaken({ station }: { station: UnderWay }): React.JSX.Element | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (station.state !== 'running' || station.sizes === null) return null;
  const { smallestBytes, largestBytes } = station.sizes;
  return (
    <p className="quiet">
      {t('station.running.sizesTaken', {
        smallest: format.bytes(smallestBytes),
        largest: format.bytes(largestBytes),
      })}
    </p>
  );
}

function SoundSwitch(): React.JSX.Element | null {
  const { t } = useTranslation();
  const settings = useWizard((state) => state.info?.settings);
  const { saveSettings } = useActions();
  if (settings === undefined) return null;
  const isOn = settings.sounds;
  const Icon = isOn ? Volume2 : VolumeX;
  return (
    <button
      type="button"
      className="secondary small"
      role="switch"
      aria-checked={isOn}
      onClick={() => {
        void saveSettings({ ...settings, sounds: !isOn });
      }}
    >
      <Icon size={16} aria-hidden />
      {t('station.running.sounds')}
    </button>
  );
}
