import { KEYBOARDS, REGIONS } from '../../src-shared/keyboards';
import { TIME_ZONES, type TimeZoneId, timeZoneOfPlace } from '../../src-shared/time-zones';
import { formatFor } from '../i18n/format';

/** An entry of a list to choose from. */
export interface Place {
  value: string;
  label: string;
}

/** All time zones of Windows, in words of a language, from west to east as they are at a time. */
export function timeZonePlaces(locale: string, at = new Date()): Place[] {
  return TIME_ZONES.map(({ id, iana }) => ({
    value: id,
    minutes: offsetMinutes(iana, at),
    label: zoneLabel(iana, locale, at),
  }))
    .sort(
      (one, other) => one.minutes - other.minutes || one.label.localeCompare(other.label, locale),
    )
    .map(({ value, label }) => ({ value, label }));
}

export function timeZoneName(id: string, locale: string): string {
  const zone = TIME_ZONES.find((known) => known.id === id);
  return zone === undefined ? id : cityOf(zone.iana, locale);
}

/** Keyboards by their language, and by what tells them from others of it. */
export function keyboardPlaces(locale: string): Place[] {
  return KEYBOARDS.map(({ id }) => ({ value: id, label: keyboardName(id, locale) })).sort(
    (one, other) => one.label.localeCompare(other.label, locale),
  );
}

export function keyboardName(id: string, locale: string): string {
  const keyboard = KEYBOARDS.find((known) => known.id === id.toLowerCase());
  const language = formatFor(locale).language(keyboard?.language ?? id);
  const variant = keyboard?.variant ?? null;
  return variant === null ? language : `${language}, ${variant}`;
}

export function regionPlaces(locale: string): Place[] {
  const { language } = formatFor(locale);
  return REGIONS.map((tag) => ({ value: tag, label: language(tag) })).sort((one, other) =>
    one.label.localeCompare(other.label, locale),
  );
}

export interface PlaceOfComputer {
  /** As Windows names it; null when it has no name for it. */
  timeZone: TimeZoneId | null;
  /** Null when Windows brings no formats for it. */
  region: string | null;
}

/** Where a computer is that keeps time by an IANA zone and speaks a language. */
export function placeOf(iana: string, language: string): PlaceOfComputer {
  return {
    timeZone: timeZoneOfPlace(iana),
    region: REGIONS.includes(language) ? language : null,
  };
}

/** Where this computer is, as the system says; asked only when the person wants it. */
export function placeOfThisComputer(): PlaceOfComputer {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  return placeOf(timeZone, locale);
}

/** `(UTC+01:00) Berlin – Central European Standard Time` */
function zoneLabel(iana: string, locale: string, at: Date): string {
  const name = partOf(iana, locale, 'longGeneric', at);
  return `(${offsetText(offsetMinutes(iana, at))}) ${cityOf(iana, locale)} – ${name}`;
}

/** The place that stands for a zone; a zone of no place, such as `Etc/GMT+12`, has its own name. */
function cityOf(iana: string, locale: string): string {
  if (iana.startsWith('Etc/')) return partOf(iana, locale, 'shortOffset', new Date(0));
  return (iana.split('/').at(-1) ?? iana).replaceAll('_', ' ');
}

function offsetText(minutes: number): string {
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  const ahead = Math.abs(minutes);
  return `UTC${minutes < 0 ? '−' : '+'}${two(ahead / 60)}:${two(ahead % 60)}`;
}

/** Minutes by which a zone's clocks are ahead of UTC. */
function offsetMinutes(iana: string, at: Date): number {
  const offset = partOf(iana, 'en', 'longOffset', at);
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(offset);
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}

function partOf(
  iana: string,
  locale: string,
  timeZoneName: 'longGeneric' | 'longOffset' | 'shortOffset',
  at: Date,
): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: iana, timeZoneName });
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? iana;
}
