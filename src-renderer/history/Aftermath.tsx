import { useTranslation } from 'react-i18next';
import { DoneLine, SavedLine } from '../components/DoneLine';
import { useActions } from '../store/context';
import type { Aftermath as Done } from '../store/history/history-actions';
import { recordName } from './record-name';

/** The id of the button that brings a record back, where the focus goes when it was removed. */
export const UNDO_BUTTON = 'undo-removal';

/** What was done last, and what can be done about it. */
export function Aftermath({ aftermath }: { aftermath: Done | null }): React.JSX.Element {
  return (
    <div className="row history-aftermath" role="status">
      {aftermath !== null && <Words aftermath={aftermath} />}
    </div>
  );
}

function Words({ aftermath }: { aftermath: Done }): React.JSX.Element {
  const { t } = useTranslation();
  const { undoRecordRemoval } = useActions();
  switch (aftermath.kind) {
    case 'removed':
      return (
        <DoneLine
          text={t('history.removed', { name: recordName(aftermath.record) })}
          button={t('history.undo')}
          buttonId={UNDO_BUTTON}
          onClick={undoRecordRemoval}
        />
      );
    case 'saved':
      return <SavedLine path={aftermath.path} />;
    case 'set-aside':
      return <span>{t('history.wasSetAside', { folder: aftermath.folder })}</span>;
    case 'wiped':
      return <span>{t('history.wiped', { count: aftermath.count })}</span>;
  }
}
