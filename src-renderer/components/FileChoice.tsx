import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** A file or folder of this computer that may be chosen, changed and left out again. */
export function FileChoice(props: {
  label: string;
  text: string;
  path: string | null;
  error?: string | undefined;
  disabled?: boolean;
  onChoose: () => void;
  /** Null where there has to be one. */
  onRemove: (() => void) | null;
}): React.JSX.Element {
  const { t } = useTranslation();
  const id = useId();
  const { path, error } = props;
  return (
    <div className="file-choice">
      <h3 id={id}>{props.label}</h3>
      <p className="quiet">{props.text}</p>
      {path !== null && <p className="path">{path}</p>}
      {error !== undefined && <p className="field-error">{error}</p>}
      <div className="row">
        <button
          type="button"
          className="secondary small"
          disabled={props.disabled === true}
          aria-describedby={id}
          onClick={props.onChoose}
        >
          {t(path === null ? 'yours.choose' : 'yours.chooseOther')}
        </button>
        {path !== null && props.onRemove !== null && (
          <button
            type="button"
            className="secondary small"
            aria-describedby={id}
            onClick={props.onRemove}
          >
            {t('yours.remove')}
          </button>
        )}
      </div>
    </div>
  );
}
