import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BootFamilySchema, type BootImage } from './boot-image';
import {
  persistenceFor,
  persistenceNotes,
  persistencePath,
  persistenceSizeProblem,
  persistenceSizes,
} from './persistence';
import { GiB, MiB } from './units';

type Asked = Parameters<typeof persistenceFor>[0];

function image(family: BootImage['family'], more: Partial<Asked> = {}): Asked {
  return { family, kind: 'iso', live: true, version: null, volumeId: null, ...more };
}

describe('persistenceFor', () => {
  const union = [{ name: 'persistence.conf', text: '/ union\n' }];
  it.each<[BootImage['family'], string, string | null, { name: string; text: string }[]]>([
    ['ubuntu', 'works', 'casper-rw', []],
    ['debian-live', 'works', 'persistence', union],
    ['kali', 'works', 'persistence', union],
    ['mx', 'works', 'MX-Persist', []],
    ['antix', 'doubtful', 'antiX-Persist', []],
    ['arch', 'works', 'vtoycow', []],
    ['kaos', 'works', 'vtoycow', []],
    ['fedora', 'doubtful', 'vtoycow', []],
    ['systemrescue', 'works', 'casper-rw', []],
    ['gentoo', 'works', 'casper-rw', []],
    ['manjaro', 'unsupported', null, []],
    ['opensuse', 'unknown', null, []],
    ['windows', 'unsupported', null, []],
    ['memtest', 'unsupported', null, []],
    ['other', 'unknown', null, []],
  ])('says of %s: %s, label %s', (family, state, label, files) => {
    expect(persistenceFor(image(family))).toMatchObject({
      state,
      label,
      files,
      fileSystem: 'ext4',
    });
  });

  it('has an answer for every family, with labels that ext4 can have and a note where it is not sure', () => {
    for (const family of BootFamilySchema.options) {
      const { state, label, notes } = persistenceFor(image(family));
      expect((label ?? '').length).toBeLessThanOrEqual(16);
      expect(label === null).toBe(state === 'unsupported' || state === 'unknown');
      if (state !== 'works') expect(notes).not.toEqual([]);
      for (const note of notes) expect(persistenceNotes[note]).toMatch(/\.$/);
    }
  });

  it('says that Ubuntu from 24.04 on fails at times, and nothing of the kind before', () => {
    const notes = (version: string | null) => persistenceFor(image('ubuntu', { version })).notes;
    expect(notes('24.04.1')).toEqual(['ubuntu-24-04-sometimes-fails']);
    expect(notes('25.10')).toEqual(['ubuntu-24-04-sometimes-fails']);
    expect(notes('22.04')).toEqual([]);
    expect(notes(null)).toEqual([]);
  });

  it('leaves out installers, Tails and what is no ISO', () => {
    expect(persistenceFor(image('ubuntu', { live: false }))).toMatchObject({
      state: 'unsupported',
      label: null,
      notes: ['installer-keeps-nothing'],
    });
    expect(persistenceFor(image('other', { volumeId: 'TAILS 6.4 - 20240625' })).notes).toEqual([
      'tails-keeps-its-own',
    ]);
    expect(persistenceFor(image('ubuntu', { kind: 'img' })).notes).toEqual(['not-an-iso']);
  });
});

it('names a file after its image', () => {
  expect(persistencePath('ubuntu-24.04.1-desktop-amd64.iso')).toBe(
    '/persistence/ubuntu-24.04.1-desktop-amd64.dat',
  );
  expect(persistencePath('/Linux/Größe 视窗.ISO')).toBe('/persistence/Größe 视窗.dat');
});

describe('the size', () => {
  it.each([
    [100 * GiB, 'exfat', 4 * GiB],
    [100 * GiB, 'fat32', 4 * GiB - MiB],
    [3 * GiB, 'ntfs', 1.5 * GiB],
    [100 * MiB, 'exfat', 64 * MiB],
  ] as const)('with %i bytes free on %s is suggested as %i', (free, fileSystem, suggested) => {
    expect(persistenceSizes(free, fileSystem)?.suggested).toBe(suggested);
  });

  it('is none without room', () => {
    expect(persistenceSizes(64 * MiB - 1, 'exfat')).toBeNull();
  });

  it('that is suggested, the smallest and the largest are all accepted', () => {
    const fileSystems = fc.constantFrom('exfat' as const, 'fat32' as const, 'ntfs' as const);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 42 }), fileSystems, (free, fileSystem) => {
        const sizes = persistenceSizes(free, fileSystem);
        if (sizes === null) return;
        for (const bytes of [sizes.smallest, sizes.suggested, sizes.largest]) {
          expect(persistenceSizeProblem(bytes, fileSystem)).toBeNull();
          expect(bytes).toBeLessThanOrEqual(free);
        }
      }),
    );
  });

  it.each([
    [63 * MiB, 'exfat', /at least/],
    [64 * MiB + 1, 'exfat', /whole MiB/],
    [4 * GiB, 'fat32', /FAT32/],
  ] as const)('of %i bytes on %s is refused', (bytes, fileSystem, problem) => {
    expect(persistenceSizeProblem(bytes, fileSystem)).toMatch(problem);
  });

  it('may be large elsewhere', () => {
    expect(persistenceSizeProblem(64 * GiB, 'exfat')).toBeNull();
  });
});
