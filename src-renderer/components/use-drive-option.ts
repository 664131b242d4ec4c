import { useTranslation } from 'react-i18next';
import { driveName, type Drive } from '../../src-shared/drive';
import { useFormat } from '../i18n/format';
import { useDriveContents } from './use-drive-contents';

/** A drive as one of several in a list to choose from, with what lies on it. */
export function useDriveOption(): (drive: Drive) => { value: string; title: string; text: string } {
  const { t } = useTranslation();
  const format = useFormat();
  const contentsOf = useDriveContents();
  return (drive) => {
    const what = contentsOf(drive);
    const facts = [format.bytes(drive.sizeBytes), t(`bus.${drive.bus}`), drive.path].join(' · ');
    const contents = what === null ? t('drive.contentsEmpty') : t('drive.contents', { what });
    return { value: drive.path, title: driveName(drive), text: `${facts}. ${contents}` };
  };
}
