import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { WhenTaken } from '../../src-shared/recipe-requests';
import { StageTitle } from './StageTitle';

/** In a dialog: what becomes of a recipe that is called like one that is kept. */
export function TakenName(props: {
  name: string;
  disabled?: boolean;
  onAnswer: (how: Exclude<WhenTaken, 'ask'>) => void;
}): React.JSX.Element {
  const { t } = useTranslation();
  const disabled = props.disabled === true;
  return (
    <>
      <StageTitle>{t('saveRecipe.takenTitle', { name: props.name })}</StageTitle>
      <AlertDialog.Description>{t('saveRecipe.takenText')}</AlertDialog.Description>
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary" disabled={disabled}>
          {t('saveRecipe.cancel')}
        </AlertDialog.Cancel>
        <button
          type="button"
          className="secondary"
          disabled={disabled}
          onClick={() => {
            props.onAnswer('replace');
          }}
        >
          {t('saveRecipe.replace')}
        </button>
        <button
          type="button"
          className="primary"
          disabled={disabled}
          onClick={() => {
            props.onAnswer('keep-both');
          }}
        >
          {t('saveRecipe.keepBoth')}
        </button>
      </div>
    </>
  );
}
