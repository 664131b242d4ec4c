import { ArrowLeft, FileInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useWizard } from '../store/context';
import { lastKnown } from '../store/loadable';

/** The id of the button that imports, where the focus goes when nothing was imported. */
export const IMPORT_BUTTON = 'import-recipe';

/** The way back on the left, from a recipe to the list and from there to the wizard; the one primary action on the right. */
export function RecipesBar(): React.JSX.Element {
  const { t } = useTranslation();
  const file = useWizard((state) => state.recipesPlace?.opened ?? null);
  const entry = useWizard((state) =>
    lastKnown(state.recipes)?.recipes.find((one) => one.file === file),
  );
  const isImporting = useWizard((state) => state.recipesPlace?.importing.state === 'asking');
  const { closeErrand, closeRecipe, takeKeptRecipe, importRecipe } = useActions();
  return (
    <footer className="bar">
      <button
        type="button"
        className="secondary"
        onClick={entry === undefined ? closeErrand : closeRecipe}
      >
        <ArrowLeft size={20} aria-hidden />
        {t(entry === undefined ? 'check.back' : 'recipes.back')}
      </button>
      <span className="bar-space" />
      {entry === undefined ? (
        <button
          type="button"
          className="primary"
          id={IMPORT_BUTTON}
          disabled={isImporting}
          onClick={() => void importRecipe()}
        >
          <FileInput size={16} aria-hidden />
          {t('recipes.import')}
        </button>
      ) : (
        <button
          type="button"
          className="primary"
          disabled={entry.state === 'unusable'}
          onClick={() => void takeKeptRecipe(entry.file)}
        >
          {t('recipes.use')}
        </button>
      )}
    </footer>
  );
}
