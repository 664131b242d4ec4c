import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WifiKeySchema, wifiKeyKind } from './wifi-key';

describe('the key of a network', () => {
  it.each([
    '1234567',
    'x'.repeat(64),
    'schlüssel',
    'line\nbreak',
    'tab\there',
    '',
    'ab'.repeat(33),
  ])('is not %j', (key) => {
    expect(wifiKeyKind(key, 'wpa2')).toBeNull();
    expect(WifiKeySchema.safeParse(key).success).toBe(false);
  });

  it('is a passphrase of 8 to 63 characters', () => {
    const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
    const keys = fc.string({ unit: printable, minLength: 8, maxLength: 63 });
    fc.assert(
      fc.property(keys, (key) => {
        expect(wifiKeyKind(key, 'wpa2')).toBe('passphrase');
        expect(wifiKeyKind(key, 'wpa3')).toBe('passphrase');
        expect(wifiKeyKind(key, 'open')).toBeNull();
      }),
    );
  });

  it('is one of 256 bits for WPA2 alone', () => {
    const key = 'aB'.repeat(32);
    expect(wifiKeyKind(key, 'wpa2')).toBe('raw');
    expect(wifiKeyKind(key, 'wpa3')).toBeNull();
    expect(WifiKeySchema.parse(key)).toBe(key);
  });

  it('is not repeated when it is refused', () => {
    const secret = 'geheim\u0007';
    expect(WifiKeySchema.safeParse(secret).error?.message).not.toContain('geheim');
  });
});
