import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIME_ZONES, TimeZoneIdSchema, isTimeZoneId, timeZoneOfPlace } from './time-zones';

/** Windows has no zone with its daylight saving time of two hours. */
const WITHOUT = ['Antarctica/Troll'];

describe('the time zones of Windows', () => {
  it.each([
    ['Europe/Berlin', 'W. Europe Standard Time'],
    ['Europe/Vienna', 'W. Europe Standard Time'],
    ['America/New_York', 'Eastern Standard Time'],
    ['Asia/Kolkata', 'India Standard Time'],
    ['Asia/Calcutta', 'India Standard Time'],
    ['Europe/Kyiv', 'FLE Standard Time'],
    ['America/Nuuk', 'Greenland Standard Time'],
    ['UTC', 'UTC'],
  ])('%s lies in %s', (iana, id) => {
    expect(timeZoneOfPlace(iana)).toBe(id);
  });

  it('hold every place that this computer knows', () => {
    const lost = Intl.supportedValuesOf('timeZone').filter(
      (iana) => timeZoneOfPlace(iana) === null && !WITHOUT.includes(iana),
    );
    expect(lost).toEqual([]);
  });

  it('name places that ICU knows, each the way back to its zone', () => {
    for (const { id, iana } of TIME_ZONES) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: iana })).not.toThrow();
      expect(timeZoneOfPlace(iana)).toBe(id);
    }
  });

  it('are no longer than an answer file takes, and none twice', () => {
    expect(Math.max(...TIME_ZONES.map(({ id }) => id.length))).toBeLessThanOrEqual(256);
    expect(new Set(TIME_ZONES.map(({ id }) => id)).size).toBe(TIME_ZONES.length);
  });

  it.each(['', 'Europe/Berlin', 'w. europe standard time', '__proto__', 'toString'])(
    'refuses %j',
    (text) => {
      expect(TimeZoneIdSchema.safeParse(text).success).toBe(false);
    },
  );

  it('refuses any text that is none of them', () => {
    const ids = new Set<string>(TIME_ZONES.map(({ id }) => id));
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isTimeZoneId(text)).toBe(ids.has(text));
        if (!ids.has(text)) expect(timeZoneOfPlace(text)).toBeNull();
      }),
    );
  });
});
