import { lastKnown } from '../store/loadable';
import { useWizard } from '../store/context';
import { DescribeDialog } from './DescribeDialog';
import { ImportTakenDialog } from './ImportTakenDialog';
import { OneRecipe } from './OneRecipe';
import { RecipesList } from './RecipesList';
import { RemoveDialog } from './RemoveDialog';

/** “Recipes”: in place of the wizard's screen. */
export function RecipesPlace(): React.JSX.Element | null {
  const place = useWizard((state) => state.recipesPlace);
  const known = useWizard((state) => lastKnown(state.recipes));
  if (place === null) return null;
  // One that another program took away meanwhile leads back to the list.
  const opened = known?.recipes.find(({ file }) => file === place.opened);
  return (
    <>
      {opened === undefined ? (
        <RecipesList place={place} />
      ) : (
        <OneRecipe key={opened.file} entry={opened} aftermath={place.aftermath} />
      )}
      <DescribeDialog />
      <RemoveDialog />
      <ImportTakenDialog />
    </>
  );
}
