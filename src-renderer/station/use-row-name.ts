import { useTranslation } from 'react-i18next';
import type { StationRow } from '../../src-shared/station';
import { useFormat } from '../i18n/format';

/** What the stick of a row is called; its drive while it has no name yet. */
export function useRowName(): (row: StationRow) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (row) => {
    if (!('names' in row)) return row.drive.name;
    const { label, number } = row.names;
    return label ?? t('station.row.number', { number: format.exact(number) });
  };
}
