import { useTranslation } from 'react-i18next';
import { slowestOf, type PhaseTiming } from '../../../src-shared/timing';
import { TimingChart } from './TimingChart';
import { TimingTable } from './TimingTable';
import { chartOf } from './chart';
import { useSlowestWords } from './use-slowest-words';

/** Where the time of one stick went: in sentences, as a chart, and as a table that says the same. */
export function Timings(props: {
  /** Of the whole job; what was done for other sticks is left out. */
  timings: readonly PhaseTiming[];
  target: string;
}): React.JSX.Element {
  const { t } = useTranslation();
  const wordsOf = useSlowestWords();
  const { target } = props;
  const slowest = slowestOf(props.timings, target);
  if (slowest === null) return <p className="quiet">{t('record.noTimings')}</p>;
  const words = wordsOf(slowest);
  const chart = chartOf(
    props.timings.filter((timing) => timing.target === null || timing.target === target),
  );
  return (
    <div className="timings">
      <p>{words}</p>
      <TimingChart chart={chart} summary={words} />
      <TimingTable spans={chart.spans} />
    </div>
  );
}
