import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { StagedDialog } from '../components/StagedDialog';
import { StageTitle } from '../components/StageTitle';
import { useActions, useWizard } from '../store/context';
import { UNDO_BUTTON } from './Aftermath';
import { REMOVE_BUTTON } from './OneRecipe';

/** Whether a recipe shall leave the list. */
export function RemoveDialog(): React.JSX.Element {
  const { t } = useTranslation();
  const asked = useWizard(({ recipesPlace }) =>
    recipesPlace?.question?.kind === 'remove' ? recipesPlace.question : null,
  );
  const { closeRecipeQuestion, removeRecipe } = useActions();
  return (
    <StagedDialog
      isOpen={asked !== null}
      opener={REMOVE_BUTTON}
      otherwise={UNDO_BUTTON}
      onClose={closeRecipeQuestion}
    >
      <StageTitle>{t('recipes.removeTitle', { name: asked?.name ?? '' })}</StageTitle>
      <AlertDialog.Description>{t('recipes.removeText')}</AlertDialog.Description>
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary">{t('recipes.removeNo')}</AlertDialog.Cancel>
        <button type="button" className="primary" onClick={() => void removeRecipe()}>
          {t('recipes.removeYes')}
        </button>
      </div>
    </StagedDialog>
  );
}
