import { useTranslation } from 'react-i18next';
import { LONGEST_RECIPE_DESCRIPTION, LONGEST_RECIPE_NAME } from '../../src-shared/recipe-about';
import { Field } from './Field';

/** What a recipe is called, and what it is for. */
export function RecipeAboutFields(props: {
  typed: { name: string; description: string };
  onType: (change: Partial<Record<'name' | 'description', string>>) => void;
  onEnter: () => void;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { typed, onType, onEnter } = props;
  return (
    <>
      <Field
        label={t('saveRecipe.name')}
        value={typed.name}
        maxLength={LONGEST_RECIPE_NAME}
        error={typed.name.trim() === '' ? t('saveRecipe.nameMissing') : undefined}
        onChange={(name) => {
          onType({ name });
        }}
        onEnter={onEnter}
      />
      <Field
        label={t('saveRecipe.description')}
        hint={t('saveRecipe.descriptionHint')}
        value={typed.description}
        maxLength={LONGEST_RECIPE_DESCRIPTION}
        onChange={(description) => {
          onType({ description });
        }}
        onEnter={onEnter}
      />
    </>
  );
}
