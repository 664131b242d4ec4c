import { useTranslation } from 'react-i18next';
import { summarise, type ClassSummary, type StickId } from '../../src-shared/diary';
import { useFormat } from '../i18n/format';
import { useWizard } from '../store/context';
import type { DiaryState } from '../store/diary-actions';

/** “started on 3 of 4, 1 with trouble”. */
export function useSummaryWords(): (summary: ClassSummary) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ tries, started, withTrouble, uncertain }) => {
    const all = t('diary.summary', {
      started: format.exact(started),
      tries: format.exact(tries),
    });
    const withTroubles =
      withTrouble === 0 ? all : t('diary.summaryTrouble', { before: all, count: withTrouble });
    return uncertain === 0
      ? withTroubles
      : t('diary.summaryUncertain', { before: withTroubles, count: uncertain });
  };
}

/** What was noted of one stick, by class of computers; nothing while the diary isn't there. */
export function useNoted(stickId: StickId | null): ClassSummary[] {
  const entries = useWizard(({ diary }) => knownEntries(diary));
  return stickId === null ? [] : summarise(entries.filter(({ stick }) => stick.id === stickId));
}

const none: never[] = [];

function knownEntries(diary: DiaryState['diary']) {
  if (diary.state === 'ready') return diary.value.entries;
  return (diary.state === 'loading' ? diary.last?.entries : undefined) ?? none;
}
