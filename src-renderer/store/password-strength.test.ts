import { expect, it } from 'vitest';
import { passwordStrength } from './password-strength';

it.each([
  ['weak', 'password'],
  ['weak', 'Bitlocker1'],
  ['weak', '12345678'],
  ['fair', 'Wanderung42'],
  ['strong', 'river-tooth-splendid-9'],
  ['strong', 'x7$Lq9!vR2@kW5zT'],
])('A password is %s: %s', async (strength, password) => {
  expect(await passwordStrength(password)).toBe(strength);
});

it('The longest password is judged at once.', async () => {
  await passwordStrength('warm-up');
  const startedAt = performance.now();
  await passwordStrength('correct horse battery staple '.repeat(9).slice(0, 256));
  // An unbounded judgement of it takes many seconds; the bound leaves room for a loaded computer.
  expect(performance.now() - startedAt).toBeLessThan(3000);
});
