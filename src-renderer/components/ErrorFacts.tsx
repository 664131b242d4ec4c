import { useTranslation } from 'react-i18next';
import type { StickErrorData } from '../../src-shared/errors';
import type { Phase } from '../../src-shared/job';
import { errorWords, useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import { ExplainError } from './ExplainError';

/** Why a stick was not made: what happened, its state, what to do now, the code. */
export function ErrorFacts(props: {
  error: StickErrorData;
  phase?: Phase | null;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { copyText } = useActions();
  const { error, phase = null } = props;
  const words = errorWords(error, useFormat());
  return (
    <dl className="ended">
      <dt>{t('make.happened')}</dt>
      <dd>{words.what}</dd>
      <dt>{t('make.stickState')}</dt>
      <dd>{t(`stickState.${error.stick}`)}</dd>
      <dt>{t('make.doNow')}</dt>
      <dd>{words.next}</dd>
      <dt>{t('make.code')}</dt>
      <dd>
        <code>{error.code}</code>{' '}
        {phase !== null && <span className="quiet">({t(`make.phases.${phase}`)})</span>}{' '}
        <button type="button" className="link" onClick={() => void copyText(error.code)}>
          {t('app.copy')}
        </button>{' '}
        <ExplainError error={error} />
      </dd>
    </dl>
  );
}
