import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickError } from '../../../src-shared/errors';
import { formatRecoveryPassword, parseRecoveryPassword } from './recovery-password';

const value = Buffer.from('0000ffff0100020003000400050039d5', 'hex');
const digits = '000000-720885-000011-000022-000033-000044-000055-600435';

function refusal(text: string): string {
  try {
    parseRecoveryPassword(text);
  } catch (error) {
    if (error instanceof StickError && error.code === 'bitlocker/recovery-password') {
      return String(error.params['message']);
    }
    throw error;
  }
  throw new Error('it was taken');
}

describe('a recovery password', () => {
  it('is eleven times each number, in groups of six digits', () => {
    expect(formatRecoveryPassword(value)).toBe(digits);
    expect(parseRecoveryPassword(digits).equals(value)).toBe(true);
  });

  it('comes back from every value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const text = formatRecoveryPassword(Buffer.from(bytes));
        expect(text).toMatch(/^(\d{6}-){7}\d{6}$/);
        expect(parseRecoveryPassword(text).equals(bytes)).toBe(true);
      }),
    );
  });

  it.each([
    digits.replaceAll('-', ' '),
    digits.replaceAll('-', ''),
    ` ${digits}\n`,
    digits.replaceAll('-', ' - '),
  ])('may be entered as people do: %j', (text) => {
    expect(parseRecoveryPassword(text).equals(value)).toBe(true);
  });

  it.each([
    ['', /8 groups of six digits, not 0/],
    [digits.slice(0, -7), /8 groups of six digits, not 7/],
    [`${digits}-000011`, /8 groups of six digits, not 9/],
    [digits.replace('-000011', '-00011'), /group 3 of 8 has 5 digits/],
    [digits.replace('000022', '000023'), /group 4 of 8 has a wrong digit/],
    [digits.replace('720885', '720896'), /group 2 of 8 has a wrong digit/],
    [digits.replace('000033', '00003x'), /digits only/],
    [digits.replace('000033', '00003٣'), /digits only/],
  ])('is refused with the reason: %j', (text, reason) => {
    expect(refusal(text)).toMatch(reason);
  });

  it('finds every mistyped digit, and every two neighbours that were swapped, in its group', () => {
    for (let at = 0; at < digits.length; at += 1) {
      if (digits[at] === '-') continue;
      const group = Math.floor(at / 7) + 1;
      const mistyped =
        digits.slice(0, at) + String((Number(digits[at]) + 1) % 10) + digits.slice(at + 1);
      expect(refusal(mistyped)).toBe(`group ${String(group)} of 8 has a wrong digit`);
      const next = digits[at + 1];
      if (next === undefined || next === '-' || next === digits[at]) continue;
      const swapped = digits.slice(0, at) + next + String(digits[at]) + digits.slice(at + 2);
      expect(refusal(swapped)).toBe(`group ${String(group)} of 8 has a wrong digit`);
    }
  });
});
