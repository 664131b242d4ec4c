import { CopyPlus, FileOutput, FolderOpen, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecipeEntry } from '../../src-shared/recipe-folder';
import { Callout } from '../components/Callout';
import { ErrorCallout } from '../components/ErrorCallout';
import { Facts } from '../components/Facts';
import { StepFrame } from '../components/StepFrame';
import { useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import { entryName } from '../store/recipes/find-recipes';
import type { RecipeAftermath } from '../store/recipes/recipes-actions';
import { Aftermath } from './Aftermath';

/** The ids of the buttons that ask something, where the focus goes when nothing came of it. */
export const DESCRIBE_BUTTON = 'describe-recipe';
export const REMOVE_BUTTON = 'remove-recipe';

/** What is known of one recipe, and all that can be done with it. */
export function OneRecipe(props: {
  entry: RecipeEntry;
  aftermath: RecipeAftermath | null;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { entry } = props;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The list before may have been scrolled far down.
    top.current?.closest('.scroll')?.scrollTo({ top: 0 });
  }, []);
  const description = entry.state === 'usable' ? entry.description : null;
  return (
    <div ref={top}>
      <StepFrame title={entryName(entry)} {...(description === null ? {} : { lead: description })}>
        {entry.state === 'unusable' && (
          <ErrorCallout title={t('recipes.unusableTitle')} error={entry.error} />
        )}
        <Aftermath aftermath={props.aftermath} />
        <Actions entry={entry} />
        <KnownFacts entry={entry} />
        {entry.state === 'usable' && entry.missing.length > 0 && (
          <Callout tone="caution" title={t('recipes.missingTitle')}>
            <p>{t('recipes.missingText')}</p>
            <ul className="facts">
              {entry.missing.map((path) => (
                <li className="path" key={path}>
                  {path}
                </li>
              ))}
            </ul>
          </Callout>
        )}
        {entry.state === 'usable' && entry.isOld && (
          <Callout tone="info">
            <p>{t('recipes.old')}</p>
          </Callout>
        )}
      </StepFrame>
    </div>
  );
}

function Actions({ entry }: { entry: RecipeEntry }): React.JSX.Element {
  const { t } = useTranslation();
  const actions = useActions();
  const { file } = entry;
  return (
    <div className="row">
      {entry.state === 'usable' && (
        <>
          <button
            type="button"
            className="secondary"
            onClick={() => void actions.makeManyOfRecipe(file)}
          >
            <CopyPlus size={16} aria-hidden />
            {t('tools.errands.station')}
          </button>
          <button
            type="button"
            className="secondary"
            id={DESCRIBE_BUTTON}
            aria-haspopup="dialog"
            onClick={() => {
              actions.askDescription(entry);
            }}
          >
            <Pencil size={16} aria-hidden />
            {t('recipes.describe')}
          </button>
          <button
            type="button"
            className="secondary"
            onClick={() => void actions.exportRecipe(file)}
          >
            <FileOutput size={16} aria-hidden />
            {t('recipes.export')}
          </button>
        </>
      )}
      <button type="button" className="secondary" onClick={() => void actions.showRecipe(file)}>
        <FolderOpen size={16} aria-hidden />
        {t('history.show')}
      </button>
      <button
        type="button"
        className="secondary"
        id={REMOVE_BUTTON}
        aria-haspopup="dialog"
        onClick={() => {
          actions.askRecipeRemoval(entry);
        }}
      >
        <Trash2 size={16} aria-hidden />
        {t('recipes.remove')}
      </button>
    </div>
  );
}

function KnownFacts({ entry }: { entry: RecipeEntry }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const usable = entry.state === 'usable' ? entry : null;
  const windows = usable?.windows ?? null;
  return (
    <Facts
      facts={[
        [t('record.kind'), usable && t(`record.kinds.${usable.kind}`)],
        [t('record.image'), windows && <span className="path">{windows.image}</span>],
        [
          t('record.edition'),
          windows && t('record.editionNumber', { index: format.exact(windows.edition) }),
        ],
        [
          t('recipes.file'),
          <span className="path" key="file">
            {entry.file}
          </span>,
        ],
        [t('recipes.changed'), format.moment(entry.changedAt)],
      ]}
    />
  );
}
