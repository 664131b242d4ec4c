import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';

/** A text that nobody should read over one's shoulder: masked unless it is asked to be shown. */
export function SecretField(props: {
  label: string;
  /** The secret within a sentence, for the button that shows it. */
  what: string;
  value: string;
  hint?: string;
  error?: string | undefined;
  maxLength?: number;
  onChange: (value: string) => void;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { what, ...field } = props;
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field {...field} mono secret={!shown}>
      <button
        type="button"
        className="secondary"
        aria-label={t('yours.showWhat', { what })}
        aria-pressed={shown}
        onClick={() => {
          setShown(!shown);
        }}
      >
        <Icon size={20} aria-hidden />
        {t(shown ? 'yours.hide' : 'yours.show')}
      </button>
    </Field>
  );
}
