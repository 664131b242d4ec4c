import { useTranslation } from 'react-i18next';
import type { ClassSummary } from '../../src-shared/diary';
import { useFormat } from '../i18n/format';

/** On how many computers of each class a stick started; nothing where none was tried. */
export function DiarySummary(props: {
  summary: readonly ClassSummary[];
}): React.JSX.Element | null {
  const { t } = useTranslation();
  const words = useSummaryWords();
  if (props.summary.length === 0) return null;
  return (
    <section>
      <h2>{t('diary.summaryLabel')}</h2>
      <dl className="pairs">
        {props.summary.map((one) => (
          <div key={one.computer}>
            <dt>{t(`diary.computerClass.${one.computer}`)}</dt>
            <dd>{words(one)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** “started on 3 of 4, 1 with trouble”. */
export function useSummaryWords(): (summary: ClassSummary) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ tries, started, withTrouble, uncertain }) =>
    [
      t('diary.summary', { started: format.exact(started), tries: format.exact(tries) }),
      ...(withTrouble === 0 ? [] : [t('diary.summaryTrouble', { count: withTrouble })]),
      ...(uncertain === 0 ? [] : [t('diary.summaryUncertain', { count: uncertain })]),
    ].join(', ');
}
