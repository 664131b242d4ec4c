import {
  CircleCheck,
  CircleStop,
  CircleX,
  Clock,
  HardDriveUpload,
  type LucideIcon,
  Search,
  Trash2,
  Unplug,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StationRow } from '../../src-shared/station';
import { ProgressBar } from '../components/ProgressBar';
import { useTimeLeft } from '../components/use-time-left';
import { useFormat } from '../i18n/format';
import { BreakOff } from './BreakOff';
import { DriveFacts } from './DriveFacts';
import { EndedRow } from './EndedRow';
import { useRowName } from './use-row-name';

export type StickRowData = Exclude<StationRow, { state: 'refused' }>;

const icons: Record<StickRowData['state'], LucideIcon> = {
  looking: Search,
  waiting: Clock,
  working: HardDriveUpload,
  finished: CircleCheck,
  pulled: Unplug,
  failed: CircleX,
  cancelled: CircleStop,
  binned: Trash2,
};

/** One drive of a series: what its stick is called and how it is with it, in letters that can be read from a metre away. */
export function StickRow({ row }: { row: StickRowData }): React.JSX.Element {
  const name = useRowName()(row);
  const state = useStateWords()(row);
  const Icon = icons[row.state];
  return (
    <li className="stick-row" data-state={row.state}>
      <Icon className="stick-icon" size={28} aria-hidden />
      <div className="stick-words">
        <p className="stick-title">{name}</p>
        <DriveFacts drive={row.drive} />
        <ComputerName row={row} />
      </div>
      <div className="stick-state">
        <p className="stick-says">{state}</p>
        {row.state === 'working' && <Progress row={row} name={name} />}
      </div>
      {(row.state === 'working' || row.state === 'waiting') && (
        <BreakOff row={row.row} name={name} />
      )}
      {(row.state === 'failed' || row.state === 'cancelled' || row.state === 'binned') && (
        <EndedRow row={row} name={name} />
      )}
    </li>
  );
}

function ComputerName({ row }: { row: StickRowData }): React.JSX.Element | null {
  const { t } = useTranslation();
  if (!('names' in row)) return null;
  const { computerName, label } = row.names;
  if (computerName === null || computerName === label) return null;
  return <p className="drive-facts">{t('station.row.computer', { name: computerName })}</p>;
}

function Progress(props: {
  row: StickRowData & { state: 'working' };
  name: string;
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { overall, secondsLeft, bytesPerSecond } = props.row;
  const left = useTimeLeft(secondsLeft);
  // What is still to be done once all bytes are is no matter of bytes, and takes no time to speak of.
  const facts = [
    (secondsLeft !== null || overall < 1) && left,
    bytesPerSecond !== null && t('make.speedShort', { speed: format.bytes(bytesPerSecond) }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <>
      <ProgressBar
        label={t('station.row.progress', { name: props.name })}
        value={overall}
        valueText={format.percent(overall)}
      />
      {facts.length > 0 && <p className="drive-facts">{facts.join(' · ')}</p>}
    </>
  );
}

function useStateWords(): (row: StickRowData) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (row) => {
    const words = t(`station.row.states.${row.state}`);
    switch (row.state) {
      case 'working':
        return row.phase === null
          ? words
          : `${t(`make.phaseShort.${row.phase}`)} · ${format.percent(row.overall)}`;
      case 'pulled':
        return `${words} · ${t('station.row.took', { time: format.seconds(row.seconds) })}`;
      default:
        return words;
    }
  };
}
