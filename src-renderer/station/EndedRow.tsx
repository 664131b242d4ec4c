import { Collapsible } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { ErrorFacts } from '../components/ErrorFacts';
import { errorWords, useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import type { StickRowData } from './StickRow';

/** Why a stick was not made, what is the better thing to do, and the two things that can be done. */
export function EndedRow(props: {
  row: StickRowData & { state: 'failed' | 'cancelled' | 'binned' };
  name: string;
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { row, name } = props;
  const { what } = errorWords(row.error, format);
  const advice = row.state === 'failed' ? row.advice : null;
  return (
    <Collapsible.Root className="stick-ended">
      <p>
        {row.state === 'failed' && what}
        {advice !== null && <strong> {t(`station.row.advice.${advice}`)}</strong>}
        {row.state === 'binned' && t('station.row.binnedText')}
        {row.state !== 'binned' && !row.plugged && ` ${t('station.row.plugIn')}`}
      </p>
      <div className="row">
        {row.state !== 'binned' && <Decision row={row} name={name} />}
        <Collapsible.Trigger className="link" aria-label={t('station.row.whyName', { name })}>
          {t('station.row.why')}
        </Collapsible.Trigger>
      </div>
      <Collapsible.Content className="target-more">
        <ErrorFacts error={row.error} />
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

/** The better one of both stands out. */
function Decision(props: {
  row: StickRowData & { state: 'failed' | 'cancelled' };
  name: string;
}): React.JSX.Element | null {
  const { t } = useTranslation();
  const { row, name } = props;
  const isOpen = useWizard(({ station }) => station.state === 'running');
  const { retryRow, binRow } = useActions();
  if (!isOpen) return null;
  const isFaulty = row.state === 'failed' && row.advice === 'bin';
  return (
    <>
      <button
        type="button"
        className={`${isFaulty ? 'secondary' : 'primary'} small`}
        disabled={!row.plugged}
        aria-label={t('station.row.againName', { name })}
        onClick={() => void retryRow(row.row)}
      >
        {t('station.row.again')}
      </button>
      <button
        type="button"
        className={`${isFaulty ? 'primary' : 'secondary'} small`}
        aria-label={t('station.row.binName', { name })}
        onClick={() => void binRow(row.row)}
      >
        {t('station.row.bin')}
      </button>
    </>
  );
}
