import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useActions, useWizard } from '../store/context';
import { typedAbout } from '../store/recipes/recipes-actions';
import type { SavingRecipe } from '../store/recipes/save-recipe-actions';
import { ErrorCallout } from './ErrorCallout';
import { RecipeAboutFields } from './RecipeAboutFields';
import { StagedDialog } from './StagedDialog';
import { StageTitle } from './StageTitle';
import { TakenName } from './TakenName';

/** The id of the button, where the focus goes when the dialog closes. */
const SAVE_BUTTON = 'save-recipe';

/** The button that saves the wizard's answers as a recipe, and the dialog that asks what it shall be called. */
export function SaveRecipe({ small = false }: { small?: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const saving = useWizard((state) => state.savingRecipe);
  const { saveRecipe, keepRecipe, backFromSavingRecipe } = useActions();
  return (
    <>
      <button
        type="button"
        className={small ? 'secondary small' : 'secondary'}
        id={SAVE_BUTTON}
        aria-haspopup="dialog"
        onClick={saveRecipe}
      >
        {t('review.saveRecipe')}
      </button>
      <StagedDialog isOpen={saving !== null} opener={SAVE_BUTTON} onClose={backFromSavingRecipe}>
        {saving?.isTaken === true && (
          <TakenName
            name={saving.name.trim()}
            disabled={saving.asking.state === 'asking'}
            onAnswer={(how) => void keepRecipe(how)}
          />
        )}
        {saving?.isTaken === false && <Naming saving={saving} />}
      </StagedDialog>
    </>
  );
}

function Naming({ saving }: { saving: SavingRecipe }): React.JSX.Element {
  const { t } = useTranslation();
  const { typeRecipe, keepRecipe, saveRecipeElsewhere } = useActions();
  const isAsking = saving.asking.state === 'asking';
  return (
    <>
      <StageTitle>{t('saveRecipe.title')}</StageTitle>
      <AlertDialog.Description>{t('saveRecipe.text')}</AlertDialog.Description>
      {saving.asking.state === 'failed' && (
        <ErrorCallout title={t('saveRecipe.failedTitle')} error={saving.asking.error} />
      )}
      <RecipeAboutFields
        typed={saving}
        onType={typeRecipe}
        onEnter={() => void keepRecipe('ask')}
      />
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary" disabled={isAsking}>
          {t('saveRecipe.cancel')}
        </AlertDialog.Cancel>
        <button
          type="button"
          className="secondary"
          disabled={isAsking}
          onClick={() => void saveRecipeElsewhere()}
        >
          {t('saveRecipe.elsewhere')}
        </button>
        <button
          type="button"
          className="primary"
          disabled={isAsking || typedAbout(saving) === null}
          onClick={() => void keepRecipe('ask')}
        >
          {t('saveRecipe.save')}
        </button>
      </div>
    </>
  );
}
