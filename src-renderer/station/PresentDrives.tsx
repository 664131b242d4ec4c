import { useTranslation } from 'react-i18next';
import { driveName } from '../../src-shared/drive';
import { DriveListHead } from '../components/DriveListHead';
import { Tick } from '../components/Tick';
import { useDriveContents } from '../components/use-drive-contents';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import { lastKnown } from '../store/loadable';
import type { StationDraft } from '../store/station/draft';
import { identityKey } from '../store/wizard';

/** Drives that are there before the series begins; they belong to it only if somebody says so. */
export function PresentDrives({ draft }: { draft: StationDraft }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const contentsOf = useDriveContents();
  const { changeStationRules, loadStationDrives } = useActions();
  const drives = useWizard((state) => state.stationDrives);
  const list = lastKnown(drives);
  const offered = (list ?? []).filter(({ reasons }) => reasons.length === 0);
  return (
    <section className="stack" aria-labelledby="station-present">
      <DriveListHead
        id="station-present"
        label={t('station.confirm.present')}
        drives={drives}
        onRefresh={() => void loadStationDrives()}
      />
      {list !== null && (
        <p className="quiet">
          {t(offered.length === 0 ? 'station.confirm.presentNone' : 'station.confirm.presentText')}
        </p>
      )}
      {offered.map(({ drive }) => {
        const key = identityKey(drive);
        const what = contentsOf(drive);
        const size = format.bytes(drive.sizeBytes);
        return (
          <Tick
            key={drive.path}
            label={t('station.confirm.presentDrive', {
              ...{ name: driveName(drive), size, path: drive.path },
            })}
            text={what === null ? t('drive.contentsEmpty') : t('drive.contents', { what })}
            checked={draft.present.includes(key)}
            onChange={(ticked) => {
              const others = draft.present.filter((other) => other !== key);
              changeStationRules({ present: ticked ? [...others, key] : others });
            }}
          />
        );
      })}
    </section>
  );
}
