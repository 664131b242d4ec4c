import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { passwordForm } from '../../src-shared/ventoy-json';
import { hashedMenuPassword } from './menu-password';

it('stores the MD5 of salt and password, with another salt each time', () => {
  const stored = hashedMenuPassword('open sesame');
  expect(passwordForm(stored)).toBe('salted-md5');
  const [, salt = '', hash] = stored.split('#');
  expect(createHash('md5').update(`${salt}open sesame`).digest('hex')).toBe(hash);
  expect(hashedMenuPassword('open sesame')).not.toBe(stored);
});

it('refuses what can’t be typed at Ventoy’s prompt', () => {
  expect(() => hashedMenuPassword('schlüssel')).toThrow(RangeError);
});
