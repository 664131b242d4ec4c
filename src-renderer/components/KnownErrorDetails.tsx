import { useTranslation } from 'react-i18next';
import type { ErrorSource, KnownError, Statement } from '../../src-shared/explain';
import { useFormat } from '../i18n/format';
import { Fold } from './Fold';

/** What an error means, why it comes, what to do, and how that is known. */
export function KnownErrorDetails({ error }: { error: KnownError }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, codes, names, meaning, causes, steps } = error;
  const otherNames = [...codes, ...names].filter((name) => name !== id);
  const sources = [...new Set([...meaning, ...causes].map(({ source }) => source))];
  return (
    <>
      {otherNames.length > 0 && (
        <p className="quiet">{t('explain.also', { names: format.list(otherNames) })}</p>
      )}
      {meaning.map((statement) => (
        <p key={statement.text}>
          <Said statement={statement} />
        </p>
      ))}
      {causes.length > 0 && (
        <>
          <h4>{t('explain.why')}</h4>
          <ol>
            {causes.map((cause) => (
              <li key={cause.text}>
                <Said statement={cause} />
              </li>
            ))}
          </ol>
        </>
      )}
      <h4>{t('explain.doNow')}</h4>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Fold label={t('explain.sources')}>
        <ul className="explain-sources">
          {sources.map((source) => (
            <Source key={`${source.title} ${source.url ?? ''}`} source={source} />
          ))}
        </ul>
      </Fold>
    </>
  );
}

function Said({ statement }: { statement: Statement }): React.JSX.Element {
  const { t } = useTranslation();
  const { text, source } = statement;
  return (
    <>
      {text}{' '}
      <span className="certainty" title={source.title}>
        {t(`explain.certainties.${source.certainty}`)}
      </span>
    </>
  );
}

function Source({ source }: { source: ErrorSource }): React.JSX.Element {
  const { t } = useTranslation();
  const { certainty, title, url } = source;
  return (
    <li>
      {t('explain.source', { certainty: t(`explain.certainties.${certainty}`), title })}
      {url !== null && <span className="path"> {url}</span>}
    </li>
  );
}
