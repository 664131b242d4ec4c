import { useTranslation } from 'react-i18next';
import { driveName } from '../../src-shared/drive';
import { useFormat } from '../i18n/format';
import { erases } from '../store/answers';
import { useWizard } from '../store/context';

/** What the button that starts the job will do, to what. */
export function useStartWords(): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { drives, file } = useWizard((state) => state.answers);
  const areErased = useWizard((state) => erases(state.answers));
  const [drive, ...more] = drives;
  if (drive === undefined) {
    return t(file.checked?.exists === true ? 'review.startReplace' : 'review.startFile');
  }
  if (!areErased) {
    return t('ventoy.review.startChange', { name: driveName(drive) });
  }
  return more.length > 0
    ? t('review.startDrives', { count: drives.length })
    : t('review.startDrive', { name: driveName(drive), size: format.bytes(drive.sizeBytes) });
}
