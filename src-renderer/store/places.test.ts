import { expect, it } from 'vitest';
import { KEYBOARDS, REGIONS } from '../../src-shared/keyboards';
import { TIME_ZONES } from '../../src-shared/time-zones';
import {
  keyboardName,
  keyboardPlaces,
  placeOf,
  regionPlaces,
  timeZoneName,
  timeZonePlaces,
} from './places';

const summer = new Date('2025-07-01T12:00:00Z');

it('Every time zone of Windows is there once, from west to east, with its clock and a place.', () => {
  const zones = timeZonePlaces('en', summer);
  expect(new Set(zones.map(({ value }) => value)).size).toBe(TIME_ZONES.length);
  const label = (id: string): string | undefined => zones.find(({ value }) => value === id)?.label;
  expect(label('W. Europe Standard Time')).toMatch(/^\(UTC\+02:00\) Berlin – /);
  expect(label('India Standard Time')).toMatch(/^\(UTC\+05:30\)/);
  expect(label('Newfoundland Standard Time')).toMatch(/^\(UTC−02:30\) St Johns/);
  expect(zones[0]?.value).toBe('Dateline Standard Time');
  expect(zones.at(-1)?.label).toMatch(/^\(UTC\+14:00\)/);
  expect(timeZoneName('W. Europe Standard Time', 'en')).toBe('Berlin');
});

it('Keyboards and regions are named in the language of the window.', () => {
  expect(keyboardPlaces('en')).toHaveLength(KEYBOARDS.length);
  expect(keyboardName('0407:00000407', 'en')).toBe('German (Germany)');
  expect(keyboardName('0409:00010409', 'de')).toBe('Englisch (Vereinigte Staaten), Dvorak');
  expect(keyboardName('zh-CN', 'en')).toBe('Chinese (China)');
  expect(regionPlaces('en')).toHaveLength(REGIONS.length);
});

it('A computer’s place is told by what Windows has for it, and by nothing else.', () => {
  expect(placeOf('Asia/Kolkata', 'en-IN')).toEqual({
    timeZone: 'India Standard Time',
    region: 'en-IN',
  });
  expect(placeOf('Antarctica/Troll', 'eo')).toEqual({ timeZone: null, region: null });
});
