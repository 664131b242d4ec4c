import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../../src-shared/check';
import { type StickErrorData, fillIn } from '../../src-shared/errors';
import { type Said, wordsOf } from '../../src-shared/findings';
import { formatBytes } from '../../src-shared/units';
import { textsIn } from './spoken';

/** Sizes, numbers and durations in the words of one language. */
export interface Format {
  /** The tag of the language. */
  locale: string;
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
  /** To the second, and to a tenth below ten seconds: `3 min, 22 sec`. */
  duration(seconds: number): string;
  /** A day, from an ISO 8601 time. */
  date(time: string): string;
  /** The same with its weekday. */
  day(time: string): string;
  /** The time of day. */
  time(time: string): string;
  /** Day and time of day. */
  moment(time: string): string;
}

export function formatFor(locale: string): Format {
  const short = (value: number, name: 'hour' | 'minute' | 'second', digits = 0): string =>
    new Intl.NumberFormat(locale, {
      ...{ style: 'unit', unit: name, unitDisplay: 'short' },
      maximumFractionDigits: digits,
    })
      .format(value)
      .replace(' ', '\u00a0');
  const when =
    (options: Intl.DateTimeFormatOptions) =>
    (time: string): string =>
      new Intl.DateTimeFormat(locale, options).format(Date.parse(time));
  const unit = (value: number, name: 'hour' | 'minute' | 'second'): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  const format: Format = {
    locale,
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
    duration(seconds) {
      if (seconds < 10) return short(seconds, 'second', 1);
      const whole = Math.round(seconds);
      const parts = [
        [Math.floor(whole / 3600), 'hour'],
        [Math.floor(whole / 60) % 60, 'minute'],
        [whole % 60, 'second'],
      ] as const;
      return parts
        .filter(([value]) => value > 0)
        .map(([value, name]) => short(value, name))
        .join(' ');
    },
    date: when({ dateStyle: 'medium' }),
    day: when({ dateStyle: 'full' }),
    time: when({ timeStyle: 'short' }),
    moment: when({ dateStyle: 'medium', timeStyle: 'short' }),
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

/** The two sentences of an error: what happened, what to do now. What programs said stays in their own words. */
export function errorWords(error: StickErrorData, format: Format): { what: string; next: string } {
  const { what, next } = textsIn(format.locale).errors[error.code];
  return {
    what: fillIn(what, error.params, format.bytes),
    next: fillIn(next, error.params, format.bytes),
  };
}

/** What a check found, and what to do about it. In English where its report doesn't say by which sentences it was told. */
export function checkWords(
  { evidence, next, words }: CheckResult,
  format: Format,
): { evidence: string; next: string | undefined } {
  if (words === undefined) return { evidence, next };
  const { findings } = textsIn(format.locale);
  const say = (said: Said): string => wordsOf(said, findings, format.bytes);
  return { evidence: say(words.evidence), next: words.next && say(words.next) };
}
