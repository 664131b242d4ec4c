import { useTranslation } from 'react-i18next';
import { useActions } from '../store/context';

/** Opens “Explain an error” with what is asked. */
export function ExplainLink(props: { query: string; about: string }): React.JSX.Element {
  const { t } = useTranslation();
  const { explain } = useActions();
  return (
    <button
      type="button"
      className="link"
      aria-label={t('explain.linkAbout', { about: props.about })}
      onClick={() => {
        explain(props.query);
      }}
    >
      {t('explain.link')}
    </button>
  );
}
