import { useTranslation } from 'react-i18next';
import { useActions } from '../store/context';

/** What was done last, in words, and the button that does something about it. */
export function DoneLine(props: {
  text: string;
  button: string;
  buttonId?: string;
  onClick: () => Promise<void>;
}): React.JSX.Element {
  return (
    <>
      <span>{props.text}</span>
      <button
        type="button"
        className="secondary small"
        id={props.buttonId}
        onClick={() => void props.onClick()}
      >
        {props.button}
      </button>
    </>
  );
}

/** That a file was saved, and the way to it. */
export function SavedLine({ path }: { path: string }): React.JSX.Element {
  const { t } = useTranslation();
  const { showFile } = useActions();
  return (
    <DoneLine
      text={t('history.saved', { path })}
      button={t('history.show')}
      onClick={() => showFile(path)}
    />
  );
}
