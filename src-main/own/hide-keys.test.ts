import { describe, expect, it } from 'vitest';
import { hideKeys } from './hide-keys';

describe('hiding keys', () => {
  it.each([
    '111111-222222-333333-444444-555555-666666-777777-888888',
    '111111222222333333444444555555666666777777888888',
    '111111 222222 333333 444444 555555 666666 777777 888888',
  ])('hides the recovery key %s', (key) => {
    expect(hideKeys(`The key is ${key}.`)).toBe('The key is [hidden].');
  });

  it.each(['ABCDE-FGHIJ-KLMNO-PQRST-UVWX1', 'abcde-fghij-klmno-pqrst-uvwx1'])(
    'hides the product key %s',
    (key) => {
      expect(hideKeys(`key=${key}, next`)).toBe('key=[hidden], next');
    },
  );

  it('hides what elements of answer files and network profiles hold, over several lines', () => {
    expect(
      hideKeys('<keyMaterial>geheim geheim</keyMaterial><Password>\n<Value>x</Value>\n</Password>'),
    ).toBe('<keyMaterial>[hidden]</keyMaterial><Password>[hidden]</Password>');
  });

  it.each([
    ['{"bitLockerPassword":"open \\" sesame"}', '{"bitLockerPassword":[hidden]}'],
    ["password: 'open sesame'", 'password: [hidden]'],
    ['secret=abc def', 'secret=[hidden] def'],
    ['wifiKey = geheim;', 'wifiKey = [hidden];'],
  ])('hides the value in %s', (text, hidden) => {
    expect(hideKeys(text)).toBe(hidden);
  });

  it.each([
    'cf0a0e8e-5b2c-4d0a-9f41-0123456789ab',
    'f'.repeat(64),
    'drive 7340032000 at 123456-654321',
    '{"password":null,"wifiKeys":{}}',
    'The password is needed.',
    'Version 10.0.22631.2861, 2026-11-29T18:00:00.000Z',
  ])('leaves %s as it is', (text) => {
    expect(hideKeys(text)).toBe(text);
  });
});
