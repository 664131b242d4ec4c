import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DerError, DerTag, expectTag, objectIdOf, partsOf, readDer, type DerValue } from './der';

/** Follows everything that can hold other values, as deep as it goes. */
function walk(value: DerValue, depth = 0): number {
  if (depth > 50 || (value.tag & 0x20) === 0) return 1;
  return partsOf(value, value.tag).reduce((sum, part) => sum + walk(part, depth + 1), 1);
}

describe('reading distinguished encodings', () => {
  it.each([
    ['06032a0304', '1.2.3.4'],
    ['0603550403', '2.5.4.3'],
    ['06092a864886f70d010702', '1.2.840.113549.1.7.2'],
    ['060960864801650304 0201'.replace(' ', ''), '2.16.840.1.101.3.4.2.1'],
  ])('reads %s as %s', (bytes, text) => {
    expect(objectIdOf(readDer(Buffer.from(bytes, 'hex')))).toBe(text);
  });

  it('finds as many values in a key of openssl’s as openssl does', () => {
    const der = execFileSync('openssl', [
      ...['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ...['-outform', 'DER'],
    ]);
    const listed = execFileSync('openssl', ['asn1parse', '-inform', 'DER'], {
      input: der,
      encoding: 'utf8',
    });
    expect(walk(readDer(der))).toBe(listed.trim().split('\n').length);
  });

  it.each([
    ['nothing', ''],
    ['a tag without a length', '30'],
    ['a length without an end', '3080'],
    ['a length of five bytes', '30850000000001'],
    ['a length that is cut short', '3082ff'],
    ['a value that is cut short', '300501'],
    ['a tag of two bytes', '3f8101'],
  ])('refuses %s', (_, bytes) => {
    expect(() => readDer(Buffer.from(bytes, 'hex'))).toThrow(DerError);
  });

  it('refuses a value of another type, and none', () => {
    const value = readDer(Buffer.from('0400', 'hex'));
    expect(() => expectTag(value, DerTag.sequence)).toThrow('tag 4 in place of tag 30');
    expect(() => partsOf(undefined, DerTag.set)).toThrow('nothing in place of tag 31');
  });

  it('ends with values or a DerError, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(walk(readDer(Buffer.from(bytes)))).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
      }),
    );
  });
});
