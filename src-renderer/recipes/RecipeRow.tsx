import { CircleX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecipeEntry } from '../../src-shared/recipe-folder';
import { errorWords, useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import { entryName } from '../store/recipes/find-recipes';
import { useRecipeWords } from './use-recipe-words';

/** A recipe in the list, or a file there that is none, with what is wrong with it. */
export function RecipeRow({ entry }: { entry: RecipeEntry }): React.JSX.Element {
  const format = useFormat();
  const { lookAtRecipe } = useActions();
  return (
    <button
      type="button"
      className="record-row"
      id={rowId(entry.file)}
      onClick={() => {
        lookAtRecipe(entry.file);
      }}
    >
      <span className="record-words">
        <span className="record-name">{entryName(entry)}</span>
        <Description entry={entry} />
      </span>
      <span className="record-end">
        <Mark entry={entry} />
        <time className="quiet" dateTime={entry.changedAt}>
          {format.date(entry.changedAt)}
        </time>
      </span>
    </button>
  );
}

function Description({ entry }: { entry: RecipeEntry }): React.JSX.Element {
  const format = useFormat();
  const made = useRecipeWords();
  if (entry.state === 'unusable') {
    return <About text={errorWords(entry.error, format).what} />;
  }
  return (
    <>
      <span className="quiet">{made(entry)}</span>
      {entry.description !== null && <About text={entry.description} />}
    </>
  );
}

/** The first lines of a longer text; all of it for who points at it. */
function About({ text }: { text: string }): React.JSX.Element {
  return (
    <span className="quiet recipe-about" title={text}>
      {text}
    </span>
  );
}

function Mark({ entry }: { entry: RecipeEntry }): React.JSX.Element | null {
  const { t } = useTranslation();
  if (entry.state === 'unusable') {
    return (
      <span className="record-result" data-tone="danger">
        <CircleX size={16} aria-hidden />
        {t('recipes.unusable')}
      </span>
    );
  }
  const count = entry.missing.length;
  return count === 0 ? null : (
    <span className="record-result">
      <TriangleAlert size={16} aria-hidden />
      {t('recipes.missing', { count })}
    </span>
  );
}

/** The id of the row of a recipe. */
export function rowId(file: string): string {
  return `recipe-${file}`;
}
