import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diary, StickId } from '../../src-shared/diary';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import { Callout } from './Callout';
import { DiaryForm } from './DiaryForm';
import { DiaryList } from './DiaryList';
import { ErrorCallout } from './ErrorCallout';
import { Fold } from './Fold';
import { Waiting } from './Waiting';
import { useTargetName } from './use-target-name';

/** Where a finished stick started, as people saw it, and a form for one more note. Folded until somebody wants it. */
export function StickDiary(props: { stickId: StickId | null; target: string }): React.JSX.Element {
  const { t } = useTranslation();
  const diary = useWizard((state) => state.diary);
  const { loadDiary } = useActions();
  useEffect(() => {
    void loadDiary();
  }, [loadDiary]);
  const known =
    diary.state === 'ready' ? diary.value : diary.state === 'loading' ? diary.last : null;
  const { stickId, target } = props;
  const count = known?.entries.filter(({ stick }) => stick.id === stickId).length ?? 0;
  const label = count === 0 ? t('diary.fold') : t('diary.foldCount', { count });
  return (
    <div data-diary>
      <Fold label={label}>
        <div className="stack">
          <p className="quiet">{t('diary.lead')}</p>
          {diary.state === 'failed' && (
            <ErrorCallout title={t('diary.failedTitle')} error={diary.error}>
              <button type="button" className="secondary small" onClick={() => void loadDiary()}>
                {t('app.retry')}
              </button>
            </ErrorCallout>
          )}
          {diary.state === 'loading' && known === null && <Waiting words={t('diary.loading')} />}
          {known !== null && stickId === null && <p>{t('diary.noIdentity')}</p>}
          {known !== null && stickId !== null && (
            <DiaryOfStick diary={known} stickId={stickId} target={target} />
          )}
        </div>
      </Fold>
    </div>
  );
}

function DiaryOfStick(props: {
  diary: Diary;
  stickId: StickId;
  target: string;
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = useTargetName()(props.target);
  const { exportDiary } = useActions();
  const { diary, stickId } = props;
  const entries = diary.entries.filter(({ stick }) => stick.id === stickId);
  return (
    <>
      {diary.damaged.length > 0 && (
        <Callout tone="caution" title={t('diary.damagedTitle')}>
          <p>{t('diary.damagedText', { paths: format.list(diary.damaged) })}</p>
        </Callout>
      )}
      <DiaryList entries={entries} stickId={stickId} />
      {entries.length > 0 && (
        <div className="row">
          <button
            type="button"
            className="secondary small"
            onClick={() => void exportDiary(stickId)}
          >
            {t('diary.export')}
          </button>
        </div>
      )}
      <DiaryForm stick={{ id: stickId, label: name }} />
    </>
  );
}
