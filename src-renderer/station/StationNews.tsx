import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, useFormat } from '../i18n/format';
import { useWizard } from '../store/context';
import type { StationNews as News } from '../store/station/news';
import { chime } from './chime';
import { useRefusalWords } from './use-refusal-words';
import { useRowName } from './use-row-name';

/** Tells how drives ended, by a sound and to screen readers, once each. How far they are is told by neither. */
export function StationNews(): React.JSX.Element {
  const news = useWizard((state) => state.stationNews);
  const wordsOf = useNewsWords();
  useChimes(news);
  return (
    <div className="visually-hidden" aria-live="polite">
      {news.map((one) => (
        <p key={one.id}>{wordsOf(one)}</p>
      ))}
    </div>
  );
}

function useChimes(news: readonly News[]): void {
  const isOn = useWizard((state) => state.info?.settings.sounds ?? true);
  const heard = useRef(news.at(-1)?.id ?? 0);
  useEffect(() => {
    const fresh = news.filter(({ id }) => id > heard.current);
    heard.current = news.at(-1)?.id ?? heard.current;
    if (!isOn) return;
    if (fresh.some(({ row }) => row.state === 'failed')) chime('failed');
    else if (fresh.some(({ row }) => row.state === 'finished')) chime('finished');
  }, [news, isOn]);
}

function useNewsWords(): (news: News) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useRowName();
  const refusalWords = useRefusalWords();
  return ({ row }) => {
    const name = nameOf(row);
    switch (row.state) {
      case 'finished':
        return t('station.news.finished', { name });
      case 'failed':
        return t('station.news.failed', { name, what: errorWords(row.error, format).what });
      case 'refused':
        return t('station.news.refused', { name, why: refusalWords(row) });
    }
  };
}
