import { useTranslation } from 'react-i18next';
import type { Slowest } from '../../../src-shared/timing';
import { useFormat } from '../../i18n/format';

/** Standing still is worth a word from so many seconds on. */
const WORTH_TELLING = 1;

/** What took the time, in plain sentences. */
export function useSlowestWords(): (slowest: Slowest) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ totalSeconds, phase, phaseSeconds, bytesPerSecond, stalledSeconds, part }) => {
    const values = {
      phase: t(`make.phaseShort.${phase}`),
      time: format.duration(phaseSeconds),
    };
    return [
      t('timing.total', { total: format.duration(totalSeconds) }),
      bytesPerSecond === null
        ? t('timing.longest', values)
        : t('timing.longestAt', { ...values, speed: format.bytes(bytesPerSecond) }),
      stalledSeconds >= WORTH_TELLING &&
        t('timing.stalled', { time: format.duration(stalledSeconds) }),
      t(`timing.slowest.${part}`),
    ]
      .filter((sentence) => sentence !== false)
      .join(' ');
  };
}
