import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type StickErrorData, errorCatalogue, fillIn } from '../../src-shared/errors';
import { formatBytes } from '../../src-shared/units';

/** Sizes, numbers and durations in the words of one language. */
export interface Format {
  /** `57.7 GB` */
  bytes(bytes: number): string;
  /** `57,700,000,000` */
  exact(value: number): string;
  percent(fraction: number): string;
  list(items: readonly string[]): string;
  language(tag: string): string;
  /** Whole minutes, in hours and minutes from an hour on. */
  minutes(minutes: number): string;
  seconds(seconds: number): string;
  /** A day, from an ISO 8601 time. */
  date(time: string): string;
}

export function formatFor(locale: string): Format {
  const unit = (value: number, name: 'hour' | 'minute' | 'second'): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  const format: Format = {
    // A number and its unit stay on one line.
    bytes: (bytes) => formatBytes(bytes, locale).replace(' ', '\u00a0'),
    exact: (value) => new Intl.NumberFormat(locale).format(value),
    percent: (fraction) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(
        fraction,
      ),
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    language: (tag) => languageName(tag, locale),
    minutes(minutes) {
      const hours = Math.floor(minutes / 60);
      if (hours === 0) return unit(minutes, 'minute');
      const rest = minutes % 60;
      return rest === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(rest, 'minute')}`;
    },
    seconds: (seconds) =>
      seconds < 60 ? unit(Math.ceil(seconds), 'second') : format.minutes(Math.round(seconds / 60)),
    date: (time) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(Date.parse(time)),
  };
  return format;
}

/** An image may name languages by tags that no list knows; those are shown as they are. */
function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch (thrown) {
    if (thrown instanceof RangeError) return tag;
    throw thrown;
  }
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatFor(i18n.language), [i18n.language]);
}

/** The two sentences of an error: what happened, what to do now. */
export function errorWords(error: StickErrorData, format: Format): { what: string; next: string } {
  const { what, next } = errorCatalogue[error.code];
  return {
    what: fillIn(what, error.params, format.bytes),
    next: fillIn(next, error.params, format.bytes),
  };
}
