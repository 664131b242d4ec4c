import { useTranslation } from 'react-i18next';
import type { StickErrorData } from '../../src-shared/errors';
import { errorWords, useFormat } from '../i18n/format';
import { Callout } from './Callout';
import { ExplainError } from './ExplainError';
import { Fold } from './Fold';

/** An error where it happened: what, what now, the code, and the details folded away. */
export function ErrorCallout(props: {
  title: string;
  error: StickErrorData;
  children?: React.ReactNode;
}): React.JSX.Element {
  const { t } = useTranslation();
  const words = errorWords(props.error, useFormat());
  return (
    <Callout tone="danger" title={props.title} role="alert">
      <p>{words.what}</p>
      <p>{words.next}</p>
      <p className="quiet">
        {t('app.label', { label: t('make.code') })} <code>{props.error.code}</code>
      </p>
      <ExplainError error={props.error} />
      {props.error.detail !== undefined && (
        <Fold label={t('app.details')}>
          <pre className="detail">{props.error.detail}</pre>
        </Fold>
      )}
      {props.children}
    </Callout>
  );
}
