import { useTranslation } from 'react-i18next';

/** What was just done, told politely, with the button that takes it back. Nothing for `null`. */
export function UndoRow(props: { words: string | null; onUndo: () => void }): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <div className="row" role="status">
      {props.words !== null && (
        <>
          <span className="quiet">{props.words}</span>
          <button
            key={props.words}
            type="button"
            className="secondary small"
            // The button that was pressed may be gone, and the focus with it.
            autoFocus
            onClick={props.onUndo}
          >
            {t('trusted.undo')}
          </button>
        </>
      )}
    </div>
  );
}
