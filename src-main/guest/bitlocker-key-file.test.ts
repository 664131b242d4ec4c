import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecoveryKeyFile, recoveryKeyFile } from './bitlocker-key-file';

const keyId = '3F2504E0-4F89-41D3-9A0C-0305E82C3301';
const recoveryPassword = '000011-720885-111111-222222-333333-444444-555555-666666';

describe('the file with a recovery key', () => {
  it('is text as Windows writes it, and says which key opens what', () => {
    const { name, bytes } = recoveryKeyFile({ label: 'LOANER-07', keyId, recoveryPassword });
    expect(name).toBe(`LOANER-07 BitLocker Recovery Key ${keyId}.TXT`);
    expect(bytes.subarray(0, 4).toString('hex')).toBe('fffe4200');
    const text = bytes.toString('utf16le');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n')).toEqual(
      expect.arrayContaining([
        '\ufeffBitLocker Drive Encryption recovery key',
        'It opens LOANER-07 when the password is forgotten or not accepted.',
        `\t${keyId}`,
        `\t${recoveryPassword}`,
      ]),
    );
    expect(text).not.toMatch(/[{}]/);
  });

  it('names the key as the recovery screen does, whatever form its GUID came in', () => {
    const { name, bytes } = recoveryKeyFile({
      label: null,
      keyId: `{${keyId.toLowerCase()}}`,
      recoveryPassword,
    });
    expect(name).toBe(`BitLocker Recovery Key ${keyId}.TXT`);
    expect(readRecoveryKeyFile(bytes)).toEqual({ keyId, recoveryPassword });
    expect(bytes.toString('utf16le')).toContain('It opens a stick without a name when');
  });

  it('can be read back, whatever the stick is called', () => {
    const digits = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
      .map((groups) => groups.map((n) => String(n * 11).padStart(6, '0')).join('-'));
    fc.assert(
      fc.property(
        fc.option(fc.string({ unit: 'grapheme' })),
        fc.uuid(),
        digits,
        (label, guid, key) => {
          const { bytes } = recoveryKeyFile({ label, keyId: guid, recoveryPassword: key });
          expect(readRecoveryKeyFile(bytes)).toEqual({
            keyId: guid.toUpperCase(),
            recoveryPassword: key,
          });
        },
      ),
    );
  });

  const odd = [
    '/',
    '\\',
    ':',
    '*',
    '"',
    '.',
    ' ',
    '\0',
    '\n',
    '\ud83e',
    '\u202e',
    '\uffff',
    '用',
    '🧪',
    'a',
  ];
  const labels = fc.array(fc.constantFrom(...odd), { maxLength: 200 }).map((c) => c.join(''));

  it('has a name that every file system takes, and that shows nothing of the key', () => {
    fc.assert(
      fc.property(labels, (label) => {
        const { name } = recoveryKeyFile({ label, keyId, recoveryPassword });
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Surrogate}]/u);
        expect(name).not.toMatch(/^[\s.]|[\s.]$/);
        expect(name.endsWith(`BitLocker Recovery Key ${keyId}.TXT`)).toBe(true);
        expect(Buffer.byteLength(name)).toBeLessThan(255);
        expect(name).not.toContain(recoveryPassword.slice(0, 20));
      }),
    );
    const named = (label: string): string =>
      recoveryKeyFile({ label, keyId, recoveryPassword }).name.split(' BitLocker')[0] ?? '';
    expect(named('../../etc/x:y')).toBe('_.._etc_x_y');
    expect(named('用'.repeat(100))).toBe('用'.repeat(40));
  });

  it.each([
    ['a key with a group too few', keyId, recoveryPassword.slice(0, -7)],
    ['a key with a letter', keyId, recoveryPassword.replace('0', 'O')],
    ['an identifier that is no GUID', '../../x', recoveryPassword],
  ])('is not made of %s, and the error does not repeat the key', (_, id, key) => {
    const make = (): unknown => recoveryKeyFile({ label: 'x', keyId: id, recoveryPassword: key });
    expect(make).toThrow(RangeError);
    expect(make).not.toThrow(/\d{6}-\d{6}/);
  });

  it('reads as Windows’ own, and nothing else as one', () => {
    const windows = `\ufeffBitLocker Drive Encryption recovery key \r\n\r\nIdentifier:\r\n\r\n\t${keyId}\t\r\n\r\nRecovery Key:\r\n\r\n\t${recoveryPassword}\r\n`;
    expect(readRecoveryKeyFile(Buffer.from(windows, 'utf16le'))).toEqual({
      keyId,
      recoveryPassword,
    });
    expect(readRecoveryKeyFile(Buffer.from(windows, 'utf8'))).toBeNull();
    expect(readRecoveryKeyFile(Buffer.from(windows.replace('-', ''), 'utf16le'))).toBeNull();
    expect(readRecoveryKeyFile(Buffer.alloc(0))).toBeNull();
  });
});
