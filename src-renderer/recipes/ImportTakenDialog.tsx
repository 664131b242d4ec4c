import { StagedDialog } from '../components/StagedDialog';
import { TakenName } from '../components/TakenName';
import { useActions, useWizard } from '../store/context';
import { IMPORT_BUTTON } from './RecipesBar';

/** A file that is to be imported is called like a recipe that is kept. */
export function ImportTakenDialog(): React.JSX.Element {
  const asked = useWizard(({ recipesPlace }) =>
    recipesPlace?.question?.kind === 'taken' ? recipesPlace.question : null,
  );
  const { closeRecipeQuestion, importTaken } = useActions();
  return (
    <StagedDialog isOpen={asked !== null} opener={IMPORT_BUTTON} onClose={closeRecipeQuestion}>
      <TakenName name={asked?.name ?? ''} onAnswer={(how) => void importTaken(how)} />
    </StagedDialog>
  );
}
