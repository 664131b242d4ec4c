import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src-shared/plan';
import { emptyCard, kingston, sha256, windows11 } from '../dev/samples';
import {
  comparePasted,
  fileBytes,
  firstAnswers,
  nameMatches,
  pastedHash,
  windowsPlanOf,
  usableEditions,
  usualEdition,
} from './answers';
import { withDrives, withFile, withImage, withVerdict } from './wizard';

const file = { ...firstAnswers.file, chosen: true };

describe('the size of an image file', () => {
  it('is a whole number of sectors, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 1e6 }), (text, number) => {
        for (const sizeText of [text, `${String(number)} GB`]) {
          const bytes = fileBytes({ ...file, sizeText });
          if (bytes !== null) expect(bytes % 512).toBe(0);
        }
      }),
    );
  });

  it('is refused when it is not one, too small for any stick, or absurd', () => {
    for (const sizeText of ['', 'lots', '-5 GB', '100 MB', '1000 TB']) {
      expect(fileBytes({ ...file, sizeText })).toBeNull();
    }
    expect(fileBytes({ ...file, sizeText: '32 GB' })).toBe(32e9);
  });
});

describe('editions', () => {
  it('are offered only when they are an installed Windows for a processor that starts sticks', () => {
    const [first] = windows11.editions;
    if (first === undefined) throw new Error('the sample has editions');
    const image = {
      ...windows11,
      editions: [
        first,
        { ...first, index: 2, windows: false },
        { ...first, index: 3, architecture: 'x86' as const },
        { ...first, index: 4, architecture: 'arm64' as const },
      ],
    };
    expect(usableEditions(image).map(({ index }) => index)).toEqual([1, 4]);
    expect(usualEdition(image)).toBe(1);
    expect(usualEdition({ ...image, editions: image.editions.slice(1, 3) })).toBeNull();
  });

  it('preselect Pro where there is one', () => {
    expect(usualEdition(windows11)).toBe(5);
  });
});

describe('a pasted hash', () => {
  it('is found alone, in capitals, between spaces and in a line of a checksum file', () => {
    for (const text of [sha256, sha256.toUpperCase(), ` ${sha256}\n`, `${sha256} *Win11.iso`]) {
      expect(pastedHash(text)).toBe(sha256);
    }
  });

  it('is not found in something shorter or longer', () => {
    for (const text of ['', sha256.slice(1), `${sha256}0`, sha256.replace('b', 'g')]) {
      expect(pastedHash(text)).toBeNull();
    }
  });

  it('makes a match or a mismatch of a hash that is already known', () => {
    expect(comparePasted(sha256, sha256).verdict).toBe('match');
    expect(comparePasted(sha256, '0'.repeat(64)).verdict).toBe('mismatch');
  });
});

it('A drive’s name may be typed in any case and spacing, but not in part.', () => {
  expect(nameMatches('Kingston DataTraveler 3.0', ' kingston   DATATRAVELER 3.0')).toBe(true);
  expect(nameMatches('Kingston DataTraveler 3.0', 'Kingston')).toBe(false);
  expect(nameMatches('Kingston', undefined)).toBe(false);
});

describe('the plan', () => {
  const image = withImage(withDrives(firstAnswers, [kingston, emptyCard]), windows11);

  it('is one that the engine accepts, with every target', () => {
    const checked = { path: '/tmp/a.img', exists: false, freeBytes: 1 };
    const answers = withFile(image, { chosen: true, pathText: '/tmp/a.img', checked });
    const plan = windowsPlanOf(answers);
    expect(parsePlan(plan)).toEqual(plan);
    expect(plan?.targets.map(({ kind }) => kind)).toEqual(['drive', 'drive', 'file']);
  });

  it('names a hash only when it was compared with an expected one', () => {
    const unknown = withVerdict(image, { verdict: 'unknown', sha256 });
    expect(windowsPlanOf(unknown)?.image.sha256).toBeNull();
    const match = withVerdict(image, { verdict: 'match', sha256, by: 'file' });
    expect(windowsPlanOf(match)?.image.sha256).toBe(sha256);
  });

  it('is not there before there is an image and a target', () => {
    expect(windowsPlanOf(firstAnswers)).toBeNull();
    expect(windowsPlanOf(withDrives(image, []))).toBeNull();
  });
});
