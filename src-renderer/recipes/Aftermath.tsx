import { useTranslation } from 'react-i18next';
import { DoneLine, SavedLine } from '../components/DoneLine';
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
  const { undoRecipeRemoval } = useActions();
  switch (aftermath.kind) {
    case 'imported':
      return <span>{t('recipes.imported', { name: aftermath.name })}</span>;
    case 'removed':
      return (
        <DoneLine
          text={t('recipes.removed', { name: aftermath.name })}
          button={t('history.undo')}
          buttonId={UNDO_BUTTON}
          onClick={undoRecipeRemoval}
        />
      );
    case 'saved':
      return <SavedLine path={aftermath.path} />;
  }
}
