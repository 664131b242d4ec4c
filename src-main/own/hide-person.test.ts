import { describe, expect, it } from 'vitest';
import { hidePerson, maskSerial } from './hide-person';

const mara = { home: '/home/mara', user: 'mara', serials: ['E0D55EA573F0'] };

describe('hiding the person', () => {
  it.each([
    ['/home/mara/.cache/sticksmith', '~/.cache/sticksmith'],
    ['in “/home/mara”', 'in “~”'],
    ['/media/mara/KINGSTON', '/media/<user>/KINGSTON'],
    ['file:///run/media/Mara', 'file:///run/media/<user>'],
    ['/home/marathon/x', '/home/marathon/x'],
    ['/home/mara.old/x', '/home/mara.old/x'],
    ['a marathon of mara', 'a marathon of mara'],
    ['usb-Kingston_E0D55EA573F0-0:0', 'usb-Kingston_•••73F0-0:0'],
  ])('makes of %s: %s', (text, hidden) => {
    expect(hidePerson(text, mara)).toBe(hidden);
  });

  it('knows paths of Windows, in any case and inside JSON', () => {
    const windows = { home: String.raw`C:\Users\Mara (2)`, user: 'Mara (2)', serials: [] };
    expect(hidePerson(String.raw`c:\users\mara (2)\x`, windows)).toBe(String.raw`~\x`);
    expect(hidePerson(JSON.stringify(String.raw`C:\Users\Mara (2)\x`), windows)).toBe(
      String.raw`"~\\x"`,
    );
    expect(hidePerson(String.raw`D:\Profiles\MARA (2)\x`, windows)).toBe(
      String.raw`D:\Profiles\<user>\x`,
    );
  });

  it('looks for no home folder that is everywhere, and for no name that is in every text', () => {
    const root = { home: '/', user: 'a', serials: ['12'] };
    expect(hidePerson('/a/b 12', root)).toBe('/a/b 12');
  });
});

it('masks a serial number but for its end', () => {
  expect(maskSerial('E0D55EA573F0')).toBe('•••73F0');
  expect(maskSerial('1234')).toBe('•••');
});
