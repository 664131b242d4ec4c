import { useTranslation } from 'react-i18next';
import type { Drive } from '../../src-shared/drive';
import { useFormat } from '../i18n/format';

const SHOWN = 3;

/** Says in one line what lies on a drive: `FOTOS (exFAT, 57.6 GB)`; null when it holds nothing. */
export function useDriveContents(): (drive: Drive) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return (drive) => {
    if (drive.partitions.length === 0) {
      return drive.mountPoints.length === 0 ? null : format.list(drive.mountPoints);
    }
    const shown: string[] = drive.partitions.slice(0, SHOWN).map((partition) =>
      t('drive.partition', {
        name: partition.label ?? t('drive.unnamed'),
        format: partition.fileSystem ?? t('drive.unknownFormat'),
        size: format.bytes(partition.sizeBytes),
      }),
    );
    const more = drive.partitions.length - shown.length;
    if (more > 0) shown.push(t('drive.more', { count: more }));
    return format.list(shown);
  };
}
