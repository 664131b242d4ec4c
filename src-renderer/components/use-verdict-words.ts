import { useTranslation } from 'react-i18next';
import type { DriveTestResult } from '../../src-shared/drive-test';
import { useFormat } from '../i18n/format';
import { chosenEdition } from '../store/answers';
import { useWizard } from '../store/context';
import { verdictOn } from '../store/drive-tests';
import { steadyMinutes } from '../store/time-left';

/** What a test says of a drive, in plain words, and how serious that is. */
export interface VerdictWords {
  tone: 'plain' | 'caution' | 'danger';
  words: string;
}

export function useVerdictWords(): (result: DriveTestResult) => VerdictWords {
  const { t } = useTranslation();
  const format = useFormat();
  const edition = useWizard((state) => chosenEdition(state.answers));
  return (result) => {
    const verdict = verdictOn(result, edition);
    if (verdict.verdict === 'too-small') {
      const real = format.bytes(verdict.firstLostByte);
      const claimed = format.bytes(result.claimedBytes);
      return { tone: 'danger', words: t('test.tooSmall', { real, claimed }) };
    }
    const tone = verdict.verdict === 'slow' ? 'caution' : 'plain';
    if (verdict.minutes === null) return { tone, words: t(`test.${verdict.verdict}`) };
    const minutes = steadyMinutes(null, verdict.minutes * 60);
    const time =
      minutes === 0
        ? t('time.lessThanMinute')
        : t('time.aboutMinutes', { duration: format.minutes(minutes) });
    return { tone, words: t(`test.${verdict.verdict}Minutes`, { time }) };
  };
}
