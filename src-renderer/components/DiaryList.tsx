import { useTranslation } from 'react-i18next';
import type { DiaryEntry, StickId } from '../../src-shared/diary';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';

/** What was noted of one stick, newest first. What was removed can be brought back. */
export function DiaryList(props: {
  entries: readonly DiaryEntry[];
  stickId: StickId;
}): React.JSX.Element {
  const { t } = useTranslation();
  const removed = useWizard((state) => state.removedEntry);
  const { undoRemoval } = useActions();
  const { entries, stickId } = props;
  return (
    <>
      {entries.length === 0 ? (
        <p className="quiet">{t('diary.empty')}</p>
      ) : (
        <ul className="diary-entries" aria-label={t('diary.listLabel')}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <div className="row" role="status">
        {removed?.stick.id === stickId && (
          <>
            <span className="quiet">{t('diary.removed', { model: removed.computer.model })}</span>
            <button
              key={removed.id}
              type="button"
              className="secondary small"
              // The button that was pressed is gone, and the focus with it.
              autoFocus
              onClick={() => void undoRemoval()}
            >
              {t('diary.undo')}
            </button>
          </>
        )}
      </div>
    </>
  );
}

function Entry({ entry }: { entry: DiaryEntry }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { removeFromDiary } = useActions();
  const { computer, result, seconds, code, note } = entry;
  const facts = [
    t(`diary.results.${result}`),
    ...(seconds === null ? [] : [t('diary.desktopAfter', { count: seconds })]),
    firmwareWords(entry),
    ...(code === '' ? [] : [t('diary.withCode', { code })]),
    format.date(entry.when),
  ];
  return (
    <li data-result={result}>
      <div className="diary-words">
        <p>
          <strong>{`${computer.maker} ${computer.model}`.trim()}</strong>
        </p>
        <p className="quiet">{facts.join(' · ')}</p>
        {note !== '' && <p>{note}</p>}
      </div>
      <button
        type="button"
        className="secondary small"
        aria-label={t('diary.removeOne', { model: computer.model })}
        onClick={() => void removeFromDiary(entry)}
      >
        {t('diary.remove')}
      </button>
    </li>
  );

  function firmwareWords({ firmware, secureBoot }: DiaryEntry): string {
    if (firmware !== 'uefi') return t(`diary.firmwareWords.${firmware}`);
    return t(`diary.firmwareWords.${secureBoot === 'unknown' ? 'uefi' : secureBoot}`);
  }
}
