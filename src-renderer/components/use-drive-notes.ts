import { useTranslation } from 'react-i18next';
import type { Drive } from '../../src-shared/drive';

/** What is worth knowing of a drive besides what is on it, in sentences; empty when there is nothing. */
export function useDriveNotes(): (drive: Drive) => string {
  const { t } = useTranslation();
  return ({ notes = [] }) => notes.map((note) => t(`driveNotes.${note}`)).join(' ');
}
