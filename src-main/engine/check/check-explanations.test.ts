import { expect, it } from 'vitest';
import { bootFirmwares } from '../../../src-shared/boot-test';
import { checkExplanations } from '../../../src-shared/explain';
import { CHECKS } from './checks';
import { VENTOY_CHECKS } from './ventoy';

/** Made by `sticksmith check --boot`. */
const BOOT_TESTS: string[] = bootFirmwares.map((firmware) => `boot.${firmware}`);

it('Every check of which is said what a computer may show exists.', () => {
  const ids = new Set([...CHECKS, ...VENTOY_CHECKS].map(({ id }) => id));
  expect(ids.size).toBeGreaterThan(50);
  const explained = Object.keys(checkExplanations).filter((id) => !BOOT_TESTS.includes(id));
  expect(explained.length).toBeGreaterThan(20);
  expect(explained.filter((id) => !ids.has(id))).toEqual([]);
});
