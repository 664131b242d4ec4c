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
    const words = makingWords(verdict);
    return verdict.sluggish
      ? { tone: 'caution', words: t('test.sluggish', { verdict: words }) }
      : { tone, words };
  };

  function makingWords({ verdict, minutes }: { verdict: 'fine' | 'slow'; minutes: number | null }) {
    if (minutes === null) return t(`test.${verdict}`);
    const steady = steadyMinutes(null, minutes * 60);
    const time =
      steady === 0
        ? t('time.lessThanMinute')
        : t('time.aboutMinutes', { duration: format.minutes(steady) });
    return t(`test.${verdict}Minutes`, { time });
  }
}
