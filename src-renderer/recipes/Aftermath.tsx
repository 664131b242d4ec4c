import { useTranslation } from 'react-i18next';
import { useActions } from '../store/context';
import type { RecipeAftermath } from '../store/recipes/recipes-actions';

/** The id of the button that brings a recipe back, where the focus goes when it was removed. */
export const UNDO_BUTTON = 'undo-recipe-removal';

/** What was done last, and what can be done about it. */
export function Aftermath(props: { aftermath: RecipeAftermath | null }): React.JSX.Element {
  return (
    <div className="row history-aftermath" role="status">
      {props.aftermath !== null && <Words aftermath={props.aftermath} />}
    </div>
  );
}

function Words({ aftermath }: { aftermath: RecipeAftermath }): React.JSX.Element {
  const { t } = useTranslation();
  const { undoRecipeRemoval, showFile } = useActions();
  switch (aftermath.kind) {
    case 'imported':
      return <span>{t('recipes.imported', { name: aftermath.name })}</span>;
    case 'removed':
      return (
        <>
          <span>{t('recipes.removed', { name: aftermath.name })}</span>
          <button
            type="button"
            className="secondary small"
            id={UNDO_BUTTON}
            onClick={() => void undoRecipeRemoval()}
          >
            {t('history.undo')}
          </button>
        </>
      );
    case 'saved':
      return (
        <>
          <span>{t('history.saved', { path: aftermath.path })}</span>
          <button
            type="button"
            className="secondary small"
            onClick={() => void showFile(aftermath.path)}
          >
            {t('history.show')}
          </button>
        </>
      );
  }
}
