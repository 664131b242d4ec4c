import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { steadyMinutes } from '../store/time-left';

/** The time left in words that don't jump; a sentence saying so while it isn't known. */
export function useTimeLeft(secondsLeft: number | null): string {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState<number | null>(null);
  const minutes = secondsLeft === null ? null : steadyMinutes(shown, secondsLeft);
  // What is shown depends on what was shown before; React allows settling that while rendering.
  if (minutes !== shown) setShown(minutes);
  if (minutes === null) return t('make.leftUnknown');
  const time =
    minutes === 0
      ? t('time.lessThanMinute')
      : t('time.aboutMinutes', { duration: format.minutes(minutes) });
  return t('make.left', { time });
}
