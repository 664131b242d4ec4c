import { useTranslation } from 'react-i18next';
import { editionOf, type RecordImage, type RecordSummary } from '../../src-shared/records';
import { useFormat } from '../i18n/format';

/** What a list says of a record besides the name of its drive. */
interface RecordWords {
  /** What went onto it. */
  made: string;
  facts: string[];
}

export function useRecordWords(): (record: RecordSummary) => RecordWords {
  const { t } = useTranslation();
  const format = useFormat();
  const imageNames = (images: readonly RecordImage[]): string | null => {
    const [first] = images;
    if (first === undefined) return null;
    const count = images.length - 1;
    return count === 0 ? first.name : t('history.images', { first: first.name, count });
  };
  const contentOf = (record: RecordSummary): (string | null)[] =>
    record.kind === 'ordinary-drive'
      ? []
      : [editionOf(record.images), imageNames(record.images), record.computerName];
  return (record) => {
    const { kind, target, label, startedAt, endedAt } = record;
    const serial = target.kind === 'drive' ? target.serial : null;
    const words = [t(`history.kinds.${kind}`), ...contentOf(record), label];
    const seconds = endedAt === null ? null : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
    return {
      made: words.filter((word) => word !== null).join(' · '),
      facts: [
        format.bytes(target.sizeBytes),
        ...(serial === null ? [] : [serial]),
        ...(seconds === null ? [] : [t('history.took', { time: format.duration(seconds) })]),
      ],
    };
  };
}
