import { useTranslation } from 'react-i18next';
import type { StationSeries } from '../../src-shared/station';
import type { WindowsRecipe } from '../../src-shared/windows-recipe';
import { fileName } from '../components/file-name';
import { useChoiceLines } from '../components/use-choice-lines';
import { useProtectLines } from '../components/use-protect-lines';
import { useFormat } from '../i18n/format';
import { withRecipe, firstAnswers } from '../store/answers';
import { sections } from '../store/yours';

/** What a recipe makes, in plain words. */
export function useRecipeLines(): (series: StationSeries) => string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const choiceLines = useChoiceLines();
  const protectLines = useProtectLines();

  const shared = ({ space }: WindowsRecipe): string[] => {
    const label = space.sharedLabel;
    if (space.sharedBytes === 0) return [];
    if (space.sharedBytes === 'rest') return [t('station.recipe.sharedRest')];
    const size = format.bytes(space.sharedBytes);
    return [
      label === ''
        ? t('station.recipe.sharedUnnamed', { size })
        : t('station.recipe.shared', { label, size }),
    ];
  };

  const ofWindows = (recipe: WindowsRecipe, { edition, image }: StationSeries): string[] => {
    const lines = choiceLines(withRecipe(firstAnswers, recipe));
    return [
      t('station.recipe.edition', {
        edition: edition ?? '',
        image: fileName(image?.path ?? recipe.image.path),
      }),
      ...shared(recipe),
      ...(recipe.layout.container === 'vhdx' ? [t('station.recipe.vhdx')] : []),
      ...(recipe.layout.scheme === 'mbr' ? [t('review.madeScheme')] : []),
      ...protectLines(recipe.protect),
      ...(recipe.windows.portable.internalDisks === 'offline'
        ? [t('yours.lines.disksOffline')]
        : []),
      ...sections.flatMap((section) => lines[section]),
    ];
  };

  return (series) => {
    const { recipe, edition, image, neededBytes } = series;
    const needs = t('station.recipe.needs', { size: format.bytes(neededBytes) });
    if (recipe.kind === 'windows-to-go') return [...ofWindows(recipe, series), needs];
    const windows =
      edition === null || image === null
        ? []
        : [t('station.recipe.edition', { edition, image: fileName(image.path) })];
    return [
      t('station.recipe.ventoy'),
      t('station.recipe.ventoyImages', { count: recipe.files.length }),
      ...windows,
      needs,
    ];
  };
}
