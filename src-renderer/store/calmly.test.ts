import { expect, test } from 'vitest';
import { CALM_MS, waitToTell } from './calmly';

const last = { stage: 'writing', at: 500 };

test('Other words about the same stage wait until enough time has passed.', () => {
  expect(waitToTell(last, 'writing', 500)).toBe(CALM_MS);
  expect(waitToTell(last, 'writing', 500 + CALM_MS - 1)).toBe(1);
  expect(waitToTell(last, 'writing', 500 + 2 * CALM_MS)).toBe(0);
});

test('The first words are told at once, and those about a new stage.', () => {
  expect(waitToTell(null, 'writing', 0)).toBe(0);
  expect(waitToTell(last, 'verifying', 501)).toBe(0);
});
