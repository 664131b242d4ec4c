import { describe, expect, it } from 'vitest';
import { packageHashLine } from './ventoy-lines';

describe('the hash of a release archive', () => {
  const sha256 = 'a'.repeat(64);

  it.each([
    ['given', 'as expected'],
    ['beside', 'as in sha256.txt'],
    ['none', 'compared with nothing'],
  ] as const)('%s: says what it was compared with', (hash, words) => {
    expect(packageHashLine({ sha256, hash })).toBe(`SHA-256  ${sha256} (${words})`);
  });
});
