import { describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import { packageHashLine, stickLines } from './ventoy-lines';

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

it('the lines of a drive without Ventoy tell whether it could be put beside, or why not', () => {
  const data = { startLba: 2048, sectors: 131072, fileSystem: 'ext', label: 'Files' } as const;
  const possible = { possible: true, data, shrinks: true, freeBytes: 20 * MiB } as const;
  expect(stickLines({ found: 'other', beside: possible })).toEqual([
    'There is no Ventoy on it.',
    'Files    67.1 MB ext, Files',
    'Ventoy can be put beside these files, for which this partition gets 32 MiB smaller: sticksmith make --kind ventoy --install beside',
    'Then     21 MB free',
  ]);
  const refused = { possible: false, reason: 'not-opened', detail: 'mount is missing' } as const;
  expect(stickLines({ found: 'other', beside: refused })[1]).toBe(
    'It can’t be put beside what is there: the file system of its first partition can’t be opened here (mount is missing).',
  );
});
