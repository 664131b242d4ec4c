import { Ban, CircleCheck, CircleX, LoaderCircle, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordSummary } from '../../src-shared/records';

export const resultIcons = {
  finished: CircleCheck,
  failed: CircleX,
  cancelled: Ban,
  'broken-off': Unplug,
  running: LoaderCircle,
};

/** Green is for what was read back and compared, red for what failed. */
export function toneOf({
  outcome,
  verification,
}: Pick<RecordSummary, 'outcome' | 'verification'>): 'success' | 'danger' | 'plain' {
  const { result } = outcome;
  if (result === 'failed' || result === 'broken-off') return 'danger';
  return result === 'finished' && verification === 'compared' ? 'success' : 'plain';
}

/** How a job ended for a stick, as a word with its picture. */
export function ResultMark({ record }: { record: RecordSummary }): React.JSX.Element {
  const { t } = useTranslation();
  const { result } = record.outcome;
  const Icon = resultIcons[result];
  return (
    <span className="record-result" data-tone={toneOf(record)}>
      <Icon size={16} aria-hidden />
      {t(`history.results.${result}`)}
    </span>
  );
}
