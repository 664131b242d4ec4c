import { useTranslation } from 'react-i18next';
import type { RepairedPart, RepairNote } from '../../src-shared/repair';
import { repairedPartKey } from '../../src-shared/repair-texts';
import { useFormat } from '../i18n/format';

/** What a repair rewrites and leaves, in the language of the window. */
export function useRepairWords(): {
  part: (part: RepairedPart) => string;
  note: (note: RepairNote) => string;
} {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    part(part) {
      const contents =
        'contents' in part ? part.contents.map((of) => t(`repair.contents.${of}`)) : [];
      return t(`repair.parts.${repairedPartKey(part)}`, {
        contents: format.list(contents),
        partition: 'partition' in part ? format.exact(part.partition) : '',
      });
    },
    note: (note) =>
      'count' in note
        ? t(`repair.noted.${note.note}`, { count: note.count })
        : t(`repair.noted.${note.note}`),
  };
}
