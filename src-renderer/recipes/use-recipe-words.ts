import { useTranslation } from 'react-i18next';
import type { RecipeEntry } from '../../src-shared/recipe-folder';
import { fileName } from '../components/file-name';
import { useFormat } from '../i18n/format';

type UsableRecipe = Extract<RecipeEntry, { state: 'usable' }>;

/** What a recipe makes, in one line: its kind, and the Windows that it puts there. */
export function useRecipeWords(): (entry: UsableRecipe) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ kind, windows }) => {
    const what = t(`record.kinds.${kind}`);
    if (windows === null) return what;
    const image = fileName(windows.image);
    return `${what} · ${t('recipes.windows', { image, index: format.exact(windows.edition) })}`;
  };
}
