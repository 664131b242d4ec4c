import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions, useWizard } from '../store/context';
import { pickedStick } from '../store/sticks/check-actions';

/** The way back to the wizard on the left, the one primary action on the right. */
export function CheckBar(): React.JSX.Element {
  const { t } = useTranslation();
  const { closeErrand } = useActions();
  return (
    <footer className="bar">
      <button type="button" className="secondary" onClick={closeErrand}>
        <ArrowLeft size={20} aria-hidden />
        {t('check.back')}
      </button>
      <span className="bar-space" />
      <Primary />
    </footer>
  );
}

function Primary(): React.JSX.Element | null {
  const { t } = useTranslation();
  const state = useWizard(({ checkPlace }) => checkPlace?.state);
  const isPicked = useWizard((all) => pickedStick(all) !== null);
  const isBooting = useWizard(({ bootTest }) => bootTest !== null);
  const { checkPicked, checkAgain, cancelCheck, chooseAnotherStick } = useActions();
  switch (state) {
    case undefined:
      return null;
    case 'choosing':
      return (
        <button
          type="button"
          className="primary"
          disabled={!isPicked}
          onClick={() => void checkPicked()}
        >
          {t('check.start')}
        </button>
      );
    case 'reading':
    case 'cancelling':
      return (
        <button
          type="button"
          className="secondary"
          disabled={state === 'cancelling'}
          onClick={() => void cancelCheck()}
        >
          {t(state === 'cancelling' ? 'make.cancelling' : 'make.cancel')}
        </button>
      );
    case 'checked':
    case 'failed':
      return (
        <>
          <button type="button" className="secondary" onClick={chooseAnotherStick}>
            {t('check.another')}
          </button>
          <button
            type="button"
            className="primary"
            disabled={isBooting}
            onClick={() => void checkAgain()}
          >
            {t('check.again')}
          </button>
        </>
      );
  }
}
