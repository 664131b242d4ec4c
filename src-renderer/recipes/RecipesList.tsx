import { NotebookText, SearchX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecipeList } from '../../src-shared/recipe-folder';
import { ErrorCallout } from '../components/ErrorCallout';
import { Field } from '../components/Field';
import { StepFrame } from '../components/StepFrame';
import { Waiting } from '../components/Waiting';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import { lastKnown } from '../store/loadable';
import { matchingRecipes, MOST_WITHOUT_SEARCH } from '../store/recipes/find-recipes';
import type { RecipesPlace } from '../store/recipes/recipes-actions';
import { Aftermath } from './Aftermath';
import { RecipeRow, rowId } from './RecipeRow';

/** All recipes that are kept, or those that match. */
export function RecipesList({ place }: { place: RecipesPlace }): React.JSX.Element {
  const { t } = useTranslation();
  const { loadRecipes } = useActions();
  const recipes = useWizard((state) => state.recipes);
  const { aftermath, cameFrom, importing } = place;
  const known = lastKnown(recipes);
  const isThere = known?.recipes.some(({ file }) => file === cameFrom) === true;
  useEffect(() => {
    // After the heading has taken the focus: who comes back from a recipe, or has imported one, goes on at its row.
    if (cameFrom !== null && isThere) document.getElementById(rowId(cameFrom))?.focus();
  }, [cameFrom, isThere]);
  const failure = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that imports is always in sight, and what it says about the file may be scrolled away.
    failure.current?.scrollIntoView({ block: 'nearest' });
  }, [importing]);
  return (
    <StepFrame title={t('recipes.title')} lead={t('recipes.lead')}>
      {importing.state === 'failed' && (
        <div ref={failure}>
          <ErrorCallout title={t('recipes.importFailed')} error={importing.error} />
        </div>
      )}
      <Aftermath aftermath={aftermath} />
      {recipes.state === 'failed' && (
        <ErrorCallout title={t('recipes.failedTitle')} error={recipes.error}>
          <button type="button" className="secondary small" onClick={() => void loadRecipes()}>
            {t('app.retry')}
          </button>
        </ErrorCallout>
      )}
      {recipes.state === 'loading' && known === null && <Waiting words={t('recipes.loading')} />}
      {known !== null && <Found list={known} search={place.search} />}
    </StepFrame>
  );
}

function Found(props: { list: RecipeList; search: string }): React.JSX.Element {
  const { t } = useTranslation();
  const { folder, recipes } = props.list;
  const matching = matchingRecipes(recipes, props.search);
  return (
    <>
      {recipes.length > MOST_WITHOUT_SEARCH && (
        <Search search={props.search} matching={matching.length} kept={recipes.length} />
      )}
      {recipes.length === 0 && <Nothing />}
      {recipes.length > 0 && matching.length === 0 && <NoneFound />}
      {matching.length > 0 && (
        <ul className="recipe-list" aria-label={t('recipes.title')}>
          {matching.map((entry) => (
            <li key={entry.file}>
              <RecipeRow entry={entry} />
            </li>
          ))}
        </ul>
      )}
      <div>
        <p className="quiet">{t('recipes.folder')}</p>
        <p className="path">{folder}</p>
      </div>
    </>
  );
}

function Search(props: { search: string; matching: number; kept: number }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { searchRecipes } = useActions();
  const { matching, kept } = props;
  return (
    <search className="stack">
      <Field
        label={t('recipes.search')}
        hint={t('recipes.searchHint')}
        value={props.search}
        onChange={searchRecipes}
      />
      <p className="quiet" role="status">
        {matching === kept
          ? t('recipes.count', { count: kept })
          : t('recipes.countOf', { matching: format.exact(matching), kept: format.exact(kept) })}
      </p>
    </search>
  );
}

function Nothing(): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <NotebookText size={24} aria-hidden />
      <div>
        <h2>{t('recipes.emptyTitle')}</h2>
        <p className="quiet">{t('recipes.emptyText')}</p>
      </div>
    </div>
  );
}

function NoneFound(): React.JSX.Element {
  const { t } = useTranslation();
  const { searchRecipes } = useActions();
  return (
    <div className="empty">
      <SearchX size={24} aria-hidden />
      <div className="stack">
        <h2>{t('recipes.noneTitle')}</h2>
        <div className="row">
          <button
            type="button"
            className="secondary small"
            onClick={() => {
              searchRecipes('');
            }}
          >
            {t('recipes.showAll')}
          </button>
        </div>
      </div>
    </div>
  );
}
