import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { RecipeAboutFields } from '../components/RecipeAboutFields';
import { StagedDialog } from '../components/StagedDialog';
import { StageTitle } from '../components/StageTitle';
import { useActions, useWizard } from '../store/context';
import { typedAbout } from '../store/recipes/recipes-actions';
import { DESCRIBE_BUTTON } from './OneRecipe';

/** What a recipe shall be called from now on, and what it is for. */
export function DescribeDialog(): React.JSX.Element {
  const { t } = useTranslation();
  const asked = useWizard(({ recipesPlace }) =>
    recipesPlace?.question?.kind === 'describe' ? recipesPlace.question : null,
  );
  const { closeRecipeQuestion, typeDescription, describeRecipe } = useActions();
  return (
    <StagedDialog isOpen={asked !== null} opener={DESCRIBE_BUTTON} onClose={closeRecipeQuestion}>
      <StageTitle>{t('recipes.describeTitle')}</StageTitle>
      <AlertDialog.Description>{t('recipes.describeText')}</AlertDialog.Description>
      {asked !== null && (
        <RecipeAboutFields
          typed={asked}
          onType={typeDescription}
          onEnter={() => void describeRecipe()}
        />
      )}
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary">{t('saveRecipe.cancel')}</AlertDialog.Cancel>
        <button
          type="button"
          className="primary"
          disabled={asked === null || typedAbout(asked) === null}
          onClick={() => void describeRecipe()}
        >
          {t('recipes.describeSave')}
        </button>
      </div>
    </StagedDialog>
  );
}
